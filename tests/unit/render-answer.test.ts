/** What a terminal shows, of invented answers: people, sessions and words are made up. */
import widthOf from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderAnswer, renderHits, renderVerification } from '../../adapters/terminal/render-answer.ts';
import type { Answer, Hit, Passage, Quote } from '../../src/answer.ts';
import { linesOf } from '../bench/quoted-lines.ts';

const look = { columns: 60, colours: false };
const session = { id: 'harbour', title: 'Harbour depths', date: '2031-06-02' };
const other = { id: 'dikes', title: 'Dikes', date: null };
const quote: Quote = {
  n: 1,
  text: 'Nine metres, at low water.',
  speaker: 'Par Holm',
  role: 'Pilot',
  session,
  turn: 4,
  start: 0,
  end: 26,
  time: null,
  url: null,
};
const answer: Answer = {
  question: 'How deep is it?',
  status: 'answered',
  text: 'Nine metres [1].',
  quotes: [quote],
  report: [],
  related: [],
  model: null,
};

function check(parts: Partial<Answer>, expected: string): void {
  expect(renderAnswer({ ...answer, ...parts }, look)).toBe(expected);
}

describe('an answer in the terminal', () => {
  it('comes first, then the words, who said them in which turn, and the session', () =>
    check(
      {},
      `Nine metres [1]. · Harbour depths · 2 June 2031

[1] “Nine metres, at low water.” — Par Holm, Pilot, turn 5`,
    ));

  it('names a session once where its quotes follow each other, and a role with its speaker’s first words', () =>
    check(
      {
        quotes: [
          quote,
          { ...quote, n: 2, turn: 6, time: 75, text: 'Ten, after the dredging.' },
          { ...quote, n: 3, session: other },
        ],
      },
      `Nine metres [1].

[1] “Nine metres, at low water.” — Par Holm, Pilot, turn 5

[2] “Ten, after the dredging.” — Par Holm, turn 7, 1:15
    Harbour depths · 2 June 2031

[3] “Nine metres, at low water.” — Par Holm, turn 5
    Dikes`,
    ));

  it('gives who spoke a line where the words leave no room, and cuts a long role or title', () =>
    check(
      {
        quotes: [
          {
            ...quote,
            text: 'Nine metres at low water, and I would not try it with less.',
            role: 'Pilot of the Outer Harbour, Member of the Board of the Port',
            session: {
              ...session,
              title: 'Depths and Tides of the Outer Harbour: What the Pilots Have to Say of the Mud',
            },
          },
        ],
      },
      `Nine metres [1]. · Depths and Tides … the Mud · 2 June 2031

[1] “Nine metres at low water, and I would not try it with
    less.” — Par Holm, turn 5`,
    ));

  it('says only the turn where the prose names who spoke and no more has room', () =>
    check(
      { text: 'Nine metres, Par Holm says [1].', quotes: [{ ...quote, text: `${'Nine metres, '.repeat(6)}no more.` }] },
      `Nine metres, Par Holm says [1].

[1] “Nine metres, Nine metres, Nine metres, Nine metres,
    Nine metres, Nine metres, no more.” — Par Holm, turn 5
    Harbour depths · 2 June 2031`,
    ));

  it('takes the last word down to who said it where nothing else has room', () =>
    check(
      {
        quotes: [{ ...quote, text: 'Nine metres at low water, and I would not try it with any less, so there' }],
        text: 'Nine metres at low water, and less than nine where mud is [1].',
      },
      `Nine metres at low water, and less than nine where mud is
[1]. · Harbour depths · 2 June 2031

[1] “Nine metres at low water, and I would not try it with
    any less, so there” — Par Holm, Pilot, turn 5`,
    ));

  it('opens the source', () =>
    check(
      { quotes: [{ ...quote, url: 'https://records.example/harbour#turn-5' }] },
      `Nine metres [1]. · Harbour depths · 2 June 2031

[1] “Nine metres, at low water.” — Par Holm, Pilot, turn 5
    https://records.example/harbour#turn-5`,
    ));

  it('shows above a reply what was asked, by whom, once', () => {
    const repliesTo = { text: 'How deep is it?', speaker: 'Ana Ruiz', turn: 3, start: 0, end: 15 };
    check(
      {
        quotes: [
          { ...quote, repliesTo },
          { ...quote, n: 2, turn: 5, speaker: null, text: 'Less.', repliesTo },
        ],
      },
      `Nine metres [1]. · Harbour depths · 2 June 2031

    Asked by Ana Ruiz: “How deep is it?”
[1] “Nine metres, at low water.” — Par Holm, Pilot, turn 5

[2] “Less.” — Unknown speaker, turn 6`,
    );
  });

  it('says of what comes nearest that it is no sure answer, and how it was found', () => {
    const { n: _n, ...words } = quote;
    const related: Passage[] = [
      { n: 1, ...words, by: 'words' },
      { n: 2, ...words, text: 'The keel must not touch.', turn: 8, by: 'meaning' },
    ];
    check(
      { status: 'nearest', text: 'I found nothing certain on this.', quotes: [], related },
      `I found nothing certain on this.

Nearest, but not sure to be an answer:

    “Nine metres, at low water.”
    — Par Holm, Pilot, turn 5, found by its words

    “The keel must not touch.”
    — Par Holm, turn 9, near in meaning
    Harbour depths · 2 June 2031`,
    );
  });

  it('says how much there is in all', () =>
    expect(renderAnswer({ ...answer, extent: { turns: 370, sessions: 93 } }, look)).toContain(
      '\n\nIn all, 370 turns in 93 sessions speak of it.',
    ));

  it('labels what the AI-written report says, and names its session only where no quote does', () => {
    const item = { kind: 'takeaway' as const, text: 'The depth is known.', speakers: [], session };
    expect(renderAnswer({ ...answer, report: [item] }, look)).toContain(
      '\n\nAI-written report · takeaway\n  The depth is known.',
    );
    expect(renderAnswer({ ...answer, quotes: [], report: [item, { ...item, text: 'Mud is not.' }] }, look)).toContain(
      '\n\nAI-written report · takeaway · Harbour depths · 2 June 2031\n- The depth is known.\n- Mud is not.',
    );
  });

  it('keeps its columns with wide characters and from right to left', () => {
    const texts = [
      '港口在低潮时有九米深，领航员不会冒险。'.repeat(6),
      'تسعة أمتار عند أدنى جزر، ولا أقل. '.repeat(6).trim(),
    ];
    for (const text of texts) {
      const shown = renderAnswer(
        { ...answer, quotes: [{ ...quote, text, speaker: '王小明', session: { ...session, title: text } }] },
        look,
      );
      expect(Math.max(...shown.split('\n').map((line) => widthOf(line)))).toBeLessThanOrEqual(60);
    }
  });

  it('gives who spoke a line of its own after words from right to left', () =>
    expect(renderAnswer({ ...answer, quotes: [{ ...quote, text: 'تسعة أمتار.' }] }, look)).toContain(
      '[1] “تسعة أمتار.”\n    — Par Holm, Pilot, turn 5',
    ));

  it('cuts a role where it must, a name never', () => {
    const role = 'Pilot of the Outer Harbour and of its Roads, Member of the Board';
    for (const columns of [24, 30, 40, 50, 60, 80])
      expect(renderAnswer({ ...answer, quotes: [{ ...quote, role }] }, { ...look, columns })).toContain('— Par Holm, ');
  });

  it('lets nobody’s words move the cursor', () =>
    expect(
      renderAnswer(
        {
          ...answer,
          quotes: [{ ...quote, text: 'Nine\u001b[2J metres.', speaker: 'Par\u001b[31m', role: '\u202ePilot' }],
        },
        look,
      ),
    ).not.toMatch(/[\u001b\u202e]/u));
});

describe('a verification in the terminal', () => {
  it('speaks of the library, not of a channel', () =>
    expect(
      renderVerification({ quote: 'x', verdict: 'not_found', speaker: null, found: null, differences: [] }, look),
    ).toBe('These words were not found in the library.'));
});

describe('hits in the terminal', () => {
  const { n: _n, ...part } = quote;
  const hit: Hit = {
    session,
    turns: [3, 4],
    text: 'How deep is it?\nNine metres, at low water.',
    score: 1,
    by: 'words',
    parts: [{ ...part, speaker: 'Ana Ruiz', role: null, turn: 3, time: 61, text: 'How deep is it?' }, part],
  };
  it('show who says what and when, turn by turn, their session once', () =>
    expect(renderHits([hit, { ...hit, parts: [{ ...part, turn: 9, speaker: null, role: null }] }], look)).toBe(
      `Harbour depths · 2 June 2031
Ana Ruiz (turn 4, 1:01)
    How deep is it?
Par Holm, Pilot (turn 5)
    Nine metres, at low water.

Unknown speaker (turn 10)
    Nine metres, at low water.`,
    ));
  it('are marked where they are found by meaning', () =>
    expect(renderHits([{ ...hit, by: 'meaning', session: other, parts: [part] }], look)).toBe(
      `Dikes
near in meaning, in other words:
Par Holm, Pilot (turn 5)
    Nine metres, at low water.`,
    ));
  it('leave out a role that is long', () =>
    expect(
      renderHits([{ ...hit, parts: [{ ...part, role: 'Pilot of the Outer Harbour and of its Roads' }] }], look),
    ).toContain('\nPar Holm (turn 5)\n'));
  it('are nothing where nothing was found', () => expect(renderHits([], look)).toBe('Nothing was found.'));
});

describe('the measure of quoted lines', () => {
  it('counts lines that hold words of a quote, and no others', () =>
    expect(linesOf(renderAnswer(answer, { ...look, columns: 24 }), answer.quotes)).toEqual([
      { text: 'Nine metres [1].', isQuoted: false },
      { text: '[1] “Nine metres, at low', isQuoted: true },
      { text: '    water.”', isQuoted: true },
      { text: '    — Par Holm, turn 5', isQuoted: false },
      { text: '    Harbour … · 2 June 2031', isQuoted: false },
    ]));
});
