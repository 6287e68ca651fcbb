/** A vector as a library stores it. */
import { round } from '../../embeddings/embedder.ts';

/** The greatest number of a byte that has a sign. */
const most = 127;

/** How a vector is stored: whole numbers of a byte, the greatest 127. All vectors are of length 1, so that no more is needed. */
export function rowOf(vector: Float32Array): Uint8Array {
  const bytes = new Int8Array(vector.length);
  round(vector, bytes, most);
  return new Uint8Array(bytes.buffer);
}

/** As the index holds it: nobody need multiply and round it again. */
export function heldFrom(row: Uint8Array): Int8Array {
  return new Int8Array(row.buffer, row.byteOffset, row.length);
}

export function vectorFrom(row: Uint8Array): Float32Array {
  const bytes = heldFrom(row);
  let squares = 0;
  for (const value of bytes) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  return Float32Array.from(bytes, (value) => value / length);
}

/** As libraries to version 6 kept them: 32 bits a number. One that is damaged gives what there is of it. */
export function floatsOf(row: Uint8Array): Float32Array {
  // SQLite may hand out bytes at an address that is not a multiple of four, which a Float32Array cannot view.
  return new Float32Array(row.slice(0, row.length - (row.length % 4)).buffer);
}
