/**
 * Readings of a library while others write to it: each piece of work sees the library as it was when the work began,
 * from its first look to its last, and what begins later sees the newest.
 */
import type { Library } from './library.ts';

export interface Snapshots<Kept> {
  /** `kept` lives as long as the library does not change. */
  run<T>(work: (library: Library, kept: Kept) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * `newest` tells the revision; `open` gives another connection to the same library. One is held open while anything
 * runs on it, and there are several only while work that began before a change still runs. `keep` is given what was
 * kept before where nothing runs on that any more.
 */
export function snapshots<Kept>(newest: Library, open: () => Library, keep: (library: Library, former: Kept | null) => Kept): Snapshots<Kept> {
  interface Snapshot {
    library: Library;
    revision: number;
    kept: Kept;
    users: number;
  }
  let latest: Snapshot | null = null;
  const all = new Set<Snapshot>();

  function take(): Snapshot {
    if (latest && latest.users > 0 && latest.revision === newest.revision()) return latest;
    if (latest?.users === 0) {
      const snapshot = latest;
      snapshot.library.hold();
      const revision = snapshot.library.revision();
      if (revision !== snapshot.revision) Object.assign(snapshot, { revision, kept: keep(snapshot.library, snapshot.kept) });
      return snapshot;
    }
    const library = open();
    try {
      library.hold();
      latest = { library, revision: library.revision(), kept: keep(library, null), users: 0 };
    } catch (error) {
      library.close();
      throw error;
    }
    all.add(latest);
    return latest;
  }

  return {
    async run(work) {
      const snapshot = take();
      snapshot.users += 1;
      try {
        return await work(snapshot.library, snapshot.kept);
      } finally {
        snapshot.users -= 1;
        if (snapshot.users === 0 && all.has(snapshot)) {
          // Held open between questions, it would keep SQLite from tidying up what others write.
          snapshot.library.release();
          if (snapshot !== latest) {
            all.delete(snapshot);
            snapshot.library.close();
          }
        }
      }
    },
    close() {
      for (const { library } of all) library.close();
      all.clear();
      latest = null;
    },
  };
}
