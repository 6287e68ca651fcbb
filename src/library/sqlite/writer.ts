/** How a library in SQLite is changed: each change in one transaction. */
import { operator } from '../../access/origin.ts';
import type { Session } from '../../session.ts';
import { inArchive } from '../../session.ts';
import { applyCorrections, namesIn } from '../corrections.ts';
import { derivation, type Derived } from '../derive.ts';
import { counterpart, type Fetched, type KnownRecord, type LibraryWriter } from '../library.ts';
import { blocksOfSentences } from '../blocks.ts';
import type { Connection } from './connection.ts';
import { derivedSchema, told } from './database.ts';
import { rebuilding } from '../makers.ts';
import type { Embedded } from './embedded.ts';
import { confidentialityOf, nameOf } from '../rules.ts';
import { keepRestIn, keptIn, restIn } from './kept.ts';
import { peopleAsText } from './people-rows.ts';
import { isUnderOtherRule, rulesIn, sessionsOf, type Memory } from './reader.ts';
import {
  correctionsOf,
  giveSession,
  insertSession,
  moveSession,
  packTurns,
  recordOf,
  sessionOf,
} from './session-rows.ts';
import { rowOf, vectorFrom } from '../vector-rows.ts';
import { insertVersion, keepVersion } from './versions.ts';

/** `embedded` notes and checks who makes the vectors; `now` is when a record comes in. */
export function writerOf(to: Connection, memory: Memory, embedded: Embedded, now: () => Date): LibraryWriter {
  const { all, one, run, change, db, folder } = to;
  let isRebuilding = false;

  function eraseDerived(number: number): void {
    run('DELETE FROM vectors WHERE chunk IN (SELECT id FROM chunks WHERE session = ?)', number);
    const ids = to.arrays<[number]>('SELECT id FROM chunks WHERE session = ?', number).flat();
    if (ids.length > 0)
      to.atCommit(() => run('DELETE FROM words WHERE rowid IN (SELECT value FROM json_each(?))', JSON.stringify(ids)));
    run('DELETE FROM chunks WHERE session = ?', number);
    for (const table of ['sentence_blocks', 'sentences']) run(`DELETE FROM ${table} WHERE session = ?`, number);
    run('DELETE FROM speakers WHERE session = ?', number);
  }

  function erase(number: number): void {
    eraseDerived(number);
    run('DELETE FROM sessions WHERE number = ?', number);
  }

  function insertDerived(number: number, session: Session, derived: Derived): void {
    const people = peopleAsText(derived.people, session.id);
    const masks = derived.masks ? JSON.stringify(derived.masks) : null;
    const update = 'UPDATE sessions SET people = ?, derivation = ?, masks = ? WHERE number = ?';
    run(update, people, derivation, masks, number);
    const turnCounts = Map.groupBy(session.turns, ({ speaker }) => speaker);
    for (const [position, name] of namesIn(session).entries()) {
      run('INSERT INTO speakers VALUES (?, ?, ?, ?)', number, position, name, turnCounts.get(name)?.length ?? 0);
    }
    for (const { first, bytes } of derived.packed?.sentences ?? blocksOfSentences(derived.sentences))
      run('INSERT INTO sentence_blocks (session, first_turn, sentences) VALUES (?, ?, ?)', number, first, bytes);
    for (const [at, chunkOf] of derived.chunks.entries()) {
      const { firstTurn, firstSentence, lastTurn, lastSentence, terms, hash, vector } = chunkOf;
      const chunk = run(
        `INSERT INTO chunks (session, first_turn, first_sentence, last_turn, last_sentence, hash)
          VALUES (?, ?, ?, ?, ?, ?)`,
        number,
        firstTurn,
        firstSentence,
        lastTurn,
        lastSentence,
        Buffer.from(hash.slice(0, storedDigits), 'hex'),
      );
      const text = terms.join(' ');
      to.atCommit(() => run('INSERT INTO words (rowid, terms) VALUES (?, ?)', chunk.lastInsertRowid, text));
      run('INSERT INTO vectors VALUES (?, ?)', chunk.lastInsertRowid, derived.packed?.vectors[at] ?? rowOf(vector));
    }
  }

  const numberOf = (id: string) =>
    one<{ number: number }>('SELECT number FROM sessions WHERE id = ?', id)?.number ?? null;
  const corrected = (record: Session) => applyCorrections(record, correctionsOf(to, record.id, record.source)).session;

  return {
    sessions: async () => sessionsOf(to, memory),
    session: async (id) => sessionOf(to, id),
    record: async (id) => recordOf(to, id),
    known: async (of) => {
      const select = `SELECT ${knownColumns} FROM sessions WHERE`;
      if ('recordHash' in of) return all<KnownRecord>(`${select} record_hash = ? ORDER BY number`, of.recordHash);
      // '!' follows the blank that ends the mark: between the two is every source that starts with it.
      const [after, before] = [`${of.source}${inArchive}`, `${of.source}${inArchive.slice(0, -1)}!`];
      return all<KnownRecord>(
        `${select} source = ? OR (source > ? AND source < ?) ORDER BY number`,
        of.source,
        after,
        before,
      );
    },
    origin: async (id) => one<KnownRecord>(`SELECT ${knownColumns} FROM sessions WHERE id = ?`, id) ?? null,
    corrections: async (id, source) => correctionsOf(to, id, source),
    vectors: async (hashes) => {
      const rows = to.arrays<[string, Uint8Array]>(
        `SELECT value, vector FROM json_each(?) AS asked
        JOIN vectors ON chunk = (SELECT min(id) FROM chunks WHERE hash = unhex(substr(asked.value, 1, ${storedDigits})))`,
        JSON.stringify(hashes),
      );
      return new Map(rows.map(([hash, row]) => [hash, vectorFrom(row)]));
    },

    put: async (session, recordHash, derived, corrections) =>
      change(() => {
        embedded.claim();
        const { id, source } = session;
        const before = one<{
          number: number;
          source: string;
          origin: string;
          hash: string;
          broughtIn: string | null;
        }>(
          'SELECT number, source, origin, record_hash AS hash, brought_in AS broughtIn FROM sessions WHERE id = ?',
          id,
        );
        const { origin = operator } = session;
        if (before && before.origin !== origin)
          throw new Error(`Session ${id}: is ${before.origin}'s, and nothing of ${origin}'s may take its place.`);
        const isSameRecord = before?.hash === recordHash;
        if (before) {
          if (!isSameRecord) keepVersion(to, id);
          // What was put right of a session goes with it to another file, and only then.
          if (before.source !== source) {
            run('DELETE FROM corrections WHERE session = ? AND source = ?', id, source);
            run('UPDATE corrections SET source = ? WHERE session = ? AND source = ?', source, id, before.source);
          }
          erase(before.number);
        }
        if (corrections) {
          run('DELETE FROM corrections WHERE session = ? AND source = ?', id, source);
          const insert = 'INSERT INTO corrections (session, source, correction) VALUES (?, ?, ?)';
          for (const correction of corrections) run(insert, id, source, JSON.stringify(correction));
        }
        const broughtIn = isSameRecord ? before.broughtIn : now().toISOString();
        insertDerived(insertSession(to, session, recordHash, broughtIn), corrected(session), derived);
      }),

    remove: async (id, { forget } = { forget: false }) =>
      change(() => {
        const number = numberOf(id);
        if (number !== null) erase(number);
        run('DELETE FROM versions WHERE session = ?', id);
        if (forget) {
          run('DELETE FROM corrections WHERE session = ?', id);
          run('DELETE FROM links WHERE session = ?1 OR other = ?1', id);
        }
        run('DELETE FROM fetched WHERE source NOT IN (SELECT source FROM sessions)');
        return number !== null;
      }),

    link: async (id, other, as) =>
      change(() => {
        run('DELETE FROM links WHERE (session = ?1 AND other = ?2) OR (session = ?2 AND other = ?1)', id, other);
        if (as === null) return;
        const insert = 'INSERT INTO links (session, other, theirs, ours) VALUES (?, ?, ?, ?)';
        run(insert, id, other, as, counterpart[as]);
        run(insert, other, id, counterpart[as], as);
      }),

    move: async (id, source) => change(() => moveSession(to, id, source)),
    give: async (id, origin) => change(() => giveSession(to, id, origin)),

    fetched: async (address) =>
      one<Fetched>(
        `SELECT source, etag, last_modified AS lastModified FROM fetched
        WHERE address = ? AND source IN (SELECT source FROM sessions)`,
        address,
      ) ?? null,
    putFetched: async (address, { source, etag, lastModified }) => {
      run('INSERT OR REPLACE INTO fetched VALUES (?, ?, ?, ?)', address, source, etag, lastModified);
    },

    beginRebuild: async () =>
      change(() => {
        isRebuilding = true;
        embedded.set(rebuilding);
        const { seq } = one<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'chunks'") ?? { seq: 0 };
        // What is damaged in them goes with the tables.
        const tables = ['vocabulary', 'words', 'vectors', 'chunks', 'sentence_blocks', 'sentences', 'speakers'];
        const drop = tables.map((table) => `DROP TABLE ${table};`).join(' ');
        told(folder, () => db.exec(`${drop} ${derivedSchema}`));
        // Ids go on where they were.
        run("INSERT INTO sqlite_sequence (name, seq) VALUES ('chunks', ?)", seq);
      }),
    confidentiality: async (of) => confidentialityOf(of, rulesIn(to)),
    setRule: async (target, rule) =>
      change(() => {
        if (rule === null) run('DELETE FROM rules WHERE target = ?', nameOf(target));
        else run('INSERT OR REPLACE INTO rules VALUES (?, ?)', nameOf(target), rule);
      }),
    isBehind: async (id) =>
      one('SELECT 1 FROM sessions WHERE id = ? AND (derivation < ? OR turn_count IS NULL)', id, derivation) !==
        undefined || isUnderOtherRule(to, id),
    putDerived: async (id, derived) =>
      change(() => {
        if (!isRebuilding) embedded.claim();
        const record = recordOf(to, id);
        const number = numberOf(id);
        if (!record || number === null) return;
        eraseDerived(number);
        packTurns(to, number);
        memory.summaries.delete(number);
        memory.people.delete(number);
        insertDerived(number, corrected(record), derived);
      }),
    endRebuild: async () =>
      change(() => {
        isRebuilding = false;
        embedded.set();
      }),
    kept: async (id) => keptIn(to, id),
    keep: async ({ record, recordHash, broughtIn, versions }, derived) =>
      change(() => {
        embedded.claim();
        insertDerived(insertSession(to, record, recordHash, broughtIn), corrected(record), derived);
        for (const version of versions) insertVersion(to, record.id, version);
      }),
    rest: async () => restIn(to),
    keepRest: async (rest) => change(() => keepRestIn(to, rest)),
  };
}

/** Of a chunk's hash, as it is stored. */
export const storedDigits = 32;

const knownColumns = 'id, record_hash AS recordHash, source, origin';
