/** What the operator grants to workspaces and servers, beyond the default: kept in `chat.db`. Nobody in a chat can change it. */
import type { DatabaseSync } from 'node:sqlite';

/** Which records a place may see at most: all there are, the operator's with its own, or its own alone. */
export type Sees = (typeof sights)[number];
export const sights = ['everything', 'operator', 'nothing'] as const;

/** Of one workspace or server, `slack:T0123`. */
export interface Grant {
  /** Null: the default. */
  sees: Sees | null;
  /** What is added there becomes the operator's, for every place. */
  mayShare: boolean;
}

export interface Grants {
  of(origin: string): Grant;
  all(): (Grant & { origin: string })[];
  /** A grant of nothing is forgotten. */
  save(origin: string, grant: Grant): void;
}

const none: Grant = { sees: null, mayShare: false };

export function grantsIn(database: DatabaseSync): Grants {
  const one = database.prepare('SELECT * FROM grants WHERE origin = ?');
  const all = database.prepare('SELECT * FROM grants ORDER BY origin');
  const saving = database.prepare('INSERT OR REPLACE INTO grants VALUES (?, ?, ?)');
  const removing = database.prepare('DELETE FROM grants WHERE origin = ?');
  const grantOf = (row: { [column: string]: unknown }): Grant => ({
    // What is written there and not known opens nothing.
    sees: row['sees'] === null ? null : (sights.find((sight) => sight === row['sees']) ?? 'nothing'),
    mayShare: row['may_share'] === 1,
  });
  return {
    of(origin) {
      const found = one.get(origin);
      return found === undefined ? none : grantOf(found);
    },
    all: () => all.all().map((row) => ({ origin: String(row['origin']), ...grantOf(row) })),
    save(origin, { sees, mayShare }) {
      if (sees === null && !mayShare) removing.run(origin);
      else saving.run(origin, sees, mayShare ? 1 : 0);
    },
  };
}
