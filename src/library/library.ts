/**
 * The library: an embedded store of sessions in one folder, with what is derived from them for the search.
 *
 * Sessions are the ground: each is written whole, with its sentences, chunks, full-text rows and vectors, in one
 * transaction, and everything but sessions, turns and findings can be made again from them (`rebuild`).
 */
import { createHash } from 'node:crypto';
import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { Scope, SessionRef } from '../answer.ts';
import type { Chunk } from '../words/chunks.ts';
import { applyCorrections, namesIn } from './corrections.ts';
import { checkEmbedder, claimEmbedder, damaged, derivedSchema, LibraryError, openDatabase, rebuilding, setEmbedder, told } from './database.ts';
import type { SessionSummary } from '../rapporteur.ts';
import { termsAsText, termsFromText, type IndexedSentence } from '../words/sentence-terms.ts';
import type { Finding, Session, Turn } from '../session.ts';
import type { Person } from '../people/people.ts';
import { inArchive, type Correction } from '../session.ts';
import type { Derived } from './derive.ts';

/** A chunk as stored: `id` is unique in the library and never used again. */
export interface StoredChunk extends Omit<Chunk, 'text'> {
  id: number;
  session: string;
  /** Of its words and its vector's embedder. */
  hash: string;
}

export interface Library {
  folder: string;
  /** Counts the changes of the library: what was derived from another revision is out of date. */
  revision(): number;
  /**
   * From here to `release`, everything read is as it stands now, whatever others write meanwhile; nothing can be
   * written. Throws a `LibraryError` where another embedder has made the vectors since the library was opened.
   */
  hold(): void;
  release(): void;
  /** The sessions read from `source`, also from files inside it where it is an archive, or those with this hash of their record. */
  known(of: { source: string } | { recordHash: string }): { id: string; recordHash: string; source: string }[];
  /** Where the session of this id was read from, or null where there is none. */
  source(id: string): string | null;
  /** The hash of the record that the session of this id was read from, or null where there is none. */
  recordHash(id: string): string | null;
  /**
   * Writes a session whole, as it was read, in the place of the one with its id. What is derived is of the session
   * with its corrections, and where `corrections` are given they take the place of those it had.
   */
  put(record: Session, recordHash: string, derived: Derived, corrections?: Correction[]): void;
  /** The corrections of the session of this id read from this source, in the order they were made; also while it is not in the library. */
  corrections(id: string, source: string): Correction[];
  /** Removes a session; its corrections stay for when it comes back, unless they are to be forgotten. */
  remove(id: string, options?: { forget: boolean }): boolean;
  /** The session's record is now found elsewhere. */
  move(id: string, source: string): void;
  /** What the server of an address said of the version it sent, where a session read from there is in the library. */
  fetched(address: string): { source: string; etag: string | null; lastModified: string | null } | null;
  putFetched(address: string, of: { source: string; etag: string | null; lastModified: string | null }): void;
  /** Forgets everything derived; from here to `endRebuild` the library can be opened only to be rebuilt. */
  beginRebuild(): void;
  /** Writes anew what is derived from a session. */
  putDerived(id: string, derived: Derived): void;
  endRebuild(): void;
  /** What is wrong with the database itself, in words, each with whether a rebuild mends it. */
  damage(): { what: string; isDerived: boolean }[];
  /** Newest first. */
  sessions(scope?: Scope): SessionSummary[];
  /** With its corrections. Throws a `LibraryError` where its words are not those that were put in. */
  session(id: string): Session | null;
  /** As it was read. */
  record(id: string): Session | null;
  /** With their terms, except of sessions that an earlier version of the program put in. */
  sentences(id: string): IndexedSentence[][];
  chunks(id: string): StoredChunk[];
  chunk(id: number): StoredChunk | null;
  /** People of each session, as they were read there, session by session as they came in. What it gives is shared: not to be changed. */
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
    /** Those of ids greater than `after`, by id. */
    each(after?: number): Iterable<{ id: number; vector: Float32Array }>;
    ids(): Iterable<number>;
  };
  close(): void;
}

/**
 * What was read of sessions by their number, which no other session and no other version of one ever has: who opens a
 * library several times reads each once.
 */
export interface Memory {
  summaries: Map<number, Omit<SessionSummary, 'source'>>;
  people: Map<number, Person[]>;
}

export function newMemory(): Memory {
  return { summaries: new Map(), people: new Map() };
}

/**
 * Opens the library in `folder`, making it where there is none.
 * Throws a `LibraryError` for a folder that cannot be used, a library of another version, or, unless `anyEmbedder`,
 * one whose vectors another embedder made.
 */
export function openLibrary(folder: string, embedder: string, { anyEmbedder = false, memory = newMemory() } = {}): Library {
  const db = openDatabase(folder, embedder, anyEmbedder);

  const prepared = new Map<string, StatementSync>();
  const sql = (text: string) => {
    let statement = prepared.get(text);
    if (!statement) prepared.set(text, (statement = db.prepare(text)));
    return statement;
  };
  const all = <Row>(text: string, ...values: SQLInputValue[]) => told(folder, () => sql(text).all(...values) as Row[]);
  const one = <Row>(text: string, ...values: SQLInputValue[]) => told(folder, () => sql(text).get(...values) as Row | undefined);
  const run = (text: string, ...values: SQLInputValue[]) => told(folder, () => sql(text).run(...values));

  function inTransaction<T>(work: () => T): T {
    told(folder, () => db.exec('BEGIN IMMEDIATE'));
    try {
      const result = work();
      run("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
      told(folder, () => db.exec('COMMIT'));
      return result;
    } catch (error) {
      // SQLite rolls back by itself when the disk is full.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function eraseDerived(number: number): void {
    run('DELETE FROM words WHERE rowid IN (SELECT id FROM chunks WHERE session = ?)', number);
    run('DELETE FROM chunks WHERE session = ?', number);
    run('DELETE FROM sentences WHERE session = ?', number);
    run('DELETE FROM speakers WHERE session = ?', number);
  }

  function erase(number: number): void {
    // Chunks of the same words share a vector, also over sessions.
    run(`DELETE FROM vectors WHERE hash IN (SELECT hash FROM chunks WHERE session = ?1)
      AND NOT EXISTS (SELECT 1 FROM chunks AS others WHERE others.hash = vectors.hash AND others.session <> ?1)`, number);
    eraseDerived(number);
    run('DELETE FROM sessions WHERE number = ?', number);
  }

  function insertDerived(number: number, session: Session, derived: Derived): void {
    run('UPDATE sessions SET people = ? WHERE number = ?', JSON.stringify(derived.people), number);
    const turnCounts = Map.groupBy(session.turns, ({ speaker }) => speaker);
    for (const [position, name] of namesIn(session).entries()) {
      run('INSERT INTO speakers VALUES (?, ?, ?, ?)', number, position, name, turnCounts.get(name)?.length ?? 0);
    }
    derived.sentences.forEach((sentences, turn) => {
      for (const { start, end, seconds, terms } of sentences) {
        run('INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)', number, turn, start, end, seconds, terms ? termsAsText(terms) : null);
      }
    });
    for (const { firstTurn, firstSentence, lastTurn, lastSentence, terms, hash, vector } of derived.chunks) {
      const chunk = run('INSERT INTO chunks (session, first_turn, first_sentence, last_turn, last_sentence, hash) VALUES (?, ?, ?, ?, ?, ?)',
        number, firstTurn, firstSentence, lastTurn, lastSentence, hash);
      run('INSERT INTO words (rowid, terms) VALUES (?, ?)', chunk.lastInsertRowid, terms.join(' '));
      run('INSERT OR IGNORE INTO vectors VALUES (?, ?)', hash, bytesOf(vector));
    }
  }

  function numberOf(id: string): number | null {
    return one<{ number: number }>('SELECT number FROM sessions WHERE id = ?', id)?.number ?? null;
  }

  function correctionsOf(id: string, source: string): Correction[] {
    return all<{ correction: string }>('SELECT correction FROM corrections WHERE session = ? AND source = ? ORDER BY id', id, source)
      .map(({ correction }) => JSON.parse(correction) as Correction);
  }

  function record(id: string): Session | null {
    const row = one<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
    if (!row) return null;
    const turns = all<TurnRow>('SELECT speaker, text, times, more FROM turns WHERE session = ? ORDER BY turn', row.number);
    const findings = all<{ finding: string }>('SELECT finding FROM findings WHERE session = ? ORDER BY position', row.number).map(({ finding }) => finding);
    if (sealOf(row, turns, findings) !== row.seal) {
      throw new LibraryError(`Library ${folder}: session ${id} is damaged: its words are not those that were put in. Ingest its record again (${row.source}), or remove it.`);
    }
    const { number: _number, record_hash: hash, seal: _seal, people: _people, rest, ...named } = row;
    return {
      ...named, ...(JSON.parse(rest) as Rest), version: versionOf(hash),
      turns: turns.map(({ speaker, text, times, more }): Turn => ({ speaker, text, times: JSON.parse(times) as Turn['times'], ...(more === null ? {} : JSON.parse(more) as MoreOfTurn) })),
      findings: findings.map((finding) => JSON.parse(finding) as Finding),
    };
  }

  const revision = () => one<{ value: number }>("SELECT value FROM meta WHERE key = 'revision'")?.value ?? 0;
  let fingerprinted: { revision: number; fingerprint: string } | null = null;

  /** What is derived has no seal, so that damage shows only when it is read. */
  function derivedFrom<Value>(text: string, what: string): Value {
    try {
      return JSON.parse(text) as Value;
    } catch (error) {
      throw new LibraryError(damaged(folder, `${what} cannot be read`), { cause: error });
    }
  }

  function summary(number: number): Omit<SessionSummary, 'source'> {
    const { speakers, hash, ...rest } = one<Omit<SessionSummary, 'source' | 'speakers'> & { speakers: string; hash: string }>(`
      SELECT id, title, date, event, kind, record_hash AS hash,
        (SELECT count(*) FROM turns WHERE session = number) AS turnCount,
        (SELECT json_group_array(name ORDER BY position) FROM speakers WHERE session = number) AS speakers
      FROM sessions WHERE number = ?`, number)!;
    return { ...rest, version: versionOf(hash), speakers: JSON.parse(speakers) as string[] };
  }

  function peopleOf(number: number): Person[] {
    return derivedFrom(one<{ people: string }>('SELECT people FROM sessions WHERE number = ?', number)!.people, `the people of session number ${number}`);
  }

  return {
    folder,
    revision,
    hold: () => {
      told(folder, () => db.exec('BEGIN'));
      try {
        checkEmbedder(db, folder, embedder, anyEmbedder);
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    release: () => told(folder, () => db.exec('COMMIT')),
    known: (of) => 'source' in of
      // '!' follows the blank that ends the mark: between the two is every source that starts with it.
      ? all('SELECT id, record_hash AS recordHash, source FROM sessions WHERE source = ? OR (source > ? AND source < ?) ORDER BY number',
        of.source, `${of.source}${inArchive}`, `${of.source}${inArchive.slice(0, -1)}!`)
      : all('SELECT id, record_hash AS recordHash, source FROM sessions WHERE record_hash = ? ORDER BY number', of.recordHash),

    source: (id) => one<{ source: string }>('SELECT source FROM sessions WHERE id = ?', id)?.source ?? null,
    recordHash: (id) => one<{ hash: string }>('SELECT record_hash AS hash FROM sessions WHERE id = ?', id)?.hash ?? null,

    put: (session, recordHash, derived, corrections) => inTransaction(() => {
      claimEmbedder(db, folder, embedder, anyEmbedder);
      const before = one<{ number: number; source: string }>('SELECT number, source FROM sessions WHERE id = ?', session.id);
      if (before) {
        // What was put right of a session goes with it to another file, and only then.
        if (before.source !== session.source) {
          run('DELETE FROM corrections WHERE session = ? AND source = ?', session.id, session.source);
          run('UPDATE corrections SET source = ? WHERE session = ? AND source = ?', session.source, session.id, before.source);
        }
        erase(before.number);
      }
      if (corrections) {
        run('DELETE FROM corrections WHERE session = ? AND source = ?', session.id, session.source);
        for (const correction of corrections) run('INSERT INTO corrections (session, source, correction) VALUES (?, ?, ?)', session.id, session.source, JSON.stringify(correction));
      }
      const row: Omit<SessionRow, 'number' | 'people' | 'seal'> = {
        id: session.id, title: session.title, date: session.date, event: session.event, kind: session.kind, source: session.source,
        record_hash: recordHash, rest: JSON.stringify(restOf(session)),
      };
      const turns = session.turns.map(({ speaker, text, times, ...more }): TurnRow => ({ speaker, text, times: JSON.stringify(times), more: Object.keys(more).length === 0 ? null : JSON.stringify(more) }));
      const findings = session.findings.map((finding) => JSON.stringify(finding));
      const { lastInsertRowid } = run(
        'INSERT INTO sessions (id, title, date, event, kind, source, record_hash, rest, people, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        row.id, row.title, row.date, row.event, row.kind, row.source, row.record_hash, row.rest, '[]', sealOf(row, turns, findings),
      );
      const number = Number(lastInsertRowid);
      turns.forEach(({ speaker, text, times, more }, turn) => run('INSERT INTO turns (session, turn, speaker, text, times, more) VALUES (?, ?, ?, ?, ?, ?)', number, turn, speaker, text, times, more));
      findings.forEach((finding, position) => run('INSERT INTO findings VALUES (?, ?, ?)', number, position, finding));
      insertDerived(number, applyCorrections(session, correctionsOf(session.id, session.source)).session, derived);
    }),

    corrections: correctionsOf,

    remove: (id, { forget } = { forget: false }) => inTransaction(() => {
      const number = numberOf(id);
      if (number !== null) erase(number);
      if (forget) run('DELETE FROM corrections WHERE session = ?', id);
      run('DELETE FROM fetched WHERE source NOT IN (SELECT source FROM sessions)');
      return number !== null;
    }),

    move: (id, source) => inTransaction(() => {
      const row = one<SessionRow>('SELECT * FROM sessions WHERE id = ?', id);
      if (!row) return;
      const turns = all<TurnRow>('SELECT speaker, text, times, more FROM turns WHERE session = ? ORDER BY turn', row.number);
      const findings = all<{ finding: string }>('SELECT finding FROM findings WHERE session = ? ORDER BY position', row.number).map(({ finding }) => finding);
      run('UPDATE corrections SET source = ? WHERE session = ? AND source = ?', source, id, row.source);
      run('UPDATE sessions SET source = ?, seal = ? WHERE id = ?', source, sealOf({ ...row, source }, turns, findings), id);
    }),

    fetched: (address) => one('SELECT source, etag, last_modified AS lastModified FROM fetched WHERE address = ? AND source IN (SELECT source FROM sessions)', address) ?? null,
    putFetched: (address, { source, etag, lastModified }) => void run('INSERT OR REPLACE INTO fetched VALUES (?, ?, ?, ?)', address, source, etag, lastModified),

    beginRebuild: () => inTransaction(() => {
      setEmbedder(db, rebuilding);
      const { seq } = one<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'chunks'") ?? { seq: 0 };
      // What is damaged in them goes with the tables.
      told(folder, () => db.exec(`${['vocabulary', 'words', 'vectors', 'chunks', 'sentences', 'speakers'].map((table) => `DROP TABLE ${table};`).join(' ')} ${derivedSchema}`));
      // Ids go on where they were.
      run("INSERT INTO sqlite_sequence (name, seq) VALUES ('chunks', ?)", seq);
    }),
    putDerived: (id, derived) => inTransaction(() => {
      const session = record(id);
      const number = numberOf(id);
      if (!session || number === null) return;
      eraseDerived(number);
      memory.summaries.delete(number);
      memory.people.delete(number);
      insertDerived(number, applyCorrections(session, correctionsOf(id, session.source)).session, derived);
    }),
    endRebuild: () => inTransaction(() => setEmbedder(db, embedder)),

    damage: () => {
      const found: { what: string; isDerived: boolean }[] = [];
      for (const row of db.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[]) {
        if (row.integrity_check !== 'ok') found.push({ what: row.integrity_check, isDerived: false });
      }
      for (const { table, parent } of db.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[]) {
        found.push({ what: `a row of ${table} belongs to no row of ${parent}`, isDerived: !['turns', 'findings'].includes(table) });
      }
      try {
        db.exec("INSERT INTO words (words) VALUES ('integrity-check')");
      } catch (error) {
        found.push({ what: `the full-text index is damaged (${(error as Error).message})`, isDerived: true });
      }
      for (const [what, text] of agreements) {
        const { n } = db.prepare(text).get() as { n: number };
        if (n > 0) found.push({ what: `${n} ${what}`, isDerived: true });
      }
      return found;
    },

    sessions: (scope) => {
      const rows = all<{ number: number; id: string; event: string | null; source: string }>('SELECT number, id, event, source FROM sessions ORDER BY date IS NULL, date DESC, title, id');
      forgetAllBut(rows, memory.summaries);
      return rows.filter((row) => inScope(row, scope)).map(({ number, source }) => ({ ...remembered(number, memory.summaries, summary), source }));
    },

    session: (id) => {
      const read = record(id);
      return read && applyCorrections(read, correctionsOf(id, read.source)).session;
    },
    record,

    sentences: (id) => {
      const number = numberOf(id);
      const { turnCount } = one<{ turnCount: number }>('SELECT count(*) AS turnCount FROM turns WHERE session = ?', number)!;
      const sentences: IndexedSentence[][] = Array.from({ length: turnCount }, () => []);
      // There are thousands to a session: as arrays they are read in a fraction of the time.
      const places = sql('SELECT turn, start, end, seconds, terms FROM sentences WHERE session = ? ORDER BY turn, start');
      places.setReturnArrays(true);
      for (const [turn, start, end, seconds, terms] of told(folder, () => places.all(number)) as unknown as [number, number, number, number | null, string | null][]) {
        sentences[turn]?.push({ start, end, seconds, ...(terms !== null && { terms: termsFromText(terms) }) });
      }
      return sentences;
    },

    chunks: (id) => all<StoredChunk>(`${selectChunk} WHERE sessions.id = ? ORDER BY chunks.id`, id),
    chunk: (id) => one<StoredChunk>(`${selectChunk} WHERE chunks.id = ?`, id) ?? null,

    people: (scope) => {
      const rows = all<{ number: number; id: string; event: string | null }>('SELECT number, id, event FROM sessions ORDER BY number');
      forgetAllBut(rows, memory.people);
      return rows.filter((row) => inScope(row, scope)).flatMap(({ number }) => remembered(number, memory.people, peopleOf));
    },

    turnCount: (of) => of.reduce((sum, { session, speaker }) => sum + (one<{ n: number }>(
      'SELECT turn_count AS n FROM speakers JOIN sessions ON sessions.number = speakers.session WHERE sessions.id = ? AND name = ?', session, speaker)?.n ?? 0), 0),

    searchWords: (terms, limit, sessions) => {
      if (terms.length === 0) return [];
      const anyTerm = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
      const within = sessions ? `AND (SELECT session FROM chunks WHERE id = words.rowid) IN (SELECT number FROM sessions WHERE id IN (SELECT value FROM json_each(?)))` : '';
      // Only the best are looked up in the other tables.
      return all<{ id: number; session: string; score: number }>(`
        SELECT best.id, sessions.id AS session, score
        FROM (SELECT rowid AS id, -bm25(words) AS score FROM words WHERE words MATCH ? ${within} ORDER BY bm25(words), rowid LIMIT ?) AS best
        JOIN chunks ON chunks.id = best.id JOIN sessions ON sessions.number = chunks.session ORDER BY score DESC, best.id`,
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
        // Counting looks at every chunk, and is needed once for each state of the library.
        const now = revision();
        if (now === fingerprinted?.revision) return fingerprinted.fingerprint;
        const { n, last } = one<{ n: number; last: number | null }>('SELECT count(*) AS n, max(id) AS last FROM chunks')!;
        fingerprinted = { revision: now, fingerprint: `${n}-${last ?? 0}` };
        return fingerprinted.fingerprint;
      },
      each: function* (after = -1) {
        const rows = told(folder, () => db.prepare('SELECT chunks.id, vector FROM chunks JOIN vectors USING (hash) WHERE chunks.id > ? ORDER BY chunks.id').iterate(after));
        for (const row of stepwise(folder, rows as Iterator<{ id: number; vector: Uint8Array }>)) yield { id: row.id, vector: floatsOf(row.vector) };
      },
      ids: () => all<{ id: number }>('SELECT id FROM chunks').map(({ id }) => id),
    },
    close: () => db.close(),
  };
}

function remembered<Kept>(number: number, memory: Map<number, Kept>, read: (number: number) => Kept): Kept {
  let kept = memory.get(number);
  if (kept === undefined) memory.set(number, (kept = read(number)));
  return kept;
}

/** Numbers that are gone never come back; another connection may still see them, and reads them again. */
function forgetAllBut(rows: { number: number }[], memory: Map<number, unknown>): void {
  if (memory.size <= rows.length) return;
  const there = new Set(rows.map(({ number }) => number));
  for (const number of memory.keys()) if (!there.has(number)) memory.delete(number);
}

/** Is a session one that the place which asks may see? */
export function inScope(session: Pick<SessionRef, 'id'> & { event: string | null }, scope: Scope | undefined): boolean {
  if (!scope) return true;
  return (scope.sessions ?? []).includes(session.id) || (session.event !== null && (scope.events ?? []).includes(session.event));
}

type Rest = Pick<Session, 'startTime' | 'endTime' | 'language' | 'page' | 'speakers'>;
type SessionRow = Pick<Session, 'id' | 'title' | 'date' | 'event' | 'kind' | 'source'> & { number: number; record_hash: string; rest: string; people: string; seal: string };
/** `more` is JSON of what else is known of the turn, or null. */
type TurnRow = { speaker: string | null; text: string; times: string; more: string | null };
type MoreOfTurn = Omit<Turn, 'speaker' | 'text' | 'times'>;

const selectChunk = `SELECT chunks.id, sessions.id AS session, first_turn AS firstTurn, first_sentence AS firstSentence,
  last_turn AS lastTurn, last_sentence AS lastSentence, chunks.hash FROM chunks JOIN sessions ON sessions.number = chunks.session`;

/** What the derived tables must agree on: each query counts the rows that do not. */
const agreements: [string, string][] = [
  ['chunks are not in the full-text index', 'SELECT count(*) AS n FROM chunks WHERE id NOT IN (SELECT id FROM words_docsize)'],
  ['entries of the full-text index are of no chunk', 'SELECT count(*) AS n FROM words_docsize WHERE id NOT IN (SELECT id FROM chunks)'],
  ['chunks have no vector', 'SELECT count(*) AS n FROM chunks WHERE hash NOT IN (SELECT hash FROM vectors)'],
  ['vectors are of no chunk', 'SELECT count(*) AS n FROM vectors WHERE hash NOT IN (SELECT hash FROM chunks)'],
];

function* stepwise<Row>(folder: string, rows: Iterator<Row>): Iterable<Row> {
  for (let step = told(folder, () => rows.next()); step.done !== true; step = told(folder, () => rows.next())) yield step.value;
}

function restOf({ startTime, endTime, language, page, speakers }: Session): Rest {
  return { startTime, endTime, language, page, speakers };
}

/** Twelve digits of the hash of a record: enough to tell its versions apart. */
function versionOf(recordHash: string): string {
  return recordHash.slice(0, 12);
}

/**
 * A hash of a session's own rows. SQLite does not notice a flipped bit in a text, and a quotation must not have one.
 */
function sealOf(row: Pick<SessionRow, 'id' | 'title' | 'date' | 'event' | 'kind' | 'source' | 'record_hash' | 'rest'>, turns: TurnRow[], findings: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([row.id, row.title, row.date, row.event, row.kind, row.source, row.record_hash, row.rest, turns.length]));
  // A turn of which no more is known is sealed as it was before there was a place for it.
  for (const { speaker, text, times, more } of turns) hash.update(JSON.stringify(more === null ? [speaker, times] : [speaker, times, more])).update(text).update('\n');
  for (const finding of findings) hash.update(finding).update('\n');
  return hash.digest('hex');
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

function floatsOf(bytes: Uint8Array): Float32Array {
  // SQLite may hand out bytes at an address that is not a multiple of four, which a Float32Array cannot view.
  return new Float32Array(bytes.slice().buffer);
}
