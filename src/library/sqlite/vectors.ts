/** The vectors that a library stores, as its index reads them. */
import type { StoredVectors } from '../../../embeddings/vector-index.ts';
import { count } from '../../measures.ts';
import { derivation } from '../derive.ts';
import type { Connection } from './connection.ts';
import { heldFrom } from '../vector-rows.ts';

export type LibraryVectors = Required<StoredVectors>;

/** `onlyOfThisDerivation` leaves out those of sessions that are behind, so that vectors of two kinds are never compared. */
export function vectorsIn(
  { one, arrays, batches, revision }: Connection,
  { onlyOfThisDerivation }: { onlyOfThisDerivation: boolean },
): LibraryVectors {
  const behind = `SELECT number FROM sessions WHERE derivation < ${derivation}`;
  /** Where none is behind, SQLite counts without looking at each chunk. */
  const where = () =>
    onlyOfThisDerivation && one(`${behind} LIMIT 1`) !== undefined ? `WHERE session NOT IN (${behind})` : '';
  let fingerprinted: { revision: number; fingerprint: string } | null = null;
  return {
    count: () => one<{ n: number }>(`SELECT count(*) AS n FROM chunks ${where()}`)!.n,
    fingerprint: () => {
      // It is needed once for each state of the library.
      const now = revision();
      if (now === fingerprinted?.revision) return fingerprinted.fingerprint;
      const chunks = `FROM chunks ${where()}`;
      const { n, last } = one<{ n: number; last: number | null }>(
        `SELECT (SELECT count(*) ${chunks}) AS n, (SELECT max(id) ${chunks}) AS last`,
      )!;
      fingerprinted = { revision: now, fingerprint: `${n}-${last ?? 0}` };
      return fingerprinted.fingerprint;
    },
    *each(after = -1) {
      const rows = batches<[id: number, vector: Uint8Array]>(
        `SELECT chunks.id, vector FROM (SELECT id FROM chunks ${where()}) AS chunks JOIN vectors ON chunk = chunks.id
        WHERE chunks.id > ? ORDER BY chunks.id LIMIT ?`,
        after,
      );
      let read = 0;
      try {
        for (const batch of rows)
          for (const [id, vector] of batch) {
            read += 1;
            yield { id, vector: heldFrom(vector) };
          }
      } finally {
        count('vectors read', read);
      }
    },
    ids: () => arrays<[number]>(`SELECT id FROM chunks ${where()}`).map(([id]) => id),
  };
}
