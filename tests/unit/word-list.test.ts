import { expect, test } from 'vitest';
import { anyOf, wordList } from '../../src/words/word-list.ts';

test('a table gives its words, however it is laid out', () => {
  expect(wordList('one two')).toEqual(['one', 'two']);
  expect(
    wordList(`
      one two
      three
    `),
  ).toEqual(['one', 'two', 'three']);
});

test('any of some phrases stands for each of them and no other', () => {
  const either = new RegExp(`^${anyOf(['one', 'two of'])} them$`);
  expect(['one them', 'two of them', 'one two of them', 'one'].map((text) => either.test(text))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
