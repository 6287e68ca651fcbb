import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  bootstrap,
  found,
  placeOf,
  type BenchQuery,
  type Budget,
  type Meeting,
  type Stretch,
} from '../bench/search-measures.ts';

const meeting: Meeting = {
  id: 'm',
  title: 'M',
  source: 'invented',
  turns: [],
  words: [1000, 500, 500, 1000, 0, 3000],
  totalWords: 6000,
};
const query: BenchQuery = { id: 'q', text: 'q', meeting, gold: new Set([1, 3]) };
const at = (...turns: [number, number][]): Stretch[] => turns.map((each) => ({ meeting, turns: each }));

function check(stretches: Stretch[], budget: Budget, words: number, turns: number) {
  expect(found(query, stretches, budget)).toEqual({ words: words / 1500, turns: turns / 2 });
}

describe('found', () => {
  it('counts the gold words taken', () => check(at([1, 1]), '1500', 500, 1));
  it('stops where the budget is full', () => check(at([0, 3]), '1500', 500, 1));
  it('counts the turn that goes over as far as it goes', () => check(at([3, 3]), '1/10', 600, 1));
  it('takes each turn once', () => check(at([0, 1], [1, 1], [1, 3]), '3000', 1500, 2));
  it('does not stop at an empty turn', () => check(at([4, 4], [1, 1]), '1500', 500, 1));
  it('takes the stretches in their order', () => check(at([5, 5], [1, 1]), '2000', 0, 0));
});

describe('placeOf', () => {
  const other: Meeting = { ...meeting, id: 'other' };
  it('finds the first stretch that touches gold, and the meeting', () =>
    expect(placeOf(query, [{ meeting: other, turns: [1, 1] }, ...at([2, 2], [2, 3])])).toEqual({ hit: 3, meeting: 2 }));
  it('is Infinity where there is none', () => expect(placeOf(query, [])).toEqual({ hit: Infinity, meeting: Infinity }));
});

describe('areaUnderCurve', () => {
  for (const [positive, negative, area] of [
    [[2, 3], [0, 1], 1],
    [[0], [1], 0],
    [[1], [1], 0.5],
    [[1, 3], [2], 0.5],
  ] as const) {
    it(`is ${area} for ${positive.join(', ')} over ${negative.join(', ')}`, () =>
      expect(areaUnderCurve([...positive], [...negative])).toBe(area));
  }
});

describe('bootstrap', () => {
  it('is narrow for equal differences', () => expect(bootstrap([1, 1, 1])).toEqual([1, 1]));
  it('holds the mean', () => {
    const [low, high] = bootstrap([-1, 0, 1, 2, 3]);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
  });
});
