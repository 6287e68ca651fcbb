import { describe, expect, it } from 'vitest';
import { writtenApart, writtenInOne } from '../../src/words/written-together.ts';

describe('a word that others write in two', () => {
  it.each([
    ['egovernment', ['e', 'govern']],
    ['5g', ['5', 'g']],
    ['multistakeholder', ['multi', 'stakehold']],
    ['cybersecurity', ['cyber', 'secur']],
    ['database', ['data', 'base']],
  ])('%s', (word, parts) => expect(writtenApart(word)).toEqual(parts));
  it.each(['emission', 'internet', 'multiple', 'education', 'g77', 'micros', '5'])('not %s', (word) =>
    expect(writtenApart(word)).toBeNull(),
  );
});

describe('two words that others write in one', () => {
  it.each([
    ['e', 'government', 'egovern'],
    ['5', 'g', '5g'],
    ['multi', 'stakeholder', 'multistakehold'],
    ['data', 'centres', 'datacentr'],
  ])('%s %s', (first, second, one) => expect(writtenInOne(first, second)).toBe(one));
  it.each([
    ['data', 'from'],
    ['a', 'government'],
    ['multi', 'one'],
    ['5', 'gulls'],
  ])('not %s %s', (first, second) => expect(writtenInOne(first, second)).toBeNull());
});
