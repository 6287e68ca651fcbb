/** How like a question sentences are in meaning, put so that sentences of several sessions can be compared. */
import { nearestInMeaning, type Meanings } from '../retrieval/meaning.ts';
import type { Reading } from '../retrieval/reading.ts';

/** By reading and place: how many usual differences a sentence is nearer than the average one. */
export type Likeness = Map<Reading, Map<number, number>>;

/** Empty where nothing knows what the question means. */
export async function likenessTo(words: string, readings: Reading[], meanings: Meanings | null): Promise<Likeness> {
  const likeness: Likeness = new Map();
  if (!meanings) return likeness;
  const near = await nearestInMeaning(
    words,
    readings.map((reading) => ({ reading })),
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
