/** Who made what is derived: the embedder of the vectors, and the version of the program. */
import type { DatabaseSync } from 'node:sqlite';
import { derivation } from '../derive.ts';
import { LibraryError } from '../library.ts';

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
  const isEarlier = () => {
    const [theirs, ours] = [builtInVersion(makersIn(db).embedder()), builtInVersion(embedder)];
    return theirs !== null && ours !== null && theirs < ours;
  };
  if (!isEarlier()) return;
  db.exec('BEGIN IMMEDIATE');
  // Another process may have done it meanwhile.
  if (isEarlier()) {
    db.exec("UPDATE sessions SET derivation = 0; UPDATE meta SET value = value + 1 WHERE key = 'revision'");
    setMaker(db, embedder);
  }
  db.exec('COMMIT');
}

/** Throws a `LibraryError` where a later version derived anything, or, unless `anyEmbedder`, another embedder made the vectors. */
export function checkMakers(makers: Makers, folder: string, embedder: string, anyEmbedder: boolean): void {
  const maker = makers.embedder();
  const isOfLaterEmbedder = (builtInVersion(maker) ?? 0) > (builtInVersion(embedder) ?? Infinity);
  if (makers.latestDerivation() > derivation || isOfLaterEmbedder) {
    throw new LibraryError(
      `Library ${folder}: a later version of this program made what is in it. ` +
        'Use that version, or set LIBRARY_PATH to a new folder and ingest the records again.',
    );
  }
  if (maker === embedder || anyEmbedder) return;
  if (maker === rebuilding) {
    throw new LibraryError(
      `Library ${folder}: a rebuild is not finished. Where none is running any more, finish it with: npm start -- library rebuild`,
    );
  }
  if (maker !== undefined && makers.areThereChunks()) {
    throw new LibraryError(
      `Library ${folder}: its vectors were made by ${maker}, and EMBEDDING_MODEL now names ${embedder}. ` +
        'Set EMBEDDING_MODEL back, or make the vectors again with: npm start -- library rebuild',
    );
  }
}

/** Stands in the place of the embedder from the start of a rebuild to its end. */
export const rebuilding = 'a rebuild that did not finish';

/**
 * The version of the built-in embedder that an id names, or null where it is another's. Its versions are one maker,
 * whose vectors are brought over by themselves.
 */
export function builtInVersion(embedder: string | undefined): number | null {
  const [maker, version] = embedder?.split('/') ?? [];
  return maker === 'built-in' ? Number(version) : null;
}

/** What a library notes of its makers, as it is when it is asked. */
export interface Makers {
  embedder(): string | undefined;
  latestDerivation(): number;
  areThereChunks(): boolean;
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
