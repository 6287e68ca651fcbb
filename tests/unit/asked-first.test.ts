import { expect, it } from 'vitest';
import { withRareFirst } from '../../src/answering/asked-first.ts';
import type { Candidate } from '../../src/answering/candidates.ts';
import type { Wanted } from '../../src/answering/evidence.ts';
import { readingOf } from '../fixtures/talks.ts';

const reading = readingOf(['Ana: The weather is fine.', 'Ben: We met at Quenelle.', 'Ana: It may rain.']);
const candidates = [0, 1, 2].map((index): Candidate => ({
  reading,
  index,
  place: null,
  like: 0,
  closeness: null,
  nearness: 3 - index,
}));
const term = (name: string, weight: number, unknown = false): Wanted['terms'][number] => ({
  term: name,
  weight,
  rarity: 1,
  others: [],
  unknown,
});

it.each<[string, Wanted['terms'], number[]]>([
  ['a word that hardly anybody says comes first', [term('weather', 5), term('quenel', 9)], [1, 0, 2]],
  ['one that many say does not', [term('weather', 5), term('quenel', 6)], [0, 1, 2]],
  ['one that nobody says does not', [term('weather', 5), term('quenel', 9, true)], [0, 1, 2]],
])('%s', (_what, terms, expected) =>
  expect(withRareFirst(candidates, { terms }).map(({ index }) => index)).toEqual(expected),
);
