/** What one process at a time does for all that have these chats, for as long as it lives. */
import type { Holding } from './store/holding.ts';

export interface Leases {
  /**
   * Takes it where no living process has it, or keeps it. `isNew`: another may have begun what is to be gone on with.
   * Otherwise who has it, as people are told: `process 123 on db-host`.
   */
  take(name: string): Promise<{ isOurs: true; isNew: boolean } | { isOurs: false; process: string }>;
  letGo(name: string): Promise<void>;
}

export function leasesIn({ database, holder, process, leaseMs }: Holding): Leases {
  const taken = new Set<string>();
  return {
    async take(name) {
      // Of a file the one program that runs has all that an earlier one left.
      const anybodys = !database.isShared && !taken.has(name) ? 'OR true' : '';
      const lease = await database.transaction(async (within) => {
        const before = await within.one('SELECT holder FROM leases WHERE name = $1', name);
        const isOurs = await within.run(
          `INSERT INTO leases VALUES ($1, $2, $3, ${database.now} + $4) ON CONFLICT (name) DO UPDATE
            SET holder = excluded.holder, process = excluded.process, until_ms = excluded.until_ms
            WHERE leases.holder = excluded.holder OR leases.until_ms < ${database.now} ${anybodys}`,
          name,
          holder,
          process,
          leaseMs,
        );
        if (isOurs === 1) return { isOurs: true as const, isNew: before?.['holder'] !== holder };
        const other = await within.one('SELECT process FROM leases WHERE name = $1', name);
        return { isOurs: false as const, process: String(other?.['process']) };
      });
      taken.add(name);
      return lease;
    },
    async letGo(name) {
      await database.run('DELETE FROM leases WHERE name = $1 AND holder = $2', name, holder);
    },
  };
}

/** Work under a lease, which is kept while it goes on; not done where another process has it. */
export async function underLease(
  { leases, leaseMs }: { leases: Leases; leaseMs: number },
  name: string,
  work: (isNew: boolean) => Promise<void>,
): Promise<void> {
  const lease = await leases.take(name);
  if (!lease.isOurs) return;
  const keeping = setInterval(() => void leases.take(name).catch(() => {}), leaseMs / 4).unref();
  try {
    await work(lease.isNew);
  } finally {
    clearInterval(keeping);
  }
}
