import { describe, expect, it } from 'vitest';
import { isSameWord, placedWords, wordsOfBoth } from '../../src/answering/placed-words.ts';

function check(text: string, words: string, language = 'en'): void {
  expect(
    placedWords(text, language)
      .map(({ word }) => word)
      .join(' '),
  ).toBe(words);
}

describe('the words of a sentence', () => {
  it.each([
    ["We don’t know; they can't.", 'we do not know they can not'],
    ["It 's theirs, we've been.", "it 's theirs we have been"],
    ['Fifty boats, 5G, the 1960s', '#50 boats 5g the 1960s'],
    ['$40,000 or 10 %', '$ #40000 or #10 %'],
    ['the US, the U.S. and the UK', 'the @US the @US and the @GB'],
    ['an energy-intensive plan', 'an energy intensive plan'],
    ['{pause} uh [inaudible] yes', 'uh yes'],
    ['the L_C_D_ screen', 'the lcd screen'],
    ['bit.ly/3xQ', 'bit.ly 3xq'],
  ])('%s', (text, words) => check(text, words));
  it('in scripts without blanks', () => check('五只海豹', '#5 只 海 豹', 'zh'));
  it('have places', () =>
    expect(placedWords('Two boats', 'en')).toEqual([
      { word: '#2', start: 0, end: 3, capital: false },
      { word: 'boats', start: 4, end: 9, capital: false },
    ]));
  it('of long texts as fast as of short ones', () => {
    for (const words of ['a.', 'L_', "don't", '{a', "it 's ", 'The United ', '１０,'])
      expect(placedWords(words.repeat(20_000 / words.length), 'en').length).toBeLessThanOrEqual(20_000);
  });
  it('with an acronym for a name', () => {
    const [said, stated] = wordsOfBoth('The Union of Ferry Owners pays.', 'the UFO pays', 'en');
    expect(said.map(({ word }) => word)).toEqual(['the', 'ufo', 'pays']);
    expect(stated.map(({ word }) => word)).toEqual(['the', 'ufo', 'pays']);
  });
});

describe('a word', () => {
  it.each([
    ['they', 'we', true, true],
    ['we', 'they', false, false],
    ['she', 'i', false, false],
    ['are', 'am', true, true],
    ['was', 'is', false, false],
    ['counting', 'counted', false, true],
    ['counter', 'counted', false, false],
    ['seal', 'seals', false, true],
  ])('%s for %s', (stated, said, strictly, loosely) =>
    expect([isSameWord(stated, said, 'strictly'), isSameWord(stated, said, 'loosely')]).toEqual([strictly, loosely]),
  );
});
