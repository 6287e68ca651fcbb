import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderReply } from '../../adapters/slack/blocks.ts';
import { cut, escapeText, limits } from '../../adapters/slack/rich-text.ts';
import type { Answer, Quote } from '../../src/answer.ts';
import { mentionsIn, refuseMessage, wordsOf } from '../fakes/slack-limits.ts';
import { anyCharacter, anyWebAddress } from '../fixtures/characters.ts';

const session = { id: 'river-forum-2031', title: 'River forum', date: '2031-05-02' };

function quote(n: number, text: string, url: string | null = null): Quote {
  return { n, text, speaker: 'Ida Moor', role: 'Chair', session, turn: n, start: 0, end: text.length, time: 61, url };
}

function answer(change: Partial<Answer> = {}): Answer {
  return {
    question: 'What was said of the weir?',
    status: 'answered',
    text: 'The weir stays [1].',
    quotes: [quote(1, 'We keep the weir.')],
    report: [],
    related: [],
    model: null,
    ...change,
  };
}

function render(change: Partial<Answer>, canShare = false) {
  return renderReply({ kind: 'answer', id: 'abcdefghijkl', answer: answer(change) }, { canShare });
}

describe('an answer', () => {
  test('has the prose, the quote with who, where and when, and buttons', () => {
    const [best] = render({});
    expect(wordsOf(best!.blocks)).toContain('The weir stays ');
    expect(wordsOf(best!.blocks)).toContain('Ida Moor, Chair');
    expect(wordsOf(best!.blocks)).toContain('River forum · 2 May 2031 · turn 2, 1:01');
    expect(best!.blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'actions', 'context_actions']);
    expect(best!.whole).toBeNull();
  });
  test('labels what the report says, and does not set it as a quotation', () => {
    const [best] = render({ report: [{ kind: 'takeaway', text: 'The weir is safe.', speakers: [], session }] });
    const item = best!.blocks.find((block) => JSON.stringify(block).includes('The weir is safe.'));
    expect(JSON.stringify(item)).toContain('AI-written report · takeaway');
    expect(JSON.stringify(item)).not.toContain('rich_text_quote');
  });
  test('leads to the words in the reader, where it has an address', () => {
    const address = 'https://records.example.test/sessions/river/at/1.2.3.4.5';
    const [best] = render({ quotes: [{ ...quote(1, 'We keep the weir.'), address }] });
    expect(JSON.stringify(best!.blocks)).toContain(JSON.stringify({ type: 'link', url: address, text: 'read on' }));
  });
  test('leads from the mark to the source', () => {
    const [best] = render({ quotes: [quote(1, 'We keep the weir.', 'https://example.test/talk#t=61')] });
    expect(best!.blocks[0]).toMatchObject({
      elements: [
        {
          elements: [
            { text: 'The weir stays ' },
            { type: 'link', url: 'https://example.test/talk#t=61', text: '[1]' },
            {},
          ],
        },
      ],
    });
  });
  test('makes no link of an address that is none', () => {
    const [best] = render({ quotes: [quote(1, 'We keep the weir.', 'javascript:alert(1)')] });
    expect(JSON.stringify(best!.blocks)).not.toContain('javascript');
  });
  test('offers to share only where asked', () => {
    expect(JSON.stringify(render({}, false))).not.toContain('"share"');
    expect(JSON.stringify(render({}, true))).toContain('"share"');
  });
  test('keeps what does not fit for More quotes and the file', () => {
    const quotes = Array.from({ length: 30 }, (_, index) =>
      quote(index + 1, `Words number ${index + 1}, ${'and on '.repeat(150)}.`),
    );
    const [best] = render({ quotes });
    expect(JSON.stringify(best!.blocks)).toContain('More quotes');
    expect(best!.whole).toContain('Words number 30');
  });
  test('says that words are left out of a quote that is too long', () => {
    const [best] = render({ quotes: [quote(1, 'word '.repeat(2000))] });
    expect(wordsOf(best!.blocks)).toContain('…');
    expect(best!.whole).toContain('word '.repeat(1999));
  });
});

describe('a reply', () => {
  const asked = { text: 'Who keeps the weir?', speaker: 'Olu Bright', turn: 0, start: 0, end: 19 };
  test('stands below its question, which is not set as a quotation', () => {
    const [best] = render({ quotes: [{ ...quote(1, 'We do.'), repliesTo: asked }] });
    const block = best!.blocks.find((one) => JSON.stringify(one).includes('We do.'))!;
    expect(block).toMatchObject({
      elements: [
        { type: 'rich_text_section', elements: [{ text: 'Asked by Olu Bright: “Who keeps the weir?”' }] },
        { type: 'rich_text_section', elements: [{ text: '[1] ' }, { text: 'Ida Moor, Chair' }, {}, {}] },
        { type: 'rich_text_quote', elements: [{ text: 'We do.' }] },
      ],
    });
    expect(best!.text).toContain('Asked by Olu Bright: “Who keeps the weir?”\n[1] “We do.”');
  });
  test('and no context button is for the question', () => {
    const [best] = render({ quotes: [{ ...quote(1, 'We do.'), repliesTo: asked }] });
    expect(wordsOf(best!.blocks).match(/Context/g)).toHaveLength(1);
  });
});

describe('what comes nearest', () => {
  const nearest: Partial<Answer> = {
    status: 'nearest',
    text: 'I found nothing certain on this.',
    quotes: [],
    related: [
      { ...quote(1, 'The weir leaks.'), by: 'words' },
      { ...quote(2, 'Water runs past the wall.'), by: 'meaning' },
    ],
  };
  test('is marked as no answer, with how each passage was found', () => {
    const shown = wordsOf(render(nearest)[0]!.blocks);
    expect(shown).toContain('Nearest, but not sure to be an answer:');
    expect(shown.indexOf('Nearest')).toBeLessThan(shown.indexOf('The weir leaks.'));
    expect(shown).toContain('River forum · 2 May 2031 · turn 2, 1:01 · found by its words');
    expect(shown).toContain('turn 3, 1:01 · near in meaning');
    expect(shown).not.toContain('[1]');
  });
  test('is judged as help, not as an answer', () => {
    const shown = wordsOf(render(nearest)[0]!.blocks);
    expect(shown).toContain('Helpful');
    expect(shown).not.toContain('answer\n');
    expect(JSON.stringify(render(nearest)[0]!.blocks)).not.toMatch(/Good answer|Bad answer|This answer/);
  });
  test('names the session once', () => {
    expect(wordsOf(render(nearest)[0]!.blocks).match(/River forum/g)).toHaveLength(1);
  });
});

describe('nobody is called and no link is made', () => {
  const nasty = '<!channel> <@U123> <https://evil.test|click> *bold* & `code` <!date^1^x|y>';
  test('by what a transcript or a question says', () => {
    for (const { text, blocks } of render({ text: nasty, quotes: [quote(1, nasty)], notice: nasty, question: nasty })) {
      expect(mentionsIn({ text, blocks })).toEqual([]);
    }
  });
  test('and the words stand as they were said', () => {
    expect(wordsOf(render({ quotes: [quote(1, nasty)] })[0]!.blocks)).toContain(nasty);
  });
  test('escaping', () => {
    expect(escapeText('a < b & c > d')).toBe('a &lt; b &amp; c &gt; d');
  });
});

describe('Slack refuses nothing', () => {
  const odd = oneof(
    string({ unit: anyCharacter, maxLength: 300 }),
    tuple(
      constantFrom('<!channel> ', '😀', '\ud800', '&', 'мова ', '\u0000', '\n\n'),
      integer({ min: 0, max: 20_000 }),
    ).map(([unit, times]) => unit.repeat(times)),
  );
  const oddQuote = record({
    text: odd,
    speaker: oneof(constant(null), odd),
    url: oneof(constant(null), odd, anyWebAddress),
    address: oneof(odd, anyWebAddress),
    title: odd,
    asked: option(odd, { nil: undefined }),
  }).map(({ text, speaker, url, title, asked }): Quote =>
    Object.assign(
      quote(1, text, url),
      { speaker, session: { id: 'x', title, date: null } },
      asked === undefined ? {} : { repliesTo: { text: asked, speaker, turn: 0, start: 0, end: 1 } },
    ),
  );
  test('in any form of any answer', () => {
    assert(
      property(
        odd,
        array(oddQuote, { maxLength: 40 }),
        array(oddQuote, { maxLength: 12 }),
        array(odd, { maxLength: 12 }),
        option(odd, { nil: undefined }),
        boolean(),
        constantFrom('answered' as const, 'nearest' as const, 'not_found' as const),
        (text, quotes, related, report, notice, canShare, status) => {
          const forms = render(
            {
              status,
              text,
              quotes: quotes.map((one, index) => ({ ...one, n: index + 1 })),
              related,
              report: report.map((words) => ({ kind: 'takeaway' as const, text: words, speakers: [], session })),
              ...(notice === undefined ? {} : { notice }),
            },
            canShare,
          );
          for (const { text: fallback, blocks } of forms) {
            expect(fallback.length).toBeLessThanOrEqual(limits.fallbackText);
            expect(refuseMessage({ text: fallback, ...(blocks.length > 0 ? { blocks } : {}) })).toBeNull();
            expect(mentionsIn({ text: fallback, blocks })).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
  test('in any panel, notice or verification', () => {
    assert(
      property(odd, array(odd, { maxLength: 60 }), oddQuote, (title, lines, { n: _n, role: _role, ...found }) => {
        for (const reply of [
          { kind: 'panel' as const, id: 'x', panel: { title, lines } },
          { kind: 'notice' as const, id: 'x', why: 'failed' as const, text: title },
          {
            kind: 'verification' as const,
            id: 'x',
            verification: {
              quote: title,
              verdict: 'altered' as const,
              speaker: null,
              found,
              differences: lines.map((said) => ({ said, quoted: 'x' })),
            },
          },
        ]) {
          for (const { text, blocks } of renderReply(reply, { canShare: false })) {
            expect(refuseMessage({ text, ...(blocks.length > 0 ? { blocks } : {}) })).toBeNull();
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['leaves what fits', 'weir', 4, 'weir'],
  ['says that it cut', 'weirs', 4, 'wei…'],
  ['never halves a character', 'we😀😀', 4, 'we…'],
])('cutting %s', (_what, text, most, expected) => {
  expect(cut(text, most)).toBe(expected);
});
