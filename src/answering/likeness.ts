/** How like a question sentences are in meaning, put so that sentences of several sessions can be compared. */
import { nearestInMeaning } from '../retrieval/meaning.ts';
import type { Reading } from '../retrieval/reading.ts';
import type { Ground } from './ground.ts';

/** By reading and place: how many usual differences a sentence is nearer than the average one. */
export type Likeness = Map<Reading, Map<number, number>>;

/** Empty where nothing knows what the question means; then no sessions are opened. */
export async function likenessTo(
  words: string,
  open: () => Reading[] | Promise<Reading[]>,
  ground: Ground,
): Promise<Likeness> {
  const likeness: Likeness = new Map();
  const meanings = await ground.meaningsOf(words);
  if (!meanings) return likeness;
  const near = await nearestInMeaning(
    words,
    (await open()).map((reading) => ({ reading })),
    meanings,
    Infinity,
  );
  const { mean, spread } = standardOf(near.map(({ similarity }) => similarity));
  for (const { reading, index, similarity } of near) {
    let known = likeness.get(reading);
    if (!known) likeness.set(reading, (known = new Map()));
    known.set(index, (similarity - mean) / spread);
  }
  return likeness;
}

export function standardOf(values: number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / Math.max(values.length, 1)) || 1 };
}
