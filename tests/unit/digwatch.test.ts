import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digwatchHtml } from '../../src/records/formats/digwatch-html.ts';
import { digwatchText } from '../../src/records/formats/digwatch-text.ts';
import type { Format, Parsed, SessionDraft } from '../../src/records/formats/format.ts';
import type { Finding, FindingKind } from '../../src/session.ts';
import { anyCharacter } from '../fixtures/characters.ts';
import { asHtml } from '../fixtures/digwatch/as-html.ts';

const sample = readFileSync(new URL('../../src/sample/rivers-session-page.txt', import.meta.url), 'utf8');
const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/digwatch/${name}`, import.meta.url), 'utf8');

function parse(text: string, format: Format = digwatchText, address: string | null = null): Parsed {
  return format.parse({ name: 'page', text, address });
}

function sessionOf(text: string, format: Format = digwatchText, address: string | null = null): SessionDraft {
  const [session] = parse(text, format, address).sessions;
  if (!session) throw new Error('no session was read');
  return session;
}

function countKinds(findings: Finding[]): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const ofKind = (session: SessionDraft, kind: FindingKind): Finding[] =>
  session.findings.filter((finding) => finding.kind === kind);
const turnsOf = (text: string): [string | null, string][] =>
  sessionOf(text).turns.map((turn) => [turn.speaker, turn.text]);

describe('the bundled sample', () => {
  const {
    sessions: [session],
    problems,
  } = parse(sample);

  test('reads without problems', () => expect(problems).toEqual([]));

  test('its head', () => {
    expect(session).toMatchObject({
      id: null,
      title: 'Open Data for Rivers: Who Measures, Who Shares, Who Pays',
      date: '2025-03-04',
      startTime: '09:00',
      endTime: '10:00',
      event: 'Rivers and Data Forum 2025 (invented)',
      kind: 'automatic transcript',
      language: null,
      page: null,
    });
  });

  test('its speakers, with roles as written and other spellings', () => {
    expect(session?.speakers.map((speaker) => [speaker.name, ...speaker.otherNames])).toEqual([
      ['Marisol Quintavar'],
      ['Jurgen Aldersbach', 'Jürgen Aldersbach'],
      ['Nkechi Oduwale'],
      ['Daorong Wen', 'Wen Daorong'],
      ['Par Lindqvale', 'Pär Lindqvale'],
      ['Teuila Fanene'],
    ]);
    expect(session?.speakers[3]).toMatchObject({
      role: 'Chief Engineer of the Union of Dam Operators of the Taishui Gorges',
      affiliation: null,
    });
  });

  test('every kind of finding', () => {
    expect(countKinds(session?.findings ?? [])).toEqual({
      summary: 3,
      'discussion point': 4,
      purpose: 1,
      tone: 1,
      report: 7,
      speaking: 6,
      argument: 12,
      agreement: 2,
      'similar viewpoint': 1,
      'unexpected consensus': 1,
      'consensus level': 1,
      disagreement: 2,
      'unexpected difference': 1,
      'disagreement level': 1,
      'partial agreement': 1,
      takeaway: 4,
      'action item': 3,
      'unresolved issue': 3,
      compromise: 2,
      'thought provoking comment': 2,
      'follow-up question': 3,
      'overall assessment': 3,
    });
  });

  test('each turn is a line of the page, whole', () => {
    expect(session?.turns).toHaveLength(17);
    const lines = sample.split('\n');
    for (const turn of session?.turns ?? []) expect(lines).toContain(`${turn.speaker}: ${turn.text}`);
  });

  test('nothing of the report is in a turn', () => {
    expect(session?.turns.some((turn) => turn.text.includes('a number in a drawer'))).toBe(false);
    expect(session?.findings.some((finding) => finding.text.includes('a number in a drawer'))).toBe(true);
  });

  test('a block of a speaker', () => {
    expect(session?.findings.find((finding) => finding.kind === 'speaking')).toEqual({
      kind: 'speaking',
      text: '148 words per minute, 245 words, 99 seconds',
      speakers: ['Nkechi Oduwale'],
      details: [
        { label: 'Speech speed', text: '148 words per minute' },
        { label: 'Speech length', text: '245 words' },
        { label: 'Speech time', text: '99 seconds' },
      ],
      topics: [],
      section: ['Nkechi Oduwale'],
    });
  });

  test('an argument with all its parts', () => {
    const argument =
      session && ofKind(session, 'argument').find((finding) => finding.text.startsWith('A levy of a tenth'));
    expect(argument?.speakers).toEqual(['Par Lindqvale']);
    expect(argument?.topics).toEqual(['Economic', 'Taxation']);
    expect(argument?.details.map((detail) => detail.label)).toEqual([
      'Explanation',
      'Evidence',
      'Major discussion point',
      'Agreed with',
      'Agreed on',
      'Disagreed with',
      'Disagreed on',
    ]);
    expect(argument?.details[3]).toEqual({ label: 'Agreed with', text: 'Teuila Fanene' });
  });

  test('a disagreement with its speakers, arguments and place', () => {
    expect(session && ofKind(session, 'disagreement')[0]).toMatchObject({
      text: 'Who should pay for the stations',
      speakers: ['Par Lindqvale', 'Daorong Wen'],
      section: ['Differences', 'Different viewpoints'],
      details: [
        { label: 'Arguments', text: expect.stringMatching(/^A levy .*\nStates should pay/) },
        { label: 'Summary' },
      ],
    });
  });

  test('speakers of findings are the session’s, spelt otherwise or two in one', () => {
    expect(session && ofKind(session, 'thought provoking comment')[1]?.speakers).toEqual(['Daorong Wen']);
    expect(session && ofKind(session, 'follow-up question')[0]?.speakers).toEqual([
      'Jurgen Aldersbach',
      'Nkechi Oduwale',
    ]);
  });

  test('report paragraphs know their chapters', () => {
    expect(session && ofKind(session, 'report').at(-1)?.section).toEqual([
      'Full session report',
      'Open Data for Rivers: Report of the Session',
      'Next Steps',
    ]);
  });
});

describe('saved HTML', () => {
  test('gives the same session as the text, whatever else stands on the page', () => {
    const {
      sessions: [session],
      problems,
    } = parse(asHtml(sample), digwatchHtml);
    expect(problems).toEqual([]);
    expect(session).toEqual({
      ...sessionOf(sample),
      language: 'en',
      page: { address: 'https://dig.watch/event/invented-forum-2025/invented-session', placeBy: 'text' },
    });
  });

  test('the event is the words of the link above the page', () => {
    const page = asHtml(sample.replace(/^Event: .*\n/m, ''));
    expect(sessionOf(page, digwatchHtml).event).toBe('Invented Forum 2025');
  });

  test('the address it was fetched from is its page', () => {
    expect(sessionOf(asHtml(sample), digwatchHtml, 'https://dig.watch/event/a/b').page?.address).toBe(
      'https://dig.watch/event/a/b',
    );
    expect(sessionOf(sample, digwatchText, 'https://dig.watch/event/a/b').page).toEqual({
      address: 'https://dig.watch/event/a/b',
      placeBy: 'text',
    });
  });

  test('a page that names no web address has none', () => {
    const page = asHtml(sample).replace(
      'href="https://dig.watch/event/invented-forum-2025/invented-session"',
      'href="javascript:alert(1)"',
    );
    expect(sessionOf(page, digwatchHtml).page).toBeNull();
  });

  test('several paragraphs and line breaks of one speaker are one turn', () => {
    const page = `<html><body><h1>Wells</h1><h2>Session transcript</h2>
      <p><b>Ada Wellborn</b>: One
        two.</p><p>Three &amp; four.<br>Five: six.</p><p><strong>Bo Kettle:</strong></p><p>Seven.</p><h2>Takeaways</h2><h3>Key takeaways</h3><ul><li><p>Eight</p></li></ul></body></html>`;
    const session = sessionOf(page, digwatchHtml);
    expect(session.turns.map((turn) => [turn.speaker, turn.text])).toEqual([
      ['Ada Wellborn', 'One two. Three & four. Five: six.'],
      ['Bo Kettle', 'Seven.'],
    ]);
    expect(session.findings.map((finding) => finding.text)).toEqual(['Eight']);
  });

  test('the day stands in a head of its own', () => {
    const page =
      '<html><body><header><div><h1>Wells</h1></div><p><span>4 Mar 2025 09:00h - 10:00h</span></p></header><main><h2>Session transcript</h2><p>Ada Wellborn: Hi.</p></main></body></html>';
    expect(sessionOf(page, digwatchHtml)).toMatchObject({ title: 'Wells', date: '2025-03-04', endTime: '10:00' });
  });

  test('parts that fold, figures in a table, headings inside items', () => {
    const page = `<html><body><main><h1>Wells</h1><ul><li>Session at a glance</li><li>Session transcript</li></ul>
      <details><summary>Session transcript</summary><div><p><b>Ada Wellborn</b>: Hi.</p></div></details>
      <details><summary>Ada Wellborn</summary><div><span>Speech speed</span><p>120 words per minute</p></div><table><tr><td>Speech length</td><td>10 words</td></tr>
      <tr><td>Speech time</td><td>5 seconds</td></tr></table><h4>Dig</h4><h5>Explanation</h5><p>Because.</p><h5>Topics</h5><p>Water | Night</p></details></main></body></html>`;
    const session = sessionOf(page, digwatchHtml);
    expect(session.turns.map((turn) => turn.text)).toEqual(['Hi.']);
    expect(session.findings).toMatchObject([
      { kind: 'speaking', text: '120 words per minute, 10 words, 5 seconds' },
      {
        kind: 'argument',
        text: 'Dig',
        topics: ['Water', 'Night'],
        details: [{ label: 'Explanation', text: 'Because.' }],
      },
    ]);
  });

  test('a part of the page it does not know is left out and said, with its line', () => {
    const page =
      '<html><body><h2>Session transcript</h2>\n<p>Ada Wellborn: One.</p>\n<h2>Related events</h2>\n<p>Bo Kettle: never said</p></body></html>';
    const { sessions, problems } = parse(page, digwatchHtml);
    expect(sessions[0]?.turns).toHaveLength(1);
    expect(problems).toContainEqual({
      line: 3,
      message: 'section "Related events" is not known; its lines were left out',
    });
  });

  test('nesting no page has is refused with its line', () => {
    expect(parse(`<html>\n${'<div>'.repeat(50_000)}`, digwatchHtml)).toEqual({
      sessions: [],
      problems: [{ line: 2, message: expect.stringContaining('nested more than 2000 deep') }],
    });
  });
});

describe('layouts of other years', () => {
  test('2023: a report only, by speaker, and nothing of it is speech', () => {
    const {
      sessions: [session],
      problems,
    } = parse(fixture('2023.txt'));
    expect(problems).toEqual([]);
    expect(session).toMatchObject({
      title: 'Lighthouses of the Inner Sea: keeping them lit | Harbour Days WS #7',
      date: '2023-10-09',
      startTime: '06:15',
      endTime: '07:45',
      kind: 'report only',
      turns: [],
    });
    expect(session?.speakers.map((speaker) => [speaker.name, speaker.role, speaker.otherNames])).toEqual([
      ['Benedita Farol', 'Keeper, Cabo Manso Light', []],
      ['Øystein Håkvik', 'Engineer, Northern Lamp Works', ['Oystein Hakvik']],
      ['Lin Shuiyan', 'Moderator', ['Shuiyan Lin']],
      ['Corin Ashdowne', 'Editor, The Beacon; Moderator', []],
    ]);
    expect(session?.findings.map((finding) => [finding.kind, finding.section, finding.speakers])).toEqual([
      ['report', ['Session report', 'Benedita Farol'], ['Benedita Farol']],
      ['report', ['Session report', 'Benedita Farol'], ['Benedita Farol']],
      ['report', ['Session report', 'Oystein Hakvik'], ['Øystein Håkvik']],
      ['report', ['Session report', 'Audience'], []],
      ['report', ['Session report', 'Shuiyan Lin'], ['Lin Shuiyan']],
    ]);
  });

  test('2024: contents, a disclaimer, bold headings, turns that go on over lines', () => {
    const {
      sessions: [session],
      problems,
    } = parse(fixture('2024.txt'));
    expect(problems).toEqual([]);
    expect(session).toMatchObject({
      title: 'Salt Roads and Data Roads',
      date: '2024-12-02',
      kind: 'automatic transcript',
    });
    expect(session?.turns.map((turn) => [turn.speaker, turn.text])).toEqual([
      [
        'Idris Okonjo-Bell',
        'Welcome. There are two kinds of road: those that are drawn, and those that are walked. So: let us walk. And he said: nothing is lost in the desert.',
      ],
      ['Vesna Kraljic', 'Thank you. Cables are walked too, by robots.'],
      ['Audience', 'Who owns the robots?'],
      ['Vesna Kraljic', 'Whoever pays for the cable: three firms.'],
    ]);
    expect(session && countKinds(session.findings)).toEqual({
      summary: 1,
      'discussion point': 2,
      purpose: 1,
      tone: 1,
      report: 4,
      'similar viewpoint': 1,
    });
    expect(session && ofKind(session, 'report').map((finding) => finding.section[1])).toEqual([
      'Opening of the Session',
      'Opening of the Session',
      'Takeaways',
      'Agreements',
    ]);
  });

  test('2026: numbers of sentences are taken out of the report and stay in the transcript', () => {
    const session = sessionOf(fixture('2026.txt'));
    expect(session.title).toBe('Who Counts the Birds');
    expect(session.findings.map((finding) => finding.text)).toEqual([
      'The panel held that counting is a public duty. A first count was made in spring [2024] with forty people.',
      'Counting by ear – half of all birds are heard and not seen.',
      'To agree on one form for counting.',
      'Calm.',
      'The warden counts at dawn; she counts twice.',
    ]);
    expect(session.turns[0]?.text).toBe('We count at dawn [laughter] and we count twice [7].');
  });

  test('headings without any mark', () => {
    const page = [
      'Wells',
      'Session at a Glance',
      'Summary:',
      'One.',
      'Key points',
      'Major Discussion Points',
      '• **Alpha**: two',
      '1. Three',
      'Overall purpose/goal of the discussion:',
      'Four.',
      'Overall Tone',
      'Five.',
      'Full session report',
      'Executive Summary',
      'A paragraph that is longer than its heading.',
      'Takeaways',
      'Another paragraph that is longer than its heading.',
      'Session transcript',
      'Ada Wellborn: Hello.',
      'Thought-Provoking Comments',
      'Six',
      'Speaker',
      'Ada Wellborn',
      'Reason',
      'Seven',
    ];
    expect(
      sessionOf(page.join('\n')).findings.map((finding) => [finding.kind, finding.text, finding.section.at(-1)]),
    ).toEqual([
      ['summary', 'One.', 'Summary'],
      ['discussion point', 'Alpha: two', 'Major Discussion Points'],
      ['discussion point', 'Three', 'Major Discussion Points'],
      ['purpose', 'Four.', 'Overall purpose/goal of the discussion'],
      ['tone', 'Five.', 'Overall Tone'],
      ['report', 'A paragraph that is longer than its heading.', 'Executive Summary'],
      ['report', 'Another paragraph that is longer than its heading.', 'Takeaways'],
      ['thought provoking comment', 'Six', 'Thought-Provoking Comments'],
    ]);
  });

  test('the title once, no date', () => {
    expect(sessionOf('Wells of the North\nSession transcript\nAda Wellborn: Water.')).toMatchObject({
      title: 'Wells of the North',
      date: null,
      startTime: null,
    });
  });
  test('a day without times', () =>
    expect(sessionOf('Wells\n4 March 2025\nSession transcript\nAda Wellborn: Water.')).toMatchObject({
      date: '2025-03-04',
      endTime: null,
    }));
  test('a day that is none', () => {
    const { sessions, problems } = parse(
      'Wells\n31 Feb 2025 09:00h - 10:00h\nSession transcript\nAda Wellborn: Water.',
    );
    expect(sessions[0]?.date).toBeNull();
    expect(problems).toEqual([{ line: 2, message: '"31 Feb 2025 09:00h - 10:00h" is not a day of the calendar' }]);
  });
});

describe('turns', () => {
  const page = (...lines: string[]): string =>
    ['Wells', 'Speakers', '– **Ada Wellborn** – Digger', 'Session transcript', ...lines].join('\n');

  test('each line of a named speaker is a turn of its own', () =>
    expect(turnsOf(page('Ada Wellborn: One.', 'Ada Wellborn: Two.'))).toHaveLength(2));
  test('a name spelt otherwise is the one of the list', () =>
    expect(turnsOf(page('Wellborn Ada: One.'))).toEqual([['Ada Wellborn', 'One.']]));
  test('words keep their spaces and quotes', () =>
    expect(turnsOf(page('Ada Wellborn:  He said:  “dig”,  so  '))).toEqual([['Ada Wellborn', 'He said:  “dig”,  so']]));
  test('words before any name have no speaker', () => {
    const { sessions, problems } = parse(page('and so we begin.', 'Ada Wellborn: One.'));
    expect(sessions[0]?.turns.map((turn) => turn.speaker)).toEqual([null, 'Ada Wellborn']);
    expect(problems).toEqual([{ line: 5, message: 'words without a name before them; their speaker is unknown' }]);
  });
  test('a name without words is said', () =>
    expect(parse(page('Ada Wellborn: One.', 'Ada Wellborn:')).problems).toEqual([
      { line: 6, message: 'Ada Wellborn is named but no words follow' },
    ]));
  test('someone not in the list has no role', () => {
    expect(sessionOf(page('Ada Wellborn: One.', 'Bo Kettle: Two.')).speakers[1]).toEqual({
      name: 'Bo Kettle',
      otherNames: [],
      role: null,
      affiliation: null,
    });
  });
  test('a doubtful name in a page whose turns go on over lines is said', () => {
    const { sessions, problems } = parse(page('Ada Wellborn: One', 'two.', 'Water Board: three.'));
    expect(sessions[0]?.turns).toHaveLength(2);
    expect(problems).toEqual([{ line: 7, message: expect.stringContaining('"Water Board" is not among') }]);
  });
  test('report text that lost its heading is nobody’s speech', () => {
    const { sessions, problems } = parse(
      page('Ada Wellborn: One.', 'Wells should be deep', 'Explanation', 'Because of the water.'),
    );
    expect(sessions[0]?.turns.map((turn) => turn.text)).toEqual(['One.']);
    expect(problems[0]).toMatchObject({ line: 6 });
  });
});

describe('pages with something missing', () => {
  test('a missing label, figure or title', () => {
    const {
      sessions: [session],
      problems,
    } = parse(
      [
        'Ada Wellborn',
        'Speech speed',
        '120 words per minute',
        '300 words',
        'Speech time',
        'Explanation',
        'Because.',
        'Dig by night',
        'Explanation',
        'Dark.',
        'Topics',
        'Water | Night',
        'Dig deep',
        'Explanation',
        'More.',
      ].join('\n'),
    );
    expect(session?.findings.map((finding) => [finding.kind, finding.text])).toEqual([
      ['speaking', '120 words per minute, 300 words'],
      ['argument', 'Because.'],
      ['argument', 'Dig by night'],
      ['argument', 'Dig deep'],
    ]);
    expect(problems.map((problem) => problem.message)).toContain('Speech time of Ada Wellborn has no figure');
    expect(problems).toContainEqual({ line: 6, message: 'nothing stands before "Explanation" that it could be about' });
  });

  test('analysis without its heading', () => {
    expect(
      sessionOf('Wells\nSession transcript\nAda Wellborn: One.\nUnresolved issues\nWho digs').findings,
    ).toMatchObject([{ kind: 'unresolved issue', text: 'Who digs' }]);
  });

  test('a transcript without its heading is not taken for speech, and that is said', () => {
    const { sessions, problems } = parse(sample.replace('Session transcript\n', ''));
    expect(sessions[0]).toMatchObject({ kind: 'report only', turns: [] });
    expect(problems).toEqual([
      { line: 45, message: expect.stringContaining('without a heading "Session transcript"') },
    ]);
  });

  test('a list of nobody', () => {
    const { sessions, problems } = parse(
      'Wells\nSpeakers\n– **Ada Wellborn** – Digger\n**Additional speakers:**\nNone – all are listed.\n– No other speakers were heard.\n– ???',
    );
    expect(sessions[0]?.speakers.map((speaker) => speaker.name)).toEqual(['Ada Wellborn']);
    expect(problems).toEqual([{ line: 7, message: 'no speaker could be read from "???"' }]);
  });

  test.each(['', '\n\n', 'Just a letter.\nWith two lines.', '<html></html>'])('nothing of a page: %j', (text) => {
    for (const format of [digwatchText, digwatchHtml]) {
      const { sessions, problems } = parse(text, format);
      expect(sessions).toEqual([]);
      expect(problems.at(-1)?.message).toMatch(/no section of a dig\.watch session page was found/);
    }
  });
});

describe('recognised from its content', () => {
  const sureness = (format: Format, text: string): number => format.recognise({ name: 'x', text, address: null });
  test('the sample', () => expect(sureness(digwatchText, sample)).toBe(1));
  test.each(['2023.txt', '2024.txt', '2026.txt'])('%s', (name) =>
    expect(sureness(digwatchText, fixture(name))).toBeGreaterThan(0.9),
  );
  test('the sample as HTML', () => expect(sureness(digwatchHtml, asHtml(sample))).toBe(1));
  test('HTML is not the text', () => expect(sureness(digwatchText, asHtml(sample))).toBe(0));
  test('text is not the HTML', () => expect(sureness(digwatchHtml, sample)).toBe(0));
  test('other HTML', () =>
    expect(
      sureness(digwatchHtml, '<html><h1>Minutes</h1><h2>Summary</h2><h2>Speakers</h2><p>Ada: hello</p></html>'),
    ).toBeLessThan(0.25));
  test('a plain transcript', () => expect(sureness(digwatchText, 'Ada Wellborn: One.\nBo Kettle: Two.\n')).toBe(0));
  test('minutes', () =>
    expect(sureness(digwatchText, 'Minutes\nSummary\nWe met.\nSpeakers\nAda\n')).toBeLessThan(0.25));
});

describe('whatever becomes of a page', () => {
  const lines = sample.split('\n');
  const folded = (text: string): string => text.replace(/[\s#*]+/g, ' ');

  /** What should hold of any reading and does not. */
  function broken(text: string): string[] {
    const whole = folded(text);
    return parse(text).sessions.flatMap((session) => {
      const names = new Set<string | null>(session.speakers.map((speaker) => speaker.name));
      return [
        ...(names.size === session.speakers.length ? [] : ['two speakers of one name']),
        ...session.turns.filter((turn) => turn.text.trim() === '').map(() => 'empty turn'),
        ...session.turns
          .filter((turn) => !whole.includes(folded(turn.text)))
          .map((turn) => `not on the page: ${turn.text}`),
        ...session.turns
          .filter((turn) => turn.speaker !== null && !names.has(turn.speaker))
          .map((turn) => `nobody: ${turn.speaker}`),
        ...session.findings.filter((finding) => finding.text === '').map((finding) => `empty ${finding.kind}`),
      ];
    });
  }

  test('lines left out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(lines.length - 1), { maxLength: 60 }), (gone) => {
        const left = new Set(gone);
        expect(broken(lines.filter((_, index) => !left.has(index)).join('\n'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('any one line left out, nothing of the report becomes speech', () => {
    const spoken = new Set(sessionOf(sample).turns.map((turn) => turn.text));
    const heading = lines.indexOf('Session transcript');
    const wrong = [...lines.keys()]
      .filter((gone) => gone !== heading)
      .flatMap((gone) => {
        const [session] = parse(lines.filter((_, index) => index !== gone).join('\n')).sessions;
        return (session?.turns ?? [])
          .filter((turn) => !spoken.has(turn.text))
          .map((turn) => `without line ${gone + 1}: ${turn.text}`);
      });
    expect(wrong).toEqual([]);
  });

  test('lines in another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 10 }), (shuffled) => {
        expect(broken(shuffled.join('\n'))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('lines exchanged for anything', () => {
    const marks = fc.constantFrom(
      'Speakers',
      'Session transcript',
      'X:',
      '– ',
      ':',
      'Topics',
      'Speech speed',
      'Summary',
      'Ada: x',
      'Table of contents',
      'Disclaimer:',
      'Report',
    );
    const anything = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 80 }).map((text) => text.replace(/[\n*#]/g, '')),
      marks,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(lines.length - 1), anything), { maxLength: 40 }), (changes) => {
        const changed = [...lines];
        for (const [index, text] of changes) changed[index] = text;
        expect(broken(changed.join('\n'))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('HTML cut anywhere', () => {
    const html = asHtml(sample);
    fc.assert(
      fc.property(fc.nat(html.length), fc.nat(html.length), (a, b) => {
        const { sessions } = parse(html.slice(Math.min(a, b), Math.max(a, b)), digwatchHtml);
        expect(sessions.flatMap((session) => session.turns).filter((turn) => turn.text === '')).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

const realPage = new URL('../../../shared/sessions/wsis-2025-strengthen-digital-governance.txt', import.meta.url);

describe.skipIf(!existsSync(realPage))('a real page (skipped where ../shared is not beside the checkout)', () => {
  const text = existsSync(realPage) ? readFileSync(realPage, 'utf8') : '';
  const {
    sessions: [session],
    problems,
  } = parse(text);

  test('head', () => {
    expect(problems).toEqual([]);
    expect(session).toMatchObject({
      date: '2025-07-11',
      startTime: '09:00',
      endTime: '09:45',
      kind: 'automatic transcript',
      title: text.split('\n')[0],
    });
  });

  test('17 turns by 9 speakers, each a line of the page', () => {
    expect(session?.turns).toHaveLength(17);
    expect(session?.speakers).toHaveLength(9);
    expect(new Set(session?.turns.map((turn) => turn.speaker)).size).toBe(9);
    const lines = new Set(text.split('\n'));
    for (const turn of session?.turns ?? []) expect(lines.has(`${turn.speaker}: ${turn.text}`)).toBe(true);
    for (const speaker of session?.speakers ?? []) expect(speaker.role).not.toBeNull();
  });

  test('every kind of finding', () => {
    expect(countKinds(session?.findings ?? [])).toEqual({
      summary: 3,
      'discussion point': 5,
      purpose: 1,
      tone: 1,
      report: 33,
      speaking: 9,
      argument: 26,
      agreement: 3,
      'similar viewpoint': 3,
      'unexpected consensus': 2,
      'consensus level': 1,
      disagreement: 3,
      'unexpected difference': 2,
      'disagreement level': 1,
      'partial agreement': 3,
      takeaway: 7,
      'action item': 6,
      'unresolved issue': 7,
      compromise: 6,
      'thought provoking comment': 5,
      'follow-up question': 10,
      'overall assessment': 3,
    });
  });

  test('9 blocks with speed, length and time', () => {
    for (const { details, text: figures } of session ? ofKind(session, 'speaking') : []) {
      expect(details.map((detail) => detail.label)).toEqual(['Speech speed', 'Speech length', 'Speech time']);
      expect(figures).toMatch(/^\d+ words per minute, \d+ words, \d+ seconds$/);
    }
  });

  test('every speaker of a finding is a speaker of the session', () => {
    const names = new Set(session?.speakers.map((speaker) => speaker.name));
    for (const finding of session?.findings ?? []) for (const name of finding.speakers) expect(names).toContain(name);
    expect(
      session &&
        ofKind(session, 'argument').every((finding) => finding.topics.length > 0 && finding.details.length > 1),
    ).toBe(true);
    expect(session && ofKind(session, 'follow-up question').some((finding) => finding.speakers.length === 2)).toBe(
      true,
    );
  });

  test('other spellings of five speakers', () => {
    expect(session?.speakers.filter((speaker) => speaker.otherNames.length > 0)).toHaveLength(5);
  });

  test('the same as HTML', () => {
    const page = sessionOf(asHtml(text), digwatchHtml);
    expect(page.turns).toEqual(session?.turns);
    expect(page.findings).toEqual(session?.findings);
    expect(page.speakers).toEqual(session?.speakers);
  });
});
