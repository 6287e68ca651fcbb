/** Meanings of a session's sentences, kept small: a byte a number. */
import { around } from './rank.ts';

export interface SentenceMeanings {
  /**
   * How near each sentence is to a vector of length 1, from -1 to 1: the cosine of its own vector and, counting
   * `aroundCounts` beside it, that of what stands around it. NaN for a sentence that has no meaning.
   */
  similaritiesTo(vector: Float32Array, aroundCounts: number): Float64Array;
}

/**
 * `vectors` are those of all sentences in order, null or zeros for one that says nothing; `fading` is what is left of a
 * sentence from each to the next.
 */
export function sentenceMeanings(vectors: (Float32Array | null)[], fading: Float64Array): SentenceMeanings {
  const dimensions = vectors.find((vector) => vector !== null)?.length ?? 0;
  const rows = new Int8Array(vectors.length * dimensions);
  /** How much one in a row's bytes stands for. */
  const steps = new Float32Array(vectors.length);
  const lengths = new Float32Array(vectors.length);
  for (const [at, vector] of vectors.entries()) {
    if (!vector) continue;
    lengths[at] = lengthOf(vector);
    let most = 0;
    for (const value of vector) most = Math.max(most, Math.abs(value));
    const step = most / 127 || 1;
    steps[at] = step;
    for (let n = 0; n < dimensions; n++) rows[at * dimensions + n] = Math.round(vector[n]! / step);
  }
  const lengthsAround = lengthsWithAround(vectors, fading, dimensions);

  return {
    similaritiesTo(vector, aroundCounts) {
      const products = new Float64Array(steps);
      for (let at = 0, byte = 0; at < products.length; at++) {
        let sum = 0;
        for (let n = 0; n < dimensions; n++, byte++) sum += vector[n]! * rows[byte]!;
        products[at]! *= sum;
      }
      // The product with a sum is the sum of the products, so that what stands around needs no rows of its own.
      const sums = around(products, fading);
      return products.map((product, at) =>
        lengths[at] === 0
          ? Number.NaN
          : (product / lengths[at]! + (aroundCounts * sums[at]!) / (lengthsAround[at]! || 1)) / (1 + aroundCounts),
      );
    },
  };
}

/** How long the vector of each sentence is with what fades in from both sides, as `around` sums it. */
function lengthsWithAround(vectors: (Float32Array | null)[], fading: Float64Array, dimensions: number): Float32Array {
  const nothing = new Float32Array(dimensions);
  const before = new Float32Array(vectors.length * dimensions);
  const carried = new Float64Array(dimensions);
  for (const [at, vector] of vectors.entries()) {
    for (let n = 0; n < dimensions; n++) {
      before[at * dimensions + n] = carried[n]!;
      carried[n] = (carried[n]! + (vector ?? nothing)[n]!) * (fading[at] ?? 0);
    }
  }
  carried.fill(0);
  const lengths = new Float32Array(vectors.length);
  const sum = new Float32Array(dimensions);
  for (let at = vectors.length - 1; at >= 0; at--) {
    const vector = vectors[at] ?? nothing;
    for (let n = 0; n < dimensions; n++) {
      sum[n] = before[at * dimensions + n]! + vector[n]! + carried[n]!;
      carried[n] = (carried[n]! + vector[n]!) * (fading[at - 1] ?? 0);
    }
    lengths[at] = lengthOf(sum);
  }
  return lengths;
}

export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (let n = 0; n < vector.length; n++) squares += vector[n]! * vector[n]!;
  return Math.sqrt(squares);
}
