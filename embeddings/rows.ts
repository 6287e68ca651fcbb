/** Vectors in memory, row by row, and the exact search among them: right always, and quick enough for tens of thousands. */

export interface Neighbour {
  id: number;
  /** Cosine of the angle between the two vectors: 1 is the same direction. */
  similarity: number;
}

export interface Rows {
  size(): number;
  ids(): Iterable<number>;
  has(id: number): boolean;
  /** Keeps the vector, made of length 1, under an id from 0 to 2³² - 1, in the place of another's. Throws for a vector that has no direction. */
  put(id: number, vector: Float32Array): void;
  remove(id: number): void;
  /** Of length 1. It is a view: not to be kept or changed. The id must be there. */
  vector(id: number): Float32Array;
  /** 32 bits that differ, nearly always, for another vector; undefined where there is none. */
  checksum(id: number): number | undefined;
  /** The `k` nearest, best first; equals by id. With `among`, of those ids only (unknown ones are passed over). */
  nearest(vector: Float32Array, k: number, among?: Iterable<number>): Neighbour[];
}

/** Labels of hnswlib are cut to 32 bits, so ids are kept to them everywhere. */
export const greatestId = 2 ** 32 - 1;

export function rowsInMemory(dimensions: number, expected: number): Rows {
  let capacity = Math.max(expected, 16);
  let values = new Float32Array(dimensions * capacity);
  const idOfRow: number[] = [];
  const rowOfId = new Map<number, number>();

  function grow() {
    capacity = Math.ceil(capacity * 1.5);
    const wider = new Float32Array(capacity * dimensions);
    wider.set(values);
    values = wider;
  }

  const view = (row: number) => values.subarray(row * dimensions, (row + 1) * dimensions);

  function similarity(query: Float32Array, row: number): number {
    // Four sums at once: the processor need not wait for one addition before it starts the next.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let at = row * dimensions;
    let n = 0;
    for (; n + 3 < dimensions; n += 4, at += 4) {
      a += query[n]! * values[at]!;
      b += query[n + 1]! * values[at + 1]!;
      c += query[n + 2]! * values[at + 2]!;
      d += query[n + 3]! * values[at + 3]!;
    }
    for (; n < dimensions; n++, at++) a += query[n]! * values[at]!;
    return a + b + c + d;
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
      const start = row * dimensions;
      for (let n = 0; n < dimensions; n++) values[start + n] = vector[n]! / length;
    },
    remove(id) {
      const row = rowOfId.get(id);
      if (row === undefined) return;
      // The last row takes the place, so that there are never holes to pass over.
      const last = idOfRow.length - 1;
      const moved = idOfRow[last]!;
      values.copyWithin(row * dimensions, last * dimensions, (last + 1) * dimensions);
      idOfRow[row] = moved;
      rowOfId.set(moved, row);
      idOfRow.pop();
      rowOfId.delete(id);
    },
    vector: (id) => view(rowOfId.get(id)!),
    checksum(id) {
      const row = rowOfId.get(id);
      return row === undefined ? undefined : checksumOf(view(row));
    },
    nearest(vector, k, among) {
      const query = unitVector(vector, dimensions, 'the vector of the question');
      const found = best(k);
      if (among) {
        for (const id of among) {
          const row = rowOfId.get(id);
          if (row !== undefined) found.offer(id, similarity(query, row));
        }
      } else {
        for (let row = 0; row < idOfRow.length; row++) found.offer(idOfRow[row]!, similarity(query, row));
      }
      return found.list;
    },
  };
}

/**
 * The vector with length 1. Throws for one of another number of dimensions, one that is not all finite numbers and one
 * of zeros: to hnswlib, what is near to NaN is nearest of all.
 */
export function unitVector(vector: Float32Array, dimensions: number, what: string): Float32Array {
  const length = lengthOf(vector, dimensions, () => what);
  return vector.map((value) => value / length);
}

function lengthOf(vector: Float32Array, dimensions: number, what: () => string): number {
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

/** FNV-1a over the bits of the numbers, 32 at a time. */
function checksumOf(vector: Float32Array): number {
  const bits = new Uint32Array(vector.buffer, vector.byteOffset, vector.length);
  let hash = 0x811c9dc5;
  for (const word of bits) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}

/** The best `k` of what is offered, in order. Nearly all offers are turned away at the first comparison. */
function best(k: number) {
  const list: Neighbour[] = [];
  return {
    list,
    offer(id: number, similarity: number) {
      if (list.length >= k && (k <= 0 || isBetter(list[k - 1]!, id, similarity))) return;
      let place = list.length;
      while (place > 0 && !isBetter(list[place - 1]!, id, similarity)) place--;
      list.splice(place, 0, { id, similarity });
      if (list.length > k) list.pop();
    },
  };
}

function isBetter(one: Neighbour, id: number, similarity: number): boolean {
  return one.similarity > similarity || (one.similarity === similarity && one.id <= id);
}
