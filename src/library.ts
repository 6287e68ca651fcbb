/**
 * The library: an embedded store of sessions in one folder, with what is derived from them for the search.
 *
 * Sessions are the ground: each is written whole, with its sentences, chunks, full-text rows and vectors, in one
 * transaction, and everything but sessions, turns and findings can be made again from them (`rebuild`).
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Scope, SessionRef } from './answering/answer.ts';
import type { Chunk } from './chunk.ts';
import type { SessionSummary } from './rapporteur.ts';
import type { Finding, Sentence, Session, Turn } from './session.ts';
import type { Person } from './people.ts';

const libraryVersion = 1;

/** Something about a library that its owner must mend; the message says where, what and how. */
export class LibraryError extends Error {
  override name = 'LibraryError';
}

/** What is derived from a session when it is put in: all that the search needs. */
export interface Derived {
  sentences: Sentence[][];
  chunks: (Chunk & { terms: string[]; hash: string; vector: Float32Array })[];
  people: Person[];
}

/** A chunk as stored: `id` is unique in the library and never used again. */
export interface StoredChunk extends Omit<Chunk, 'text'> {
  id: number;
  session: string;
}

export interface Library {
  folder: string;
  /** Counts the changes of the library: what was derived from another revision is out of date. */
  revision(): number;
  /** The sessions read from `source`, also from files inside it where it is an archive, or those with this hash of their record. */
  known(of: { source: string } | { recordHash: string }): { id: string; recordHash: string; source: string }[];
  /** Where the session of this id was read from, or null where there is none. */
  source(id: string): string | null;
  /** The hash of the record that the session of this id was read from, or null where there is none. */
  recordHash(id: string): string | null;
  /** Writes a session whole, in the place of the one with its id. */
  put(session: Session, recordHash: string, derived: Derived): void;
  remove(id: string): boolean;
  /** From here to `endRebuild` the library can be opened only to be rebuilt. */
  beginRebuild(): void;
  endRebuild(embedder: string): void;
  /** Newest first. */
  sessions(scope?: Scope): SessionSummary[];
  session(id: string): Session | null;
  sentences(id: string): Sentence[][];
  findings(id: string): Finding[];
  chunks(id: string): StoredChunk[];
  chunk(id: number): StoredChunk | null;
  /** People of each session, as they were read there. */
  people(scope?: Scope): Person[];
  /** How many turns speakers have, each named as in their session. */
  turnCount(of: { session: string; speaker: string }[]): number;
  /** Best chunks by BM25 over any of the terms, best first; `score` is positive. */
  searchWords(terms: string[], limit: number, sessions?: string[]): { id: number; session: string; score: number }[];
  /** In how many chunks of the library a term stands. */
  documentFrequency(term: string): number;
  chunkCount(): number;
  /** The vector of a text embedded before, by its hash. */
  vector(hash: string): Float32Array | null;
  vectors: {
    count(): number;
    fingerprint(): string;
    each(): Iterable<{ id: number; vector: Float32Array }>;
  };
  close(): void;
}

/**
 * Opens the library in `folder`, making it where there is none.
 * Throws a `LibraryError` for a folder that cannot be used, a library of another version, or, unless `anyEmbedder`,
 * one whose vectors another embedder made.
 */
export function openLibrary(folder: string, embedder: string, { anyEmbedder = false } = {}): Library {
  const db = openDatabase(folder);
  checkVersion(db, folder);
  checkEmbedder(db, folder, embedder, anyEmbedder);

  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const sql = (text: string) => {
    let statement = prepared.get(text);
    if (!statement) prepared.set(text, (statement = db.prepare(text)));
    return statement;
  };
  const all = <Row>(text: string, ...values: SQLInputValue[]) => sql(text).all(...values) as Row[];
  const one = <Row>(text: string, ...values: SQLInputValue[]) => sql(text).get(...values) as Row | undefined;
  const run = (text: string, ...values: SQLInputValue[]) => sql(text).run(...values);

  function inTransaction<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      run("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  function erase(number: number): void {
    run('DELETE FROM words WHERE rowid IN (SELECT id FROM chunks WHERE session = ?)', number);
    run('DELETE FROM sessions WHERE number = ?', number);
    run('DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM chunks)');
  }

  function numberOf(id: string): number | null {
    return one<{ number: number }>('SELECT number FROM sessions WHERE id = ?', id)?.number ?? null;
  }

  return {
    folder,
    revision: () => one<{ value: number }>("SELECT value FROM meta WHERE key = 'revision'")?.value ?? 0,
    known: (of) => 'source' in of
      // '!' follows the blank that ends the mark: between the two is every source that starts with it.
      ? all('SELECT id, record_hash AS recordHash, source FROM sessions WHERE source = ? OR (source > ? AND source < ?) ORDER BY number',
        of.source, `${of.source}${inArchive}`, `${of.source}${inArchive.slice(0, -1)}!`)
      : all('SELECT id, record_hash AS recordHash, source FROM sessions WHERE record_hash = ? ORDER BY number', of.recordHash),

    source: (id) => one<{ source: string }>('SELECT source FROM sessions WHERE id = ?', id)?.source ?? null,
    recordHash: (id) => one<{ hash: string }>('SELECT record_hash AS hash FROM sessions WHERE id = ?', id)?.hash ?? null,

    put: (session, recordHash, derived) => inTransaction(() => {
      const before = numberOf(session.id);
      if (before !== null) erase(before);
      const { lastInsertRowid } = run(
        'INSERT INTO sessions (id, title, date, event, kind, source, record_hash, rest, people) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
        session.id, session.title, session.date, session.event, session.kind, session.source, recordHash,
        JSON.stringify(restOf(session)), JSON.stringify(derived.people),
      );
      const number = Number(lastInsertRowid);
      session.turns.forEach(({ speaker, text, times }, turn) => {
        run('INSERT INTO turns VALUES (?, ?, ?, ?, ?)', number, turn, speaker, text, JSON.stringify(times));
      });
      session.findings.forEach((finding, position) => {
        run('INSERT INTO findings VALUES (?, ?, ?)', number, position, JSON.stringify(finding));
      });
      derived.sentences.forEach((sentences, turn) => {
        for (const { start, end, seconds } of sentences) {
          run('INSERT INTO sentences VALUES (?, ?, ?, ?, ?)', number, turn, start, end, seconds);
        }
      });
      for (const { firstTurn, firstSentence, lastTurn, lastSentence, terms, hash, vector } of derived.chunks) {
        const chunk = run('INSERT INTO chunks (session, first_turn, first_sentence, last_turn, last_sentence, hash) VALUES (?, ?, ?, ?, ?, ?)',
          number, firstTurn, firstSentence, lastTurn, lastSentence, hash);
        run('INSERT INTO words (rowid, terms) VALUES (?, ?)', chunk.lastInsertRowid, terms.join(' '));
        run('INSERT OR IGNORE INTO vectors VALUES (?, ?)', hash, bytesOf(vector));
      }
    }),

    remove: (id) => inTransaction(() => {
      const number = numberOf(id);
      if (number !== null) erase(number);
      return number !== null;
    }),

    beginRebuild: () => setEmbedder(db, unfinished),
    endRebuild: (maker) => setEmbedder(db, maker),

    sessions: (scope) => all<SummaryRow>(`
      SELECT id, title, date, event, kind, source, rest,
        (SELECT count(*) FROM turns WHERE session = number) AS turnCount
      FROM sessions ORDER BY date IS NULL, date DESC, title, id`).filter((row) => inScope(row, scope)).map(
      ({ rest, ...summary }) => ({ ...summary, speakers: (JSON.parse(rest) as Rest).speakers.map(({ name }) => name) }),
    ),

    session: (id) => {
      const row = one<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
      if (!row) return null;
      const { number, record_hash: _hash, people: _people, rest, ...named } = row;
      const turns = all<{ speaker: string | null; text: string; times: string }>('SELECT speaker, text, times FROM turns WHERE session = ? ORDER BY turn', number)
        .map(({ speaker, text, times }): Turn => ({ speaker, text, times: JSON.parse(times) as Turn['times'] }));
      return { ...named, ...(JSON.parse(rest) as Rest), turns, findings: findingsOf(number) };
    },

    sentences: (id) => {
      const number = numberOf(id);
      const { turnCount } = one<{ turnCount: number }>('SELECT count(*) AS turnCount FROM turns WHERE session = ?', number)!;
      const sentences: Sentence[][] = Array.from({ length: turnCount }, () => []);
      for (const { turn, ...sentence } of all<Sentence & { turn: number }>(
        'SELECT turn, start, end, seconds FROM sentences WHERE session = ? ORDER BY turn, start', number)) {
        sentences[turn]?.push(sentence);
      }
      return sentences;
    },

    findings: (id) => {
      const number = numberOf(id);
      return number === null ? [] : findingsOf(number);
    },

    chunks: (id) => all<StoredChunk>(`${selectChunk} WHERE sessions.id = ? ORDER BY chunks.id`, id),
    chunk: (id) => one<StoredChunk>(`${selectChunk} WHERE chunks.id = ?`, id) ?? null,

    people: (scope) => all<{ id: string; event: string | null; people: string }>('SELECT id, event, people FROM sessions ORDER BY number')
      .filter((row) => inScope(row, scope)).flatMap(({ people }) => JSON.parse(people) as Person[]),

    turnCount: (of) => of.reduce((sum, { session, speaker }) => sum + one<{ n: number }>(
      'SELECT count(*) AS n FROM turns JOIN sessions ON sessions.number = turns.session WHERE sessions.id = ? AND speaker = ?', session, speaker)!.n, 0),

    searchWords: (terms, limit, sessions) => {
      if (terms.length === 0) return [];
      const anyTerm = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
      const within = sessions ? `AND sessions.id IN (SELECT value FROM json_each(?))` : '';
      return all<{ id: number; session: string; score: number }>(`
        SELECT words.rowid AS id, sessions.id AS session, -bm25(words) AS score
        FROM words JOIN chunks ON chunks.id = words.rowid JOIN sessions ON sessions.number = chunks.session
        WHERE words MATCH ? ${within} ORDER BY bm25(words), words.rowid LIMIT ?`,
      anyTerm, ...(sessions ? [JSON.stringify(sessions)] : []), limit);
    },

    documentFrequency: (term) => one<{ doc: number }>('SELECT doc FROM vocabulary WHERE term = ?', term)?.doc ?? 0,
    chunkCount: () => one<{ n: number }>('SELECT count(*) AS n FROM chunks')!.n,

    vector: (hash) => {
      const row = one<{ vector: Uint8Array }>('SELECT vector FROM vectors WHERE hash = ?', hash);
      return row ? floatsOf(row.vector) : null;
    },
    vectors: {
      count: () => one<{ n: number }>('SELECT count(*) AS n FROM chunks')!.n,
      fingerprint: () => {
        const { n, last } = one<{ n: number; last: number | null }>('SELECT count(*) AS n, max(id) AS last FROM chunks')!;
        return `${n}-${last ?? 0}`;
      },
      each: function* () {
        const rows = sql('SELECT chunks.id, vector FROM chunks JOIN vectors USING (hash) ORDER BY chunks.id').iterate();
        for (const row of rows as Iterable<{ id: number; vector: Uint8Array }>) yield { id: row.id, vector: floatsOf(row.vector) };
      },
    },
    close: () => db.close(),
  };

  function findingsOf(number: number): Finding[] {
    return all<{ finding: string }>('SELECT finding FROM findings WHERE session = ? ORDER BY position', number)
      .map(({ finding }) => JSON.parse(finding) as Finding);
  }
}

/** Is a session one that the place which asks may see? */
export function inScope(session: Pick<SessionRef, 'id'> & { event: string | null }, scope: Scope | undefined): boolean {
  if (!scope) return true;
  return (scope.sessions ?? []).includes(session.id) || (session.event !== null && (scope.events ?? []).includes(session.event));
}

/** Stands in a source between the name of an archive and that of a file in it. */
export const inArchive = ' › ';

/** Name of the file in the library's folder that holds everything but the index of vectors. */
export const databaseName = 'library.db';

type Rest = Pick<Session, 'startTime' | 'endTime' | 'language' | 'page' | 'speakers'>;
type SummaryRow = Omit<SessionSummary, 'speakers'> & { rest: string };
type SessionRow = Pick<Session, 'id' | 'title' | 'date' | 'event' | 'kind' | 'source'> & { number: number; record_hash: string; rest: string; people: string };

const selectChunk = `SELECT chunks.id, sessions.id AS session, first_turn AS firstTurn, first_sentence AS firstSentence,
  last_turn AS lastTurn, last_sentence AS lastSentence FROM chunks JOIN sessions ON sessions.number = chunks.session`;

const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, date TEXT, event TEXT, kind TEXT NOT NULL,
    source TEXT NOT NULL, record_hash TEXT NOT NULL, rest TEXT NOT NULL, people TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_source ON sessions (source);
  CREATE INDEX sessions_by_record ON sessions (record_hash);
  CREATE TABLE turns (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, turn INTEGER NOT NULL, speaker TEXT, text TEXT NOT NULL, times TEXT NOT NULL,
    PRIMARY KEY (session, turn)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE findings (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, position INTEGER NOT NULL, finding TEXT NOT NULL,
    PRIMARY KEY (session, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sentences (
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE, turn INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, seconds REAL,
    PRIMARY KEY (session, turn, start)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    first_turn INTEGER NOT NULL, first_sentence INTEGER NOT NULL, last_turn INTEGER NOT NULL, last_sentence INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX chunks_by_session ON chunks (session);
  CREATE INDEX chunks_by_hash ON chunks (hash);
  CREATE TABLE vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT;
  CREATE VIRTUAL TABLE words USING fts5(terms, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
`;

function openDatabase(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    const db = new DatabaseSync(path.join(folder, databaseName));
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536;');
    return db;
  } catch (error) {
    throw new LibraryError(`Library ${folder}: cannot be opened (${(error as Error).message}). Check that the folder can be written to, or set LIBRARY_PATH to another.`, { cause: error });
  }
}

function checkVersion(db: DatabaseSync, folder: string): void {
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get() as { n: number };
  if (tables.n === 0) {
    db.exec('BEGIN IMMEDIATE');
    // Another process may have made it while this one waited for the lock.
    const made = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get() as { n: number };
    if (made.n === 0) {
      db.exec(schema);
      db.prepare("INSERT INTO meta VALUES ('version', ?), ('revision', 0)").run(libraryVersion);
    }
    db.exec('COMMIT');
  }
  const version = (db.prepare("SELECT value FROM meta WHERE key = 'version'").get() as { value: number } | undefined)?.value;
  if (version !== libraryVersion) {
    db.close();
    throw new LibraryError(`Library ${folder}: is of version ${version ?? 'unknown'}, this program reads version ${libraryVersion}. Use the program that made it, or set LIBRARY_PATH to a new folder and ingest the records again.`);
  }
}

function checkEmbedder(db: DatabaseSync, folder: string, embedder: string, anyEmbedder: boolean): void {
  const maker = (db.prepare("SELECT value FROM meta WHERE key = 'embedder'").get() as { value: string } | undefined)?.value;
  const empty = (db.prepare('SELECT count(*) AS n FROM chunks').get() as { n: number }).n === 0;
  if (maker === embedder || anyEmbedder) return;
  if (maker === undefined || empty) {
    setEmbedder(db, embedder);
    return;
  }
  db.close();
  throw new LibraryError(`Library ${folder}: its vectors were made by ${maker}, and EMBEDDING_MODEL now names ${embedder}. Set EMBEDDING_MODEL back, or make the vectors again with: npm start -- library rebuild`);
}

const unfinished = 'a rebuild that did not finish';

function setEmbedder(db: DatabaseSync, embedder: string): void {
  db.prepare("INSERT INTO meta VALUES ('embedder', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(embedder);
}

function restOf({ startTime, endTime, language, page, speakers }: Session): Rest {
  return { startTime, endTime, language, page, speakers };
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

function floatsOf(bytes: Uint8Array): Float32Array {
  // SQLite may hand out bytes at an address that is not a multiple of four, which a Float32Array cannot view.
  return new Float32Array(bytes.slice().buffer);
}
