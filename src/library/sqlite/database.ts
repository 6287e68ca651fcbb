/**
 * The file that a library is kept in: its tables, how it is opened, and what to say when SQLite refuses.
 */
import { existsSync, linkSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';
import { LibraryError } from '../library.ts';
import { keepPrivate, makePrivate, makePrivateFolder } from '../private-files.ts';
import { checkMakers } from '../makers.ts';
import { makersIn, takeUpVectors } from './embedded.ts';
import { cannotBeWritten, databaseToRead } from './read-only.ts';
import { floatsOf, rowOf } from '../vector-rows.ts';

const libraryVersion = 8;

/** Name of the file in the library's folder that holds everything but the index of vectors. */
export const databaseName = 'library.db';

/** Hears how much of a library that an earlier version made is brought over, now and then where that takes long. */
export type OnBrought = (done: number, total: number) => void;

/**
 * The database of the library in `folder`, made where there is none. Throws a `LibraryError` for a folder that cannot
 * be used, a library of another version, or, unless `anyEmbedder`, one whose vectors another embedder made.
 */
export function openDatabase(
  folder: string,
  embedder: string,
  anyEmbedder: boolean,
  onBrought: OnBrought = () => {},
): DatabaseSync {
  const file = path.join(folder, databaseName);
  let db: DatabaseSync | null = null;
  try {
    makePrivateFolder(folder);
    if (!existsSync(file)) makeDatabase(folder, file);
    keepPrivate(file);
    // SQLite would take it for a new one, and an emptied library for one that never held anything.
    if (statSync(file).size === 0) throw new DamagedError(damaged(folder, 'the file is empty'));
    db = new DatabaseSync(file);
    db.exec(settings);
    upgrade(db, onBrought);
    checkVersion(db, folder);
    takeUpVectors(db, embedder);
    checkMakers(makersIn(db), folder, embedder, anyEmbedder);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof LibraryError) throw error;
    if (cannotBeWritten(error) && existsSync(file)) return openToRead(file, folder, embedder, anyEmbedder);
    if (faultOf(error) !== null)
      told(folder, () => {
        throw error;
      });
    throw cannotBeOpened(folder, error);
  }
}

/** A library that cannot be written to can be asked, where it is of today's making. */
function openToRead(file: string, folder: string, embedder: string, anyEmbedder: boolean): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = told(folder, () => databaseToRead(file));
    checkVersion(db, folder);
    checkMakers(makersIn(db), folder, embedder, anyEmbedder);
    return db;
  } catch (error) {
    db?.close();
    if (!(error instanceof LibraryError)) throw cannotBeOpened(folder, error);
    throw new LibraryError(`${error.message} It cannot be written to, so that it is not brought over by itself.`, {
      cause: error,
    });
  }
}

function cannotBeOpened(folder: string, error: unknown): LibraryError {
  return new LibraryError(
    `Library ${folder}: cannot be opened (${(error as Error).message}). Check that the folder can be written to, or set LIBRARY_PATH to another.`,
    { cause: error },
  );
}

/** Runs what reads or writes the database; what SQLite says of it becomes a message that tells what to do. */
export function told<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    const { message } = error as Error;
    throw new (fault === damaged ? DamagedError : LibraryError)(fault(folder, message), { cause: error });
  }
}

/** Sentences of several turns lie in one row (`blocks.ts`). */
const sentenceBlocks = `CREATE TABLE sentence_blocks (
    id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, first_turn INTEGER NOT NULL, sentences BLOB NOT NULL,
    UNIQUE (session, first_turn)
  ) STRICT;`;
/** The hash is half of what `derive.ts` gives, which is enough to tell texts apart. */
const chunkColumns = `id INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    first_turn INTEGER NOT NULL, first_sentence INTEGER NOT NULL, last_turn INTEGER NOT NULL, last_sentence INTEGER NOT NULL, hash BLOB NOT NULL`;
const chunkIndexes =
  'CREATE INDEX chunks_by_session ON chunks (session); CREATE INDEX chunks_by_hash ON chunks (hash);';
const vectorColumns = 'chunk INTEGER PRIMARY KEY, vector BLOB NOT NULL';

/** Made again by a rebuild from what the other tables hold. Ids of chunks are never used again, so that an index
 * can tell old from new. Rows of `sentences` are of sessions that were put in before version 8 and are not brought over yet. */
export const derivedSchema = `
  CREATE TABLE speakers (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, turn_count INTEGER NOT NULL,
    PRIMARY KEY (session, position)
  ) STRICT, WITHOUT ROWID;
  ${sentenceBlocks}
  CREATE TABLE sentences (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, turn INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, seconds REAL, terms TEXT,
    PRIMARY KEY (session, turn, start)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE chunks (${chunkColumns}) STRICT;
  ${chunkIndexes}
  CREATE TABLE vectors (${vectorColumns}) STRICT;
  CREATE VIRTUAL TABLE words USING fts5(terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
`;

/** Turns lie several in one row (`blocks.ts`); how many a session has is noted with it. */
const turnBlocks = `
  CREATE TABLE turn_blocks (
    id INTEGER PRIMARY KEY, session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, first_turn INTEGER NOT NULL, turns BLOB NOT NULL,
    UNIQUE (session, first_turn)
  ) STRICT;
  CREATE INDEX sessions_in_rows ON sessions (number) WHERE turn_count IS NULL;
`;

/** Both name sessions by their ids: a session is written anew with each change, and what is known of it stays. */
const versionsAndLinks = `
  CREATE TABLE versions (
    session TEXT NOT NULL, number INTEGER NOT NULL, brought_in TEXT, record_hash TEXT NOT NULL, record BLOB NOT NULL, seal TEXT NOT NULL,
    PRIMARY KEY (session, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE links (
    session TEXT NOT NULL, other TEXT NOT NULL, theirs TEXT NOT NULL, ours TEXT NOT NULL,
    PRIMARY KEY (session, other)
  ) STRICT, WITHOUT ROWID;
`;

const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, date TEXT, event TEXT, kind TEXT NOT NULL,
    source TEXT NOT NULL, record_hash TEXT NOT NULL, rest TEXT NOT NULL, people TEXT NOT NULL, seal TEXT NOT NULL,
    derivation INTEGER NOT NULL DEFAULT 0, brought_in TEXT, origin TEXT NOT NULL DEFAULT 'operator', masks TEXT, turn_count INTEGER
  ) STRICT;
  CREATE INDEX sessions_by_source ON sessions (source);
  CREATE INDEX sessions_by_record ON sessions (record_hash);
  CREATE INDEX sessions_by_derivation ON sessions (derivation);
  CREATE TABLE turns (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, turn INTEGER NOT NULL, speaker TEXT, text TEXT NOT NULL, times TEXT NOT NULL,
    more TEXT,
    PRIMARY KEY (session, turn)
  ) STRICT, WITHOUT ROWID;
  ${turnBlocks}
  CREATE TABLE findings (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, position INTEGER NOT NULL, finding TEXT NOT NULL,
    PRIMARY KEY (session, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE corrections (id INTEGER PRIMARY KEY, session TEXT NOT NULL, source TEXT NOT NULL, correction TEXT NOT NULL) STRICT;
  CREATE INDEX corrections_by_session ON corrections (session);
  ${versionsAndLinks}
  CREATE TABLE rules (target TEXT PRIMARY KEY, rule TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE fetched (address TEXT PRIMARY KEY, source TEXT NOT NULL, etag TEXT, last_modified TEXT) STRICT;
  ${derivedSchema}
`;

/** How much of the file a connection keeps in memory. */
export const cacheKb = 16_384;

const settings = `PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
  PRAGMA cache_size = ${-cacheKb};`;

/** The file gets its name when all is in it, so that it is never there half made. */
function makeDatabase(folder: string, file: string): void {
  const unfinished = path.join(folder, `${databaseName}.${hostname()}.${process.pid}.${threadId}.new`);
  rmSync(unfinished, { force: true });
  makePrivate(unfinished);
  const db = new DatabaseSync(unfinished);
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN; ${schema}`);
    db.prepare("INSERT INTO meta VALUES ('version', ?), ('revision', 0)").run(libraryVersion);
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  try {
    linkSync(unfinished, file);
  } catch (error) {
    // Another process may have made it meanwhile. Some file systems know no links.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * What takes a library of a version to the next. One of version 2 has no terms of its sentences, one of version 3 no
 * place for what else is known of a turn, and does not know by which derivation its terms and vectors were made. One of
 * version 4 keeps no former versions of records and no links between them, and does not know when a record came in. One
 * of version 5 does not know whose a session is, and has no rules: all are the operator's and open. One of version 6 has
 * vectors of floats alone. One of version 7 has a row for each turn and each sentence, which stay until their session is
 * brought over, and vectors by the hashes of their texts, which are put beside their chunks at once.
 */
const upgrades: { [version: number]: string } = {
  2: 'ALTER TABLE sentences ADD COLUMN terms TEXT',
  3: `ALTER TABLE turns ADD COLUMN more TEXT;
    ALTER TABLE sessions ADD COLUMN derivation INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX sessions_by_derivation ON sessions (derivation)`,
  4: `ALTER TABLE sessions ADD COLUMN brought_in TEXT; ${versionsAndLinks}`,
  5: `ALTER TABLE sessions ADD COLUMN origin TEXT NOT NULL DEFAULT 'operator';
    ALTER TABLE sessions ADD COLUMN masks TEXT;
    CREATE TABLE rules (target TEXT PRIMARY KEY, rule TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  6: 'ALTER TABLE vectors ADD COLUMN step REAL',
  7: `ALTER TABLE sessions ADD COLUMN turn_count INTEGER; ${turnBlocks} ${sentenceBlocks}
    CREATE TABLE vectors_by_chunk (${vectorColumns}) STRICT;
    INSERT INTO vectors_by_chunk SELECT passed(id), CASE WHEN step IS NULL THEN rounded(vector) ELSE vector END
      FROM chunks JOIN vectors USING (hash) ORDER BY id;
    DROP TABLE vectors;
    ALTER TABLE vectors_by_chunk RENAME TO vectors;
    CREATE TABLE new_chunks (${chunkColumns}) STRICT;
    INSERT INTO new_chunks SELECT passed(id), session, first_turn, first_sentence, last_turn, last_sentence,
      coalesce(unhex(substr(hash, 1, 32)), x'') FROM chunks ORDER BY id;
    DELETE FROM sqlite_sequence WHERE name = 'new_chunks';
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_chunks', seq FROM sqlite_sequence WHERE name = 'chunks';
    DROP TABLE chunks;
    ALTER TABLE new_chunks RENAME TO chunks;
    ${chunkIndexes}`,
};

/** Of a library that is brought over in less, nothing is told. */
const quietMs = 1_000;

function upgrade(db: DatabaseSync, onBrought: OnBrought): void {
  const { n: isLibrary } = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get() as {
    n: number;
  };
  if (isLibrary === 0) return;
  const next = () => {
    const version = Number(db.prepare("SELECT value FROM meta WHERE key = 'version'").get()?.['value']);
    const change = upgrades[version];
    return change === undefined ? null : `${change}; UPDATE meta SET value = ${version + 1} WHERE key = 'version'`;
  };
  if (next() === null) return;
  db.function('rounded', (vector) => rowOf(floatsOf(vector as Uint8Array)));
  // The vector of each chunk, and the chunk.
  const total = 2 * Number(db.prepare('SELECT count(*) AS n FROM chunks').get()?.['n']);
  let [done, toldMs] = [0, performance.now()];
  db.function('passed', (id) => {
    done += 1;
    if (performance.now() - toldMs >= quietMs) {
      toldMs = performance.now();
      onBrought(done, total);
    }
    return id;
  });
  db.exec('BEGIN IMMEDIATE');
  // Another process may have done it meanwhile.
  for (let change = next(); change !== null; change = next()) db.exec(change);
  db.exec('COMMIT');
}

function checkVersion(db: DatabaseSync, folder: string): void {
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get() as { n: number };
  if (tables.n === 0) throw new DamagedError(damaged(folder, 'it holds no library'));
  const version = (db.prepare("SELECT value FROM meta WHERE key = 'version'").get() as { value: number } | undefined)
    ?.value;
  if (version !== libraryVersion) {
    throw new LibraryError(
      `Library ${folder}: is of version ${version ?? 'unknown'}, this program reads version ${libraryVersion}. ` +
        'Use the program that made it, or set LIBRARY_PATH to a new folder and ingest the records again.',
    );
  }
}

/** The file is not what was written: what can be read of it, a rebuild saves. */
export class DamagedError extends LibraryError {}

export function damaged(folder: string, why: string): string {
  return (
    `Library ${folder}: ${databaseName} is damaged (${why}). ` +
    'Put back a copy of it, or: "library check" tells what is damaged, and "library rebuild" mends what can be read.'
  );
}

/** What to say where an error comes of a full disk; null for any other. */
export function fullOf(folder: string, error: unknown): LibraryError | null {
  const fault = faultOf(error);
  return fault === null || fault !== faults[13]
    ? null
    : new LibraryError(fault(folder, (error as Error).message), { cause: error });
}

/** What to say of an error of SQLite (https://sqlite.org/rescode.html), or null for any other. */
function faultOf(error: unknown): ((folder: string, why: string) => string) | null {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number };
  if (code === 'ENOSPC' || code === 'EDQUOT') return faults[13]!;
  return code === 'ERR_SQLITE_ERROR' ? (faults[errcode & 0xff] ?? null) : null;
}

/** On a full disk some of what SQLite does fails without saying so. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 1024 * 1024;
  } catch {
    return false;
  }
}

const faults: { [code: number]: (folder: string, why: string) => string } = {
  5: (folder) =>
    `Library ${folder}: another process has been writing to it for half a minute. Try again when it is done.`,
  8: (folder, why) =>
    `Library ${folder}: cannot be written to (${why}). Give leave to write there, or set LIBRARY_PATH to another folder.`,
  10: (folder, why) =>
    isFull(folder)
      ? faults[13]!(folder, why)
      : `Library ${folder}: the disk failed (${why}). What was put in before is whole; check the disk and the room on it, and try again.`,
  11: damaged,
  13: (folder, why) =>
    `Library ${folder}: there is no room left (${why}). What was put in before is whole; make room and try again.`,
  14: (folder, why) =>
    `Library ${folder}: ${databaseName} cannot be opened (${why}). Check that it and the folder can be read and written.`,
  26: damaged,
};
