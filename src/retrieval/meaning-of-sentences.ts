/** How near the sentences of a session are to a vector, each with what stands around it. */
import { around } from './rank.ts';

export interface SentenceMeanings {
  /**
   * How near each sentence is to a vector of length 1, from -1 to 1: the cosine of its own vector and, counting
   * `aroundCounts` beside it, that of what stands around it. NaN for a sentence that has no meaning.
   */
  similaritiesTo(vector: Float32Array, aroundCounts: number): Float64Array;
}

/** Which reach of a reading "around" a sentence is. */
export const aroundReach = 0;

/**
 * Of vectors that are known, kept small: a byte a number. `vectors` are those of all sentences in order, one after the
 * other, zeros for one that says nothing; `fading` is what is left of a sentence from each to the next.
 */
export function sentenceMeanings(vectors: Float32Array, dimensions: number, fading: Float64Array): SentenceMeanings {
  const lengths = lengthsOf(vectors, dimensions);
  const lengthsAround = lengthsWithAround(vectors, fading, dimensions);
  const rows = new Int8Array(vectors.length);
  /** How much one in a row's bytes stands for. */
  const steps = new Float32Array(lengths.length);
  for (let at = 0; at < steps.length; at += 1) {
    const first = at * dimensions;
    let most = 0;
    for (let n = first; n < first + dimensions; n += 1) most = Math.max(most, Math.abs(vectors[n]!));
    const step = most / 127 || 1;
    steps[at] = step;
    for (let n = first; n < first + dimensions; n += 1) rows[n] = Math.round(vectors[n]! / step);
  }

  return {
    similaritiesTo(vector, aroundCounts) {
      const products = new Float64Array(steps);
      for (let at = 0, byte = 0; at < products.length; at += 1) {
        let sum = 0;
        for (let n = 0; n < dimensions; n += 1, byte += 1) sum += vector[n]! * rows[byte]!;
        products[at]! *= sum;
      }
      return similaritiesOf(products, { lengths, lengthsAround, fading, aroundCounts });
    },
  };
}

/** From the product of each sentence's vector with another. `lengths` are those of its own, and of what is said around it. */
export function similaritiesOf(
  products: Float64Array,
  of: { lengths: Float32Array; lengthsAround: Float32Array; fading: Float64Array; aroundCounts: number },
): Float64Array {
  const { lengths, lengthsAround, fading, aroundCounts } = of;
  // The product with a sum is the sum of the products, so that what stands around needs no vectors of its own.
  const sums = around(products, fading);
  return products.map((product, at) =>
    lengths[at] === 0
      ? Number.NaN
      : (product / lengths[at]! + (aroundCounts * sums[at]!) / (lengthsAround[at]! || 1)) / (1 + aroundCounts),
  );
}

/** How long each of the vectors is that stand one after the other. */
export function lengthsOf(vectors: Float32Array, dimensions: number): Float32Array {
  const lengths = new Float32Array(vectors.length / dimensions);
  for (let at = 0, n = 0; at < lengths.length; at += 1) {
    let squares = 0;
    for (const end = n + dimensions; n < end; n += 1) squares += vectors[n]! * vectors[n]!;
    lengths[at] = Math.sqrt(squares);
  }
  return lengths;
}

/** The same of each with what fades in from both sides, as `around` sums it. */
export function lengthsWithAround(vectors: Float32Array, fading: Float64Array, dimensions: number): Float32Array {
  const count = vectors.length / dimensions;
  const before = new Float32Array(vectors.length);
  const carried = new Float64Array(dimensions);
  for (let at = 0; at < count; at += 1) {
    const [first, left] = [at * dimensions, fading[at] ?? 0];
    for (let n = 0; n < dimensions; n += 1) {
      before[first + n] = carried[n]!;
      carried[n] = (carried[n]! + vectors[first + n]!) * left;
    }
  }
  carried.fill(0);
  const lengths = new Float32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const [first, left] = [at * dimensions, fading[at - 1] ?? 0];
    let squares = 0;
    for (let n = 0; n < dimensions; n += 1) {
      const sum = before[first + n]! + vectors[first + n]! + carried[n]!;
      squares += sum * sum;
      carried[n] = (carried[n]! + vectors[first + n]!) * left;
    }
    lengths[at] = Math.sqrt(squares);
  }
  return lengths;
}

/** A vector of length 1 in the same direction; one of zeros as it is. */
export function unit<Vector extends Float32Array | Float64Array>(vector: Vector): Vector {
  let squares = 0;
  for (let n = 0; n < vector.length; n += 1) squares += vector[n]! * vector[n]!;
  const length = Math.sqrt(squares) || 1;
  return vector.map((value) => value / length) as Vector;
}
