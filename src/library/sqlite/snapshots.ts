/**
 * Readings of a library while others write to it: each piece of work sees the library as it was when the work began,
 * from its first look to its last, and what begins later sees the newest.
 */

/** One connection and what it reads; `hold` to `release` is one moment. */
export interface Snapshot<Reader> {
  hold(): void;
  release(): void;
  revision(): number;
  /** Reads the moment that is held. */
  reader(): Reader;
  close(): void;
}

export interface Snapshots<Reader> {
  run<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * `revision` is the newest; `open` gives another connection to the same library. One is held open while anything runs
 * on it, and there are several only while work that began before a change still runs.
 */
export function snapshots<Reader>(revision: () => number, open: () => Snapshot<Reader>): Snapshots<Reader> {
  interface Held {
    snapshot: Snapshot<Reader>;
    revision: number;
    reader: Reader;
    users: number;
  }
  let latest: Held | null = null;
  const all = new Set<Held>();

  function take(): Held {
    if (latest && latest.users > 0 && latest.revision === revision()) return latest;
    if (latest?.users === 0) {
      const held = latest;
      held.snapshot.hold();
      const now = held.snapshot.revision();
      if (now !== held.revision) Object.assign(held, { revision: now, reader: held.snapshot.reader() });
      return held;
    }
    const snapshot = open();
    try {
      snapshot.hold();
      latest = { snapshot, revision: snapshot.revision(), reader: snapshot.reader(), users: 0 };
    } catch (error) {
      snapshot.close();
      throw error;
    }
    all.add(latest);
    return latest;
  }

  return {
    async run(work) {
      const held = take();
      held.users += 1;
      try {
        return await work(held.reader);
      } finally {
        held.users -= 1;
        if (held.users === 0 && all.has(held)) {
          // Held open between questions, it would keep SQLite from tidying up what others write.
          held.snapshot.release();
          if (held !== latest) {
            all.delete(held);
            held.snapshot.close();
          }
        }
      }
    },
    close() {
      for (const { snapshot } of all) snapshot.close();
      all.clear();
      latest = null;
    },
  };
}
