/** What the operator grants to workspaces and servers, beyond the default: kept with the chats. Nobody in a chat can change it. */
import type { ChatDatabase, Row } from './store/chat-database.ts';

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
  of(origin: string): Promise<Grant>;
  all(): Promise<(Grant & { origin: string })[]>;
  /** A grant of nothing is forgotten. */
  save(origin: string, grant: Grant): Promise<void>;
}

const none: Grant = { sees: null, mayShare: false };

export function grantsIn(database: ChatDatabase): Grants {
  const grantOf = (row: Row): Grant => ({
    // What is written there and not known opens nothing.
    sees: row['sees'] === null ? null : (sights.find((sight) => sight === row['sees']) ?? 'nothing'),
    mayShare: row['may_share'] === 1,
  });
  return {
    async of(origin) {
      const found = await database.one('SELECT * FROM grants WHERE origin = $1', origin);
      return found === undefined ? none : grantOf(found);
    },
    all: async () => {
      const rows = await database.all('SELECT * FROM grants ORDER BY origin');
      return rows.map((row) => ({ origin: String(row['origin']), ...grantOf(row) }));
    },
    async save(origin, { sees, mayShare }) {
      if (sees === null && !mayShare) await database.run('DELETE FROM grants WHERE origin = $1', origin);
      else
        await database.run(
          `INSERT INTO grants VALUES ($1, $2, $3)
          ON CONFLICT (origin) DO UPDATE SET sees = excluded.sees, may_share = excluded.may_share`,
          origin,
          sees,
          mayShare ? 1 : 0,
        );
    },
  };
}
