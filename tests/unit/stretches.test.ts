import { assert, array, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rankable } from '../../src/retrieval/rank.ts';
import { chanceOf, stretchesOf } from '../../src/retrieval/stretches.ts';

function sessionOf(words: number[], postings: Rankable['postings'] = new Map()): Rankable {
  const passages = words.map((words, at) => ({ firstTurn: at, lastTurn: at, words, centre: at * 100 }));
  const fading = [0, 0, 0].map(() => new Float64Array(Math.max(words.length - 1, 0)));
  return {
    passages,
    words: words.reduce((sum, each) => sum + each, 0),
    postings,
    passageAt: words.map((_, at) => at),
    speakers: new Map(),
    fading,
  };
}

function check(scores: number[], words: number[], expected: [first: number, last: number][]) {
  expect(stretchesOf(Float64Array.from(scores), sessionOf(words)).map(({ first, last }) => [first, last])).toEqual(
    expected,
  );
}

describe('stretchesOf', () => {
  it('joins neighbours that score nearly as well', () =>
    check(
      [0, 2, 1.9, 0],
      [90, 90, 90, 90],
      [
        [1, 2],
        [0, 0],
        [3, 3],
      ],
    ));
  it('leaves out what falls behind', () =>
    check(
      [0, 2, 1],
      [90, 90, 90],
      [
        [1, 1],
        [2, 2],
        [0, 0],
      ],
    ));
  it('stops at so many words', () =>
    check(
      [1, 1, 1, 1],
      [100, 100, 100, 100],
      [
        [0, 2],
        [3, 3],
      ],
    ));
  it('keeps a long passage whole', () =>
    check(
      [1, 0.9],
      [900, 100],
      [
        [0, 0],
        [1, 1],
      ],
    ));
  it('has none for a session without passages', () => check([], [], []));
  it('passes over what is not allowed', () =>
    expect(
      stretchesOf(Float64Array.from([2, 3, 2.9]), sessionOf([50, 50, 50]), (passage) => passage !== 1).map(
        ({ first, last }) => [first, last],
      ),
    ).toEqual([
      [2, 2],
      [0, 0],
    ]));

  it('has every passage exactly once, best stretch first', () => {
    assert(
      property(array(double({ min: -5, max: 5, noNaN: true }), { maxLength: 20 }), (scores) => {
        const stretches = stretchesOf(Float64Array.from(scores), sessionOf(scores.map(() => 80)));
        const passages = stretches.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(passages.toSorted((one, other) => one - other)).toEqual([...scores.keys()]);
        expect(stretches.map(({ score }) => score)).toEqual(
          stretches.map(({ score }) => score).toSorted((one, other) => other - one),
        );
      }),
    );
  });
});

describe('chanceOf', () => {
  const session = sessionOf(
    [100, 100],
    new Map([
      ['heron', [0, 0, 0]],
      ['nest', [0, 0]],
    ]),
  );
  const chance = (passage: number, ...terms: string[]) =>
    chanceOf(
      passage,
      2,
      terms.map((term) => ({ term, weight: 1 })),
      session,
    );
  it('is high where all of the question stands', () => expect(chance(0, 'heron', 'nest')).toBeGreaterThan(0.6));
  it('is low where nothing of it does', () => expect(chance(1, 'heron', 'nest')).toBeLessThan(0.1));
  it('falls with each word that is lacking', () => {
    expect(chance(0, 'heron', 'budget')).toBeLessThan(chance(0, 'heron', 'nest'));
    expect(chance(0, 'heron', 'budget', 'road')).toBeLessThan(chance(0, 'heron', 'budget'));
  });
  it('is none for a question without words', () => expect(chance(0)).toBe(0));
});
