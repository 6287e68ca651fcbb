import { describe, expect, it } from 'vitest';
import { isSameWord, placedWords, wordsOfBoth } from '../../src/answering/verifying/placed-words.ts';

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
    ["It 's theirs, we've been.", 'it is theirs we have been'],
    ["it's been late, and that's all", 'it has been late and that is all'],
    ["I'd go; they'd never gone; we'd better sail", 'i would go they had never gone we had better sail'],
    // Either may be meant.
    ["they'd cut it, it's cut, the port's fee", "they 'd cut it it 's cut the port 's fee"],
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

it('an acronym that everybody knows stands for its own name alone', () => {
  const names = (said: string, stated: string) => wordsOfBoth(said, stated, 'en')[0].map(({ word }) => word);
  expect(names('The World Trade Organization pays.', 'the WTO pays')).toEqual(['the', 'wto', 'pays']);
  expect(names('The Western Trawler Office pays.', 'the WTO pays')).toEqual(
    'the western trawler office pays'.split(' '),
  );
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
