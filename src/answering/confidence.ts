/**
 * How sure it is that a session speaks of what is asked. In talk, the words of a question stand in the sentences around
 * what answers it and in the turns before, so they count here for whatever is said near them, by anybody; which sentence
 * says most of it is another question (`matter/evidence.ts`).
 */
import { readFileSync } from 'node:fs';
import type { Matched, Wanted } from './matter/evidence.ts';
import type { ReadSentence, Reading } from '../retrieval/reading.ts';

/** What tells the chance, of the place in a session where most of the question stands. */
export interface Traits {
  /** Share of what the question's terms tell that stands in and around the place, 0 to 1. */
  covered: number;
  /** Share of the question's neighbouring terms that stand side by side there, 0 to 1. */
  pairs: number;
  /** How much there is to find: the logarithm of the sum of the rarities of the terms. */
  asked: number;
  /** 1 where somebody is asked of whose words these are, 0 where everybody is. */
  ofSpeaker: number;
  /** What of the question stands in the other sessions looked at, on average: where all have as much, none is the one meant. */
  others: number;
}

/**
 * A logistic regression, learned from questions asked of libraries with their meeting in it and without
 * (`tests/bench/train-confidence.ts`); `others`, `whole` and `leastChance` were then chosen so that one meeting and many
 * both hold (`docs/measurements.md`).
 */
export interface ConfidenceWeights {
  constant: number;
  traits: Record<keyof Traits, number>;
  /** The chance where all of the matter stands in one sentence, however much else was said elsewhere. */
  whole: number;
  /** A question is answered from this chance on. */
  leastChance: number;
}

export const learned = JSON.parse(
  readFileSync(new URL('confidence-weights.json', import.meta.url), 'utf8'),
) as ConfidenceWeights;

/** The chance that a session with such a place answers, 0 to 1. */
export function chanceOf(
  traits: Traits,
  { constant, traits: weights }: Pick<ConfidenceWeights, 'constant' | 'traits'> = learned,
): number {
  return 1 / (1 + Math.exp(-traitNames.reduce((sum, name) => sum + weights[name] * traits[name], constant)));
}

export const traitNames = ['covered', 'pairs', 'asked', 'ofSpeaker', 'others'] as const satisfies (keyof Traits)[];

/** Where in a session most of a question stands. */
export interface Spot {
  traits: Traits;
  /** Whether every name of the question is said there, or is a speaker's. */
  named: boolean;
  /** Whether one of what tells most in the question is in the words of those who are asked of, and not only in what others say beside. */
  said: boolean;
  /** Per sentence, as `covered` of the traits. */
  covered: Float64Array;
}

/** Null where none of the sentences of `among` has any of the question near. */
export function spotOf(
  reading: Reading,
  wanted: Wanted,
  { has }: Matched,
  among: (sentence: ReadSentence) => boolean,
  { ofSpeaker }: { ofSpeaker: boolean },
): Spot | null {
  const { sentences, fading, places } = reading;
  const total = wanted.terms.reduce((sum, { rarity }) => sum + rarity, 0);
  const ofEach = (value: (index: number) => number) => {
    const values = new Float64Array(sentences.length);
    for (let index = 0; index < values.length; index += 1) values[index] = value(index);
    return values;
  };
  const covered = new Float64Array(sentences.length);
  const theirs: { rarity: number; values: Float64Array }[] = [];
  const near = wanted.terms.map(({ rarity }, which) => {
    const here = ofEach((index) => has[index]![which]!);
    if (here.every((value) => value === 0)) return null;
    const reached = fading.map((each) => around(here, each));
    if (ofSpeaker)
      theirs.push({
        rarity,
        values: around(
          ofEach((index) => (among(sentences[index]!) ? here[index]! : 0)),
          fading[longestReach]!,
        ),
      });
    for (const values of reached)
      for (let index = 0; index < covered.length; index += 1)
        covered[index]! += (values[index]! * rarity) / total / fading.length;
    return reached[middleReach]!;
  });
  let best = -1;
  for (let index = 0; index < covered.length; index += 1)
    if (covered[index]! > (covered[best] ?? 0) && among(sentences[index]!)) best = index;
  if (best === -1) return null;
  const beside = wanted.pairs.map((pair) => {
    const here = new Float64Array(sentences.length);
    for (const index of places.get(pair[0]) ?? []) here[index] = standsBeside(pair, sentences[index]!) ? 1 : 0;
    return around(here, fading[middleReach]!)[best]!;
  });
  const names = new Set(wanted.names.flat());
  return {
    covered,
    said:
      !ofSpeaker ||
      theirs
        .toSorted((one, other) => other.rarity - one.rarity)
        .slice(0, Math.ceil(theirs.length / 3))
        .some(({ values }) => values[best]! > leastNear),
    named: wanted.terms.every(
      ({ term }, which) =>
        !names.has(term) || (near[which]?.[best] ?? 0) > leastNear || sentences.some(({ about }) => about.has(term)),
    ),
    traits: {
      covered: covered[best]!,
      pairs: beside.reduce((sum, value) => sum + value, 0) / Math.max(beside.length, 1),
      asked: Math.log(total),
      ofSpeaker: ofSpeaker ? 1 : 0,
      others: 0,
    },
  };
}

const middleReach = 1;
const longestReach = 2;
const leastNear = 1 / Math.E;

function standsBeside([first, second]: [string, string], { run }: ReadSentence): boolean {
  for (let at = run.indexOf(first); at !== -1; at = run.indexOf(first, at + 1))
    if (run[at + 1] === second || run[at + 2] === second) return true;
  return false;
}

/** The most of what stands at each sentence or, fading, at others. */
function around(values: Float64Array, fading: Float64Array): Float64Array {
  const most = values.slice();
  for (let at = 1; at < most.length; at += 1) most[at] = Math.max(most[at]!, most[at - 1]! * fading[at - 1]!);
  for (let at = most.length - 2; at >= 0; at -= 1) most[at] = Math.max(most[at]!, most[at + 1]! * fading[at]!);
  return most;
}
