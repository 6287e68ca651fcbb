// oxlint-disable vitest/expect-expect -- the check functions expect
import { ComponentType, MessageFlags, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionId, readAction, type Action } from '../../adapters/discord/actions.ts';
import { reasonForm, renderContext, renderLine, renderPanel, renderReply } from '../../adapters/discord/components.ts';
import { escapeText, escapeUpTo } from '../../adapters/discord/markup.ts';
import { limits, type Rendered, type Setting } from '../../adapters/discord/parts.ts';
import type { Answer, Quote } from '../../src/answer.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { problemsOfMessage, problemsOfModal } from '../fakes/discord-limits.ts';
import { anyWebAddress } from '../fixtures/characters.ts';

/** What Discord makes of escaped text: a backslash goes before anything but letters, digits and spaces. */
function asShown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

function checkEscaped(text: string, expected: string): void {
  expect(escapeText(text)).toBe(expected);
}

function checkCarried(action: Action): void {
  expect(readAction(actionId(action))).toEqual(action);
  expect(actionId(action).length).toBeLessThanOrEqual(limits.customId);
}

/** One of these characters. */
function characters(all: string): fc.Arbitrary<string> {
  return fc.constantFrom(...Array.from(all));
}

function problems({ components, file }: Rendered): string[] {
  return problemsOfMessage({ components, flags: MessageFlags.IsComponentsV2 }, { files: file ? [file.name] : [] });
}

function textsOf(components: unknown): string[] {
  return [...JSON.stringify(components).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map((match): string =>
    JSON.parse(match[1] ?? '""'),
  );
}

function labelsOf(components: APIMessageTopLevelComponent[]): string[] {
  return components
    .filter((part) => part.type === ComponentType.ActionRow)
    .flatMap((row) => row.components)
    .map((button) => ('label' in button ? (button.label ?? '') : ''));
}

const session = { id: 'lighthouses-2031-01-02', title: 'Lighthouses', date: '2031-01-02' };
const quote: Quote = {
  n: 1,
  text: 'The lamp burned *all* night.',
  speaker: 'Mara Quill',
  role: 'Keeper',
  session,
  turn: 3,
  start: 0,
  end: 28,
  time: 65,
  url: 'https://records.example/lighthouses#t=65',
};
const answer: Answer = {
  question: 'Did it burn?',
  status: 'answered',
  text: 'It burned all night [1].',
  quotes: [quote],
  report: [],
  related: [],
  model: null,
};
const reply = (parts: Partial<Answer> = {}): Reply => ({
  kind: 'answer',
  id: 'abcdefghijkl',
  answer: { ...answer, ...parts },
});
const forAll: Setting = { seenBy: 'everyone' };

describe('escaping', () => {
  it('leaves plain text alone', () =>
    checkEscaped('The lamp burned, all night; 3.5 hours.', 'The lamp burned, all night; 3.5 hours.'));
  it('makes no bold', () =>
    checkEscaped('**a** _b_ ~~c~~ `d` ||e||', String.raw`\*\*a\*\* \_b\_ \~\~c\~\~ \`d\` \|\|e\|\|`));
  it('mentions nobody', () =>
    checkEscaped('@everyone <@1> <#2> <@&3>', String.raw`\@everyone \<\@1\> \<\#2\> \<\@&3\>`));
  it('makes no link', () =>
    checkEscaped(
      '[a](https://x.example) https://y.example',
      String.raw`\[a\]\(https\://x.example\) https\://y.example`,
    ));
  it('makes no list, heading or small print', () =>
    checkEscaped('- a\n+ b\n12. c\n# d\n-# e', '\\- a\n\\+ b\n12\\. c\n\\# d\n-\\# e'));
  it('makes no emoji or time', () => checkEscaped(':wave: <t:0>', String.raw`\:wave\: \<t\:0\>`));

  it('shows every text exactly as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters('ab \n\\*_~`|<>@[]():#-+1.é😀') }), (text) => {
        expect(asShown(escapeText(text))).toBe(text);
      }),
    );
  });

  it('never exceeds what it may take, and what is left is the beginning of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: characters('ab *\n@<😀'), maxLength: 400 }),
        fc.integer({ min: 10, max: 300 }),
        (text, most) => {
          const { text: shown, isCut } = escapeUpTo(text, most);
          expect(shown.length).toBeLessThanOrEqual(most);
          expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
          expect(isCut ? text.startsWith(asShown(shown.slice(0, -2))) : asShown(shown) === text).toBe(true);
        },
      ),
    );
  });

  it('takes no long time over long runs of blanks or digits', () => {
    for (const unit of [' ', '\n', '1', '- ', '*'])
      expect(escapeUpTo(unit.repeat(200_000), 1800).text.length).toBeLessThanOrEqual(1800);
  });
});

describe('an answer', () => {
  it('shows prose, quote, speaker, role, session, date, place and link', () => {
    const { components, file } = renderReply(reply(), forAll);
    expect(textsOf(components)).toEqual([
      'It burned all night \\[1\\].',
      '> “The lamp burned \\*all\\* night.”\n**\\[1\\] Mara Quill, Keeper** · Lighthouses · 2 January 2031 · turn 4, 1\\:05 · [open](<https://records.example/lighthouses#t=65>)',
    ]);
    expect(labelsOf(components)).toEqual(['Only me', 'Keep', 'Helpful', 'Not right']);
    expect(file).toBeNull();
  });

  it('offers to show a private one to everyone, and neither in a direct message', () => {
    expect(labelsOf(renderReply(reply(), { seenBy: 'asker' }).components)).toContain('Show to everyone');
    expect(labelsOf(renderReply(reply(), { seenBy: 'direct' }).components)).toEqual(['Keep', 'Helpful', 'Not right']);
  });

  it('names the session once on each page', () => {
    const quotes = Array.from({ length: 6 }, (_, index) => ({ ...quote, n: index + 1 }));
    const pages = [0, 1].map((page) => textsOf(renderReply(reply({ quotes }), { ...forAll, page }).components));
    expect(pages.map((texts) => texts.filter((text) => text.includes('Lighthouses ·')).length)).toEqual([1, 1]);
    expect(pages[0]![2]).toContain('**\\[2\\] Mara Quill, Keeper** · turn 4, 1\\:05 · [open]');
  });

  it('shows above a reply what was asked, and by whom', () => {
    const repliesTo = { text: 'Did *all* burn?', speaker: 'Ola Reef', turn: 2, start: 0, end: 15 };
    const { components } = renderReply(reply({ quotes: [{ ...quote, repliesTo }] }), forAll);
    expect(textsOf(components)[1]).toMatch(
      /^-# Asked by Ola Reef\\: “Did \\\*all\\\* burn\?”\n> “The lamp burned .*”\n\*\*\\\[1\\\] Mara Quill, Keeper/,
    );
  });

  it('marks what comes nearest as no answer, and does not ask whether it was right', () => {
    const nearest = reply({
      status: 'nearest',
      text: 'I found nothing certain on this.',
      quotes: [],
      related: [
        { ...quote, by: 'words' },
        { ...quote, turn: 8, by: 'meaning' },
      ],
    });
    const { components } = renderReply(nearest, forAll);
    const texts = textsOf(components);
    expect(texts[1]).toBe('**Nearest, but not sure to be an answer\\:**');
    expect(texts[2]).toContain('Lighthouses · 2 January 2031 · turn 4, 1\\:05 · found by its words · [open]');
    expect(texts[3]).toContain('**Mara Quill, Keeper** · turn 9, 1\\:05 · near in meaning · [open]');
    expect(labelsOf(components)).toEqual(['Only me', 'Helpful', 'Not helpful']);
  });

  it('labels what the report says as such', () => {
    const { components } = renderReply(
      reply({ report: [{ kind: 'takeaway', text: 'Lamps matter.', speakers: [], session }] }),
      forAll,
    );
    expect(textsOf(components).at(-1)).toBe(
      '-# AI-written report · takeaway · Lighthouses · 2 January 2031\nLamps matter.',
    );
  });

  it('puts further quotes on further pages and the whole in a file', () => {
    const quotes = Array.from({ length: 10 }, (_, index) => ({
      ...quote,
      n: index + 1,
      text: `Words number ${index + 1}.`,
    }));
    const pages = [0, 1, 2].map((page) => renderReply(reply({ quotes }), { ...forAll, page }));
    expect(pages.map(({ components }) => textsOf(components).filter((text) => text.startsWith('>')).length)).toEqual([
      4, 4, 2,
    ]);
    expect(pages.map(({ file }) => (file?.text as string | undefined)?.includes('“Words number 10.”'))).toEqual([
      true,
      undefined,
      undefined,
    ]);
    expect(labelsOf(pages[0]!.components)).toContain('More quotes (page 1 of 3)');
    expect(pages.flatMap(problems)).toEqual([]);
  });

  it('marks a quote that is cut and gives it whole in the file', () => {
    const text = 'word '.repeat(900).trim();
    const { components, file } = renderReply(reply({ quotes: [{ ...quote, text }] }), forAll);
    expect(textsOf(components)[1]).toMatch(/word …\n/);
    expect(file?.text as string).toContain(`“${text}”`);
  });

  it('leads to the words in the reader, where it has an address', () => {
    const address = 'https://records.example.test/sessions/river/at/1.2.3.4.5';
    const texts = textsOf(renderReply(reply({ quotes: [{ ...quote, address }] }), forAll).components);
    expect(texts.join('\n')).toContain(`[read on](<${address}>)`);
  });
  it('makes no link of an address that would break out of it', () => {
    const url = 'https://records.example/a)(<b>';
    expect(textsOf(renderReply(reply({ quotes: [{ ...quote, url }] }), forAll).components)[1]).toContain(
      '[open](<https://records.example/a%29%28%3Cb%3E>)',
    );
    expect(
      textsOf(renderReply(reply({ quotes: [{ ...quote, url: 'javascript:alert(1)' }] }), forAll).components)[1],
    ).not.toContain('[open]');
  });

  const anyText = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: characters('ab *\n@<`|😀'), maxLength: 6000 }),
    fc.nat(6000).map((length) => '\n'.repeat(length)),
    fc.nat(9000).map((length) => 'x'.repeat(length)),
    fc.nat(900).map((count) => 'word *and* word\n'.repeat(count)),
  );
  const anySession = fc.record({ id: anyText, title: anyText, date: fc.option(anyText) });
  const anyWords = {
    text: anyText,
    speaker: fc.option(anyText),
    turn: fc.nat(9999),
    start: fc.constant(0),
    end: fc.constant(1),
  };
  const anyQuote = fc.record(
    {
      ...anyWords,
      n: fc.constant(1),
      role: fc.option(anyText),
      session: anySession,
      time: fc.option(fc.nat(99_999)),
      url: fc.option(fc.oneof(anyWebAddress, anyText)),
      address: fc.oneof(anyWebAddress, anyText),
      repliesTo: fc.record(anyWords),
      by: fc.constantFrom('words' as const, 'meaning' as const),
    },
    { requiredKeys: ['n', 'text', 'speaker', 'role', 'session', 'turn', 'start', 'end', 'time', 'url'] },
  );
  const anyAnswer: fc.Arbitrary<Answer> = fc.record({
    question: anyText,
    status: fc.constantFrom('answered', 'nearest', 'not_found'),
    text: anyText,
    quotes: fc
      .array(anyQuote, { maxLength: 30 })
      .map((quotes) => quotes.map((one, index) => ({ ...one, n: index + 1 }))),
    report: fc.array(
      fc.record({
        kind: fc.constant('takeaway' as const),
        text: anyText,
        speakers: fc.array(anyText),
        session: anySession,
      }),
      { maxLength: 12 },
    ),
    related: fc.array(anyQuote, { maxLength: 6 }),
    model: fc.constant(null),
    notice: anyText,
  });
  const anySetting: fc.Arbitrary<Setting> = fc.record({
    seenBy: fc.constantFrom('everyone', 'asker', 'direct', 'copy'),
    page: fc.nat(40),
    asked: fc.option(anyText),
    note: fc.option(anyText),
  });

  it('is never over a limit of Discord, whatever is in it', () => {
    fc.assert(
      fc.property(anyAnswer, anySetting, (any, setting) => {
        expect(problems(renderReply({ kind: 'answer', id: 'abcdefghijkl', answer: any }, setting))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('and so are verifications, lists, notices and contexts', () => {
    fc.assert(
      fc.property(
        anyQuote,
        fc.array(anyText, { maxLength: 60 }),
        anySetting,
        fc.boolean(),
        (found, lines, setting, isEnd) => {
          const all = [
            renderReply(
              {
                kind: 'verification',
                id: 'abcdefghijkl',
                verification: {
                  quote: lines[0] ?? '',
                  verdict: 'altered',
                  speaker: found.speaker,
                  found,
                  differences: lines.map((line) => ({ said: line, quoted: '' })),
                },
              },
              setting,
            ),
            renderPanel({ title: lines[0] ?? '', lines }, 'abcdefghijkl', setting.note ?? null),
            renderLine(lines[0] ?? '', setting),
            renderContext(
              {
                heading: lines[0] ?? '',
                hasEarlier: !isEnd,
                hasLater: isEnd,
                turns: Array.from({ length: 5 }, (_, index) => ({
                  speaker: lines[index] ?? '',
                  text: lines[index + 1] ?? '',
                  where: lines[index + 2] ?? '',
                  turn: index,
                  isQuoted: index === 2,
                  quoted: index === 2 ? { start: 3, end: 9 } : null,
                })),
              },
              { id: 'abcdefghijkl', key: 'q1', shift: -5 },
            ),
          ];
          expect(all.flatMap(problems)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses no quote and no prose over its pages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 3000 }),
        (lengths, words) => {
          const text = Array.from({ length: words }, (_, index) => `w${index}`).join(' ');
          const quotes = lengths.map((length, index) => ({
            ...quote,
            n: index + 1,
            text: `${index}:${'y'.repeat(length)}`,
          }));
          const texts: string[] = [];
          for (let page = 0; page === 0 || renderPage(page - 1) !== renderPage(page); page += 1)
            texts.push(...textsOf(JSON.parse(renderPage(page))));
          function renderPage(page: number): string {
            return JSON.stringify(renderReply(reply({ text, quotes }), { ...forAll, page }).components);
          }
          const shown = asShown(texts.join(' '));
          expect(text.split(' ').filter((word) => !shown.includes(word))).toEqual([]);
          expect(quotes.filter((one) => !shown.includes(`“${one.text}”`))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('context', () => {
  it('keeps the quoted words in sight in a very long turn', () => {
    const text = `${'before '.repeat(2000)}THE WORDS${' after'.repeat(2000)}`;
    const start = text.indexOf('THE WORDS');
    const rendered = renderContext(
      {
        heading: 'Lighthouses',
        hasEarlier: true,
        hasLater: false,
        turns: [
          { speaker: 'Mara Quill', text, where: '1:05', turn: 3, isQuoted: true, quoted: { start, end: start + 9 } },
        ],
      },
      { id: 'abcdefghijkl', key: 'q1', shift: 0 },
    );
    expect(textsOf(rendered.components)[1]).toMatch(/^\*\*Mara Quill\*\* · 1\\:05\n> … before .*THE WORDS after.* …$/);
  });
});

describe('a list too long for a message', () => {
  it('says how much is missing and gives the whole in a file', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `Session number ${index} about something`);
    const { components, file } = renderPanel({ title: 'Sessions', lines }, 'abcdefghijkl');
    const shown = textsOf(components)[0]!.split('\n').length - 1;
    expect(textsOf(components)[1]).toBe(`-# and ${300 - shown} more in the file`);
    expect(file?.text as string).toContain('Session number 299 about');
  });
});

describe('what a button carries', () => {
  it('comes back as it was', () => {
    checkCarried({ do: 'page', id: 'abc-_123', page: 2 });
    checkCarried({ do: 'context', id: 'abcdefghijkl', key: 'q12', shift: -5 });
    checkCarried({ do: 'around', id: 'abcdefghijkl', key: 'r2', shift: 10 });
    checkCarried({ do: 'share', id: 'abcdefghijkl' });
    checkCarried({ do: 'reason', id: 'abcdefghijkl' });
    checkCarried({ do: 'change', of: 'server' });
  });
  it('is nothing where it is not ours', () => {
    for (const other of ['', 'page:abc:x', 'page', 'other:abc', 'good', 'change:everything'])
      expect(readAction(other)).toBeNull();
  });
});

describe('the form for a reason', () => {
  it('is one Discord takes', () => expect(problemsOfModal({ ...reasonForm('abcdefghijkl') })).toEqual([]));
});
