/** The vectors that a library stores, as its index reads them. */
import type { StoredVectors } from '../../../embeddings/vector-index.ts';
import { count } from '../../measures.ts';
import { derivation } from '../derive.ts';
import type { Connection } from './connection.ts';
import { greatestIn, round } from '../../../embeddings/embedder.ts';

export type LibraryVectors = Required<StoredVectors>;

/** `onlyOfThisDerivation` leaves out those of sessions that are behind, so that vectors of two kinds are never compared. */
export function vectorsIn(
  { one, all, each, revision }: Connection,
  { onlyOfThisDerivation }: { onlyOfThisDerivation: boolean },
): LibraryVectors {
  const behind = `SELECT number FROM sessions WHERE derivation < ${derivation}`;
  const among = onlyOfThisDerivation ? `session NOT IN (${behind})` : 'true';
  let fingerprinted: { revision: number; fingerprint: string } | null = null;
  return {
    count: () => one<{ n: number }>(`SELECT count(*) AS n FROM chunks WHERE ${among}`)!.n,
    fingerprint: () => {
      // Counting looks at every chunk, and is needed once for each state of the library.
      const now = revision();
      if (now === fingerprinted?.revision) return fingerprinted.fingerprint;
      const { n, last } = one<{ n: number; last: number | null }>(
        `SELECT count(*) AS n, max(id) AS last FROM chunks WHERE ${among}`,
      )!;
      fingerprinted = { revision: now, fingerprint: `${n}-${last ?? 0}` };
      return fingerprinted.fingerprint;
    },
    *each(after = -1) {
      const rows = each<VectorRow & { id: number }>(
        `SELECT chunks.id, vector, step FROM chunks JOIN vectors USING (hash)
        WHERE chunks.id > ? AND ${among} ORDER BY chunks.id`,
        after,
      );
      let read = 0;
      try {
        for (const row of rows) {
          read += 1;
          yield { id: row.id, vector: heldFrom(row) };
        }
      } finally {
        count('vectors read', read);
      }
    },
    ids: () => all<{ id: number }>(`SELECT id FROM chunks WHERE ${among}`).map(({ id }) => id),
  };
}

/** How a vector is stored: whole numbers of a byte, each to be multiplied by `step`. Libraries to version 6 kept 32-bit floats, without a step. */
export interface VectorRow {
  vector: Uint8Array;
  step: number | null;
}

/** The greatest number of a byte that has a sign. */
const most = 127;

export function rowOf(vector: Float32Array): VectorRow {
  const bytes = new Int8Array(vector.length);
  round(vector, bytes, most);
  return { vector: new Uint8Array(bytes.buffer), step: greatestIn(vector) / most };
}

/** As the index holds it: nobody need multiply and round it again, unless what it is to be multiplied by is damaged. */
function heldFrom(row: VectorRow): Float32Array | Int8Array {
  const { vector, step } = row;
  return step === null || !(step > 0 && step < Infinity)
    ? vectorFrom(row)
    : new Int8Array(vector.buffer, vector.byteOffset, vector.length);
}

export function vectorFrom({ vector, step }: VectorRow): Float32Array {
  // SQLite may hand out bytes at an address that is not a multiple of four, which a Float32Array cannot view.
  if (step === null) return new Float32Array(vector.slice().buffer);
  return Float32Array.from(new Int8Array(vector.buffer, vector.byteOffset, vector.length), (value) => value * step);
}
