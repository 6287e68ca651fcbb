import { describe, expect, it } from 'vitest';
import { withNamedFirst, withRareFirst } from '../../src/answering/asked-first.ts';
import type { Candidate } from '../../src/answering/candidates.ts';
import type { Wanted } from '../../src/answering/matter/evidence.ts';
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
  expect(withRareFirst(candidates, { terms, names: [] }).map(({ index }) => index)).toEqual(expected),
);

describe('a rare word of whoever asks', () => {
  const parts = { said: 0, literal: 0, named: true, ofSomebody: false };
  const near = [
    { around: 0.6, beside: 0.5, least: 1 },
    { around: 0.4, beside: 0.1, least: 1 },
    { around: 0.2, beside: 0.2, least: 1 },
  ].map((each, at) => ({ ...candidates[at]!, closeness: { ...parts, ...each } }));
  const terms = [term('weather', 5), term('quenel', 9)];
  it('brings nothing before what has far more of the rest', () =>
    expect(withRareFirst(near, { terms, names: [] }).map(({ index }) => index)).toEqual([0, 2, 1]));
  it('does where it is a name', () =>
    expect(withRareFirst(near, { terms, names: [['quenel']] }).map(({ index }) => index)).toEqual([1, 0, 2]));
});

it.each<[string, number[]]>([
  ['How many boats has Blue Quay?', [2, 0, 1]],
  ['How many boats has Red Quay?', [0, 1, 2]],
  ['How many boats has Quay?', [0, 1, 2]],
])('who is named in several words comes first: %s', (words, expected) => {
  const onBoats = readingOf([
    'Ana: The boats are fine.',
    'Ben: The quay is wet.',
    'Ana: The ships of Blue Quay are old.',
  ]);
  const near = candidates.map((each) => ({ ...each, reading: onBoats }));
  expect(withNamedFirst(near, { words }).map(({ index }) => index)).toEqual(expected);
});
