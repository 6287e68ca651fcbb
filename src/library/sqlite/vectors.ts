/** The vectors that a library stores, as its index reads them. */
import type { StoredVectors } from '../../../embeddings/vector-index.ts';
import { count } from '../../measures.ts';
import { derivation } from '../derive.ts';
import type { Connection } from './connection.ts';
import { heldFrom } from './vector-rows.ts';

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
      const rows = each<{ id: number; vector: Uint8Array }>(
        `SELECT chunks.id, vector FROM chunks JOIN vectors ON chunk = chunks.id
        WHERE chunks.id > ? AND ${among} ORDER BY chunks.id`,
        after,
      );
      let read = 0;
      try {
        for (const row of rows) {
          read += 1;
          yield { id: row.id, vector: heldFrom(row.vector) };
        }
      } finally {
        count('vectors read', read);
      }
    },
    ids: () => all<{ id: number }>(`SELECT id FROM chunks WHERE ${among}`).map(({ id }) => id),
  };
}
