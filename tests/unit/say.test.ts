import { describe, expect, it } from 'vitest';
import { asProse, told, type Said } from '../../src/answering/quotes/say.ts';

/** Told of Ana Ruiz in English, unless said otherwise. */
function check(words: string, expected: string, said: Partial<Said> = {}, asked: string | null = 'en'): void {
  const cuts = [{ text: words, of: words }];
  expect(told({ speaker: 'Ana Ruiz', cuts, before: null, isQuoted: false, language: 'en', ...said }, asked)).toBe(
    expected,
  );
}

describe('what was said', () => {
  it.each([
    ['The fund pays for it.', 'Ana Ruiz says the fund pays for it.'],
    ['there is a fund.', 'Ana Ruiz says there is a fund.'],
    ['It’s a fund.', 'Ana Ruiz says it’s a fund.'],
  ])('of others: %s', (words, expected) => check(words, expected));
  it.each([
    'We pay for it.',
    'Our fund is small.',
    'The fund asked me.',
    'Look at the fund.',
    'Let us pay.',
    'Why would the fund pay.',
    'Is the fund small.',
    'Thank you.',
    'If the fund pays, it is built.',
    'Because the fund is small.',
    'Dredging is dear.',
    'The fund is small!',
  ])('is told after a colon: %s', (words) => check(words, `Ana Ruiz: ${words}`));
  it('as a question', () => check('Is the fund small?', 'Ana Ruiz asks: Is the fund small?'));
  it('by nobody known', () => check('The fund pays.', 'An unknown speaker says the fund pays.', { speaker: null }));
  it('in a quotation', () => check('The fund pays.', 'Ana Ruiz, quoting: The fund pays.', { isQuoted: true }));
  it('in several sentences', () =>
    check('', 'Ana Ruiz: The fund pays. It is small.', {
      cuts: ['The fund pays.', 'It is small.'].map((text) => ({ text, of: text })),
    }));
  it('after what it takes from before', () =>
    check('It pays.', 'Ana Ruiz: [The fund is small.] It pays.', { before: 'The [fund] is small.' }));
  it.each([
    ['fr', 'Ana Ruiz : Le fonds paie.'],
    ['zh', 'Ana Ruiz： Le fonds paie.'],
    [null, 'Ana Ruiz: Le fonds paie.'],
  ])('in another language, asked in %s', (asked, expected) =>
    check('Le fonds paie.', expected, { language: 'fr' }, asked),
  );
});

describe('words of a record', () => {
  it.each([
    ['He said "yes" [12].', 'He said “yes” (12).'],
    ['He said “yes.', 'He said yes.'],
    ['He\u200b said\u202e\n yes', 'He said yes'],
  ])('%j', (text, expected) => expect(asProse(text, text)).toBe(expected));
  it('lose the marks of what does not stand so', () =>
    expect(asProse('He said "yes, I do".', 'He said "yes , I do".')).toBe('He said yes, I do.'));
});
