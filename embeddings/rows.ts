/**
 * Vectors in memory, row by row, a byte a number, and the search that looks at each of them: right always, and quick
 * enough for two hundred thousand.
 */
import { bestOf } from '../src/words/best-of.ts';
import { round } from './embedder.ts';
import { greatestOf, mostRows, products } from './products/products.ts';

export interface Neighbour {
  id: number;
  /** Cosine of the angle between the two vectors: 1 is the same direction. */
  similarity: number;
}

export interface Rows {
  size(): number;
  ids(): Iterable<number>;
  has(id: number): boolean;
  /**
   * Keeps the vector, made of length 1, under an id from 0 to 2³² - 1, in the place of another's; bytes, of which the
   * greatest is 127, as they are. Throws for a vector that has no direction.
   */
  put(id: number, vector: Float32Array | Int8Array): void;
  remove(id: number): void;
  /** Of length 1, as it is held. The id must be there. */
  vector(id: number): Float32Array;
  /** 32 bits that differ, nearly always, for another vector; undefined where there is none. */
  checksum(id: number): number | undefined;
  /** The `k` nearest, best first; equals by id. With `among`, of those ids only (unknown ones are passed over). */
  nearest(vector: Float32Array, k: number, among?: Iterable<number>): Neighbour[];
}

/** Labels of hnswlib are cut to 32 bits, so ids are kept to them everywhere. */
export const greatestId = 2 ** 32 - 1;

/** What a row holds is told apart to a 127th of its greatest number; products with it are exact. */
export function rowsInMemory(dimensions: number, expected: number): Rows {
  let capacity = Math.max(expected, 16);
  const inner = products(dimensions);
  inner.hold(capacity);
  /** Of each row, as it is held. */
  let lengths = new Float32Array(capacity);
  const idOfRow: number[] = [];
  const rowOfId = new Map<number, number>();

  function grow() {
    capacity = Math.ceil(capacity * 1.5);
    inner.hold(capacity);
    const fewer = lengths;
    lengths = new Float32Array(capacity);
    lengths.set(fewer);
  }

  return {
    size: () => idOfRow.length,
    ids: () => idOfRow.values(),
    has: (id) => rowOfId.has(id),
    put(id, vector) {
      if (!Number.isInteger(id) || id < 0 || id > greatestId) {
        throw new RangeError(`Vector index: id ${id} is not a whole number from 0 to ${greatestId}`);
      }
      const length = lengthOf(vector, dimensions, () => `the vector of chunk ${id}`);
      let row = rowOfId.get(id);
      if (row === undefined) {
        row = idOfRow.length;
        if (row === capacity) grow();
        idOfRow.push(id);
        rowOfId.set(id, row);
      }
      if (vector instanceof Int8Array) {
        inner.row(row).set(vector);
        lengths[row] = length;
      } else lengths[row] = round(vector, inner.row(row), greatestOfByte);
    },
    remove(id) {
      const row = rowOfId.get(id);
      if (row === undefined) return;
      // The last row takes the place, so that there are never holes to pass over.
      const last = idOfRow.length - 1;
      const moved = idOfRow[last]!;
      inner.row(row).set(inner.row(last));
      lengths[row] = lengths[last]!;
      idOfRow[row] = moved;
      rowOfId.set(moved, row);
      idOfRow.pop();
      rowOfId.delete(id);
    },
    vector(id) {
      const row = rowOfId.get(id)!;
      return Float32Array.from(inner.row(row), (value) => value / lengths[row]!);
    },
    checksum(id) {
      const row = rowOfId.get(id);
      return row === undefined ? undefined : checksumOf(inner.row(row));
    },
    nearest(vector, k, among) {
      lengthOf(vector, dimensions, () => 'the vector of the question');
      const query = new Int16Array(dimensions);
      const length = round(vector, query, greatestOf(dimensions));
      const found = bestOf(k);
      if (among) {
        for (const id of among) {
          const row = rowOfId.get(id);
          if (row !== undefined) found.offer(id, inner.one(query, row) / (length * lengths[row]!));
        }
      } else
        for (let first = 0; first < idOfRow.length; first += mostRows) {
          const made = inner.each(query, first, Math.min(mostRows, idOfRow.length - first));
          for (let at = 0; at < made.length; at++)
            found.offer(idOfRow[first + at]!, made[at]! / (length * lengths[first + at]!));
        }
      return found.list.map(({ id, score }) => ({ id, similarity: score }));
    },
  };
}

const greatestOfByte = 127;

/**
 * The vector with length 1. Throws for one of another number of dimensions, one that is not all finite numbers and one
 * of zeros: to hnswlib, what is near to NaN is nearest of all.
 */
export function unitVector(vector: Float32Array, dimensions: number, what: string): Float32Array {
  const length = lengthOf(vector, dimensions, () => what);
  return vector.map((value) => value / length);
}

function lengthOf(vector: Float32Array | Int8Array, dimensions: number, what: () => string): number {
  if (vector.length !== dimensions) {
    throw new RangeError(
      `Vector index: ${what()} has ${vector.length} dimensions, not ${dimensions}. Make the vectors again with: npm start -- library rebuild`,
    );
  }
  let squares = 0;
  for (let n = 0; n < dimensions; n++) squares += vector[n]! * vector[n]!;
  if (!Number.isFinite(squares) || squares === 0) {
    throw new RangeError(
      `Vector index: ${what()} is ${squares === 0 ? 'all zeros' : 'not all finite numbers'}. Make the vectors again with: npm start -- library rebuild`,
    );
  }
  return Math.sqrt(squares);
}

/** FNV-1a over the bytes. */
function checksumOf(row: Int8Array): number {
  let hash = 0x811c9dc5;
  for (const value of row) hash = Math.imul(hash ^ (value & 0xff), 0x01000193);
  return hash >>> 0;
}
