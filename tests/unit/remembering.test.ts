import { expect, it } from 'vitest';
import { remembering } from '../../src/words/remembering.ts';

it('makes the same once, also nothing, until there are too many', () => {
  const made: string[] = [];
  const lengthOf = remembering((text) => {
    made.push(text);
    return text === '' ? null : text.length;
  }, 2);
  expect(['a', 'bb', '', 'a', 'a'].map(lengthOf)).toEqual([1, 2, null, 1, 1]);
  // The third was one too many for what was kept.
  expect(made).toEqual(['a', 'bb', '', 'a']);
});
