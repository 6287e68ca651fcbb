/** How like a question sentences are in meaning, put so that sentences of several sessions can be compared. */
import { similaritiesIn, type Meanings } from '../../retrieval/meaning.ts';
import type { Reading } from '../../retrieval/reading.ts';

/** By reading, of each sentence, how many usual differences it is nearer than the average one; NaN for what cannot be near. */
export type Likeness = Map<Reading, Float64Array>;

/** Empty where nothing knows what the question means. */
export async function likenessTo(words: string, readings: Reading[], meanings: Meanings | null): Promise<Likeness> {
  if (!meanings) return new Map();
  const near = await similaritiesIn(
    words,
    readings.map((reading) => ({ reading })),
    meanings,
  );
  let [count, sum, squares] = [0, 0, 0];
  for (const similarities of near)
    for (const similarity of similarities) {
      if (Number.isNaN(similarity)) continue;
      count += 1;
      sum += similarity;
    }
  const mean = sum / Math.max(count, 1);
  for (const similarities of near)
    for (const similarity of similarities) if (!Number.isNaN(similarity)) squares += (similarity - mean) ** 2;
  const spread = Math.sqrt(squares / Math.max(count, 1)) || 1;
  const likeness = near.map((similarities) => similarities.map((similarity) => (similarity - mean) / spread));
  return count === 0 ? new Map() : new Map(likeness.map((each, at) => [readings[at]!, each]));
}

export function standardOf(values: number[]): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / Math.max(values.length, 1)) || 1 };
}
