import { expect, it } from 'vitest';
import { fuse } from '../../src/retrieval/fuse.ts';

it('puts first what stands high in several lists', () => {
  expect(
    fuse([
      { ids: ['a', 'b', 'c'], counts: 1 },
      { ids: ['b', 'd'], counts: 1 },
    ]),
  ).toEqual([
    { id: 'b', score: 1 / 62 + 1 / 61 },
    { id: 'a', score: 1 / 61 },
    { id: 'd', score: 1 / 62 },
    { id: 'c', score: 1 / 63 },
  ]);
});
it('counts lists as they weigh', () =>
  expect(
    fuse([
      { ids: ['a'], counts: 0.1 },
      { ids: ['b'], counts: 1 },
    ]).map(({ id }) => id),
  ).toEqual(['b', 'a']));
it('of nothing gives nothing', () => expect(fuse([])).toEqual([]));
