/** Who made what is derived: the embedder of the vectors, and the version of the program. */
import type { DatabaseSync } from 'node:sqlite';
import { checkMakers, isOfEarlierBuiltIn, type Makers } from '../makers.ts';

/** Who makes the vectors, as a library notes it. */
export interface Embedded {
  /** Throws where there are vectors of another's. Reads at least once, which is where a transaction starts to see the library as it is. */
  check(): void;
  /** The same, and notes it. */
  claim(): void;
  set(maker?: string): void;
}

/** `anyEmbedder` opens a library whose vectors another made, for a rebuild. */
export function embeddedBy(db: DatabaseSync, folder: string, embedder: string, anyEmbedder: boolean): Embedded {
  const makers = makersIn(db);
  return {
    check: () => checkMakers(makers, folder, embedder, anyEmbedder),
    claim() {
      checkMakers(makers, folder, embedder, anyEmbedder);
      if (!anyEmbedder && makers.embedder() !== embedder) setMaker(db, embedder);
    },
    set: (maker = embedder) => setMaker(db, maker),
  };
}

/**
 * Takes up the vectors of an earlier version of the built-in embedder: its sessions are all behind from here on, and no
 * program that still has the earlier version writes among them.
 */
export function takeUpVectors(db: DatabaseSync, embedder: string): void {
  const isEarlier = () => isOfEarlierBuiltIn(makersIn(db).embedder(), embedder);
  if (!isEarlier()) return;
  db.exec('BEGIN IMMEDIATE');
  // Another process may have done it meanwhile.
  if (isEarlier()) {
    db.exec("UPDATE sessions SET derivation = 0; UPDATE meta SET value = value + 1 WHERE key = 'revision'");
    setMaker(db, embedder);
  }
  db.exec('COMMIT');
}

/** Asked at every question and every change, so that what is asked is prepared once. */
export function makersIn(db: DatabaseSync): Makers {
  const embedder = db.prepare("SELECT value FROM meta WHERE key = 'embedder'");
  const latest = db.prepare('SELECT max(derivation) AS latest FROM sessions');
  return {
    embedder: () => embedder.get()?.['value'] as string | undefined,
    latestDerivation: () => Number(latest.get()?.['latest'] ?? 0),
    areThereChunks: () => db.prepare('SELECT 1 FROM chunks LIMIT 1').get() !== undefined,
  };
}

function setMaker(db: DatabaseSync, embedder: string): void {
  db.prepare("INSERT INTO meta VALUES ('embedder', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(embedder);
}
