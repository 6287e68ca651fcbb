/** What is read of a library in SQLite, by one connection at one moment. */
import { isDeepStrictEqual } from 'node:util';
import type { VectorIndex } from '../../../embeddings/vector-index.ts';
import { together } from '../../access/confidentiality.ts';
import { operator } from '../../access/origin.ts';
import type { Masks } from '../../access/chatham-house.ts';
import type { Person } from '../../people/person.ts';
import type { SessionSummary } from '../../rapporteur.ts';
import { formerTermsOf } from '../../words/former-terms.ts';
import type { IndexedSentence } from '../../words/sentence-terms.ts';
import { derivation } from '../derive.ts';
import { LibraryError, type LibraryReader, type StoredChunk, type WholeSession, type WordHit } from '../library.ts';
import { confidentialityOf, type Ruled, type Rules } from '../rules.ts';
import { bestChunks, chunkLengths, type ChunkLengths } from './best-chunks.ts';
import { termsOfLine } from '../blocks.ts';
import type { Connection } from './connection.ts';
import { damaged } from './database.ts';
import { count } from '../../measures.ts';
import { extentIn } from './extent.ts';
import { peopleFromText } from './people-rows.ts';
import { sentenceRows } from './sentence-rows.ts';
import { versionOf } from '../version-rows.ts';
import { sessionOf } from './session-rows.ts';
import { keptCounts, termCounter, type KeptCounts } from './term-counts.ts';
import { versionIn, versionsIn } from './versions.ts';
import { workedOutIn } from './worked-out.ts';

/**
 * What was read of sessions by their number, which no other session and no other version of one ever has, and by which
 * derivation: connections to one library read each once.
 */
export interface Memory {
  ids: Map<number, string>;
  summaries: Map<number, Kept<Unruled>>;
  people: Map<number, Kept<Person[]>>;
  lengths: ChunkLengths;
  counts: KeptCounts;
}

/** What stays the same of a session while its record does, and what its record says of who may see it. */
type Unruled = Omit<SessionSummary, 'source' | 'origin' | 'confidentiality'> & { rule: string | null };

type SummaryRow = [
  number: number,
  id: string,
  title: string,
  date: string | null,
  event: string | null,
  kind: SessionSummary['kind'],
  hash: string,
  isWhole: number,
  rule: string | null,
  turnCount: number,
  speakers: string,
];

interface Kept<What> {
  derivation: number;
  what: What;
}

export function newMemory(): Memory {
  return { ids: new Map(), summaries: new Map(), people: new Map(), lengths: chunkLengths(), counts: keptCounts() };
}

/** `indexOf` opens the index of vectors of these dimensions. */
export function readerOf(
  from: Connection,
  memory: Memory,
  indexOf: (dimensions: number) => VectorIndex,
): LibraryReader {
  const { one, arrays } = from;
  const revision = from.revision();
  let summaries: SessionSummary[] | null = null;
  /** Terms as sessions that are behind have them too. */
  const isAllToday = one('SELECT 1 FROM sessions WHERE derivation < ? LIMIT 1', derivation) === undefined;
  const written = (terms: string[]) => (isAllToday ? terms : [...new Set([...terms, ...terms.flatMap(formerTermsOf)])]);
  const counted = termCounter(from, memory.counts, written);
  const idOf = (number: number) => {
    const known = memory.ids.get(number) ?? one<{ id: string }>('SELECT id FROM sessions WHERE number = ?', number)!.id;
    memory.ids.set(number, known);
    return known;
  };

  const summarised = () => (summaries ??= sessionsOf(from, memory));
  /** One question asks among the same sessions for each of its words. */
  let among = { sessions: '', chunks: new Set<number>() };
  const chunksAmong = (sessions: string[]) => {
    const asked = JSON.stringify(sessions);
    if (among.sessions !== asked) among = { sessions: asked, chunks: chunksOf(from, asked) };
    return among.chunks;
  };

  return {
    revision,
    sessions: async () => summarised(),
    people: async () => peopleOf(from, memory),
    whole: async (ids) =>
      ids.flatMap((id) => {
        const session = sessionOf(from, id);
        return session ? [{ session, ...derivedOf(from, id, session.turns.length) }] : [];
      }),
    marks: async (ids) => marksOf(from, ids),
    versions: async (sessions) => versionsIn(from, sessions),
    version: async (session, number) => versionIn(from, session, number),
    counts: async (terms) => counted(terms),
    behind: async () => [...new Set([...behindIn(from), ...underOtherRule(from, summarised())])],
    rules: async () => rulesIn(from),
    workedOut: async (name) => workedOutIn(from, name, revision),

    searchWords: async (terms, limit, sessions) => {
      if (terms.length === 0) return [];
      const best = bestChunks(from, memory.lengths, written(terms), limit, sessions && chunksAmong(sessions));
      const rows = arrays<[number, number, number, number]>(
        'SELECT id, session, first_turn, last_turn FROM chunks WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(best.map(({ id }) => id)),
      );
      const places = new Map(rows.map((row) => [row[0], row]));
      return best.flatMap(({ id, score }): WordHit[] => {
        const [, session, firstTurn, lastTurn] = places.get(id) ?? [];
        return session === undefined
          ? []
          : [{ id, session: idOf(session), firstTurn: firstTurn!, lastTurn: lastTurn!, score }];
      });
    },

    searchVectors: async (vector, limit, within) => {
      const allowed = within && ('chunks' in within ? new Set(within.chunks) : chunksAmong(within.sessions));
      count('vector searches', 1);
      const near = indexOf(vector.length).search(vector, limit, allowed);
      const rows = arrays<[number, number]>(
        'SELECT id, session FROM chunks WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(near.map(({ id }) => id)),
      );
      const sessionOfChunk = new Map(rows);
      // The index may have seen a change that this moment has not.
      return near.flatMap(({ id, similarity }) => {
        const session = sessionOfChunk.get(id);
        return session === undefined ? [] : [{ id, session: idOf(session), similarity }];
      });
    },

    extent: async (terms, sessions) => {
      const counts = counted(terms.flatMap((term) => term.split(' ')));
      const extent = extentIn(from, terms, sessions, counts.documentFrequency);
      return extent && { ...extent, sessions: extent.sessions.map(idOf) };
    },
    turnCount: async (of) => {
      let sum = 0;
      for (const { session, speaker } of of) {
        const known = one<{ n: number }>(
          `SELECT speakers.turn_count AS n FROM speakers JOIN sessions ON sessions.number = speakers.session
          WHERE sessions.id = ? AND name = ?`,
          session,
          speaker,
        );
        sum += known?.n ?? 0;
      }
      return sum;
    },
  };
}

export function sessionsOf({ all, arrays, folder }: Connection, memory: Memory): SessionSummary[] {
  const rows = arrays<[number, number, string, string, number]>(
    `SELECT number, derivation, source, origin, masks IS NOT NULL FROM sessions
    ORDER BY date IS NULL, date DESC, title, id`,
  ).map(([number, of, source, origin, isMasked]) => ({ number, derivation: of, source, origin, isMasked }));
  forgetAllBut(rows, memory.summaries);
  forgetAllBut(rows, memory.ids);
  const rules = rulesIn({ all });
  const read = remembered(rows, memory.summaries, summariesOf);
  return rows.map(({ number, source, origin, isMasked }) => {
    const { rule, ...session } = read(number);
    const set = confidentialityOf({ ...session, source, origin, rule }, rules);
    // What is derived of it is of another rule: until it is derived anew nobody sees it.
    const isReady = (isMasked === 1) === (set.chathamHouse === true);
    const confidentiality = isReady ? set : together(set, { offTheRecord: true });
    return {
      ...session,
      source,
      ...(origin !== operator && { origin }),
      ...(Object.keys(confidentiality).length > 0 && { confidentiality }),
    };
  });

  function* summariesOf(numbers: string): Iterable<[number, Unruled]> {
    const stored = arrays<SummaryRow>(
      // Turns are numbered from 0 without a gap; to count them all of their words would be read.
      `SELECT number, id, title, date, event, kind, record_hash, json_valid(rest),
        CASE WHEN json_valid(rest) THEN rest ->> 'rule' END,
        coalesce(turn_count, (SELECT max(turn) + 1 FROM turns WHERE session = number), 0),
        (SELECT json_group_array(name ORDER BY position) FROM speakers WHERE session = number)
      FROM sessions WHERE number IN (SELECT value FROM json_each(?))`,
      numbers,
    );
    for (const [number, id, title, date, event, kind, hash, isWhole, rule, turnCount, speakers] of stored) {
      // What it says of who may see it is not known.
      if (isWhole === 0) throw new LibraryError(damaged(folder, `session number ${number} cannot be read`));
      const own = { id, title, date, event, kind, rule, turnCount };
      yield [number, { ...own, version: versionOf(hash), speakers: JSON.parse(speakers) as string[] }];
    }
  }
}

function peopleOf({ all, folder }: Connection, memory: Memory): Person[] {
  const rows = all<Row>('SELECT number, derivation FROM sessions ORDER BY number');
  forgetAllBut(rows, memory.people);
  const read = remembered(rows, memory.people, peopleIn);
  return rows.flatMap(({ number }) => read(number));

  function* peopleIn(numbers: string): Iterable<[number, Person[]]> {
    const stored = all<{ number: number; id: string; people: string }>(
      'SELECT number, id, people FROM sessions WHERE number IN (SELECT value FROM json_each(?))',
      numbers,
    );
    for (const { number, id, people } of stored) {
      // What is derived has no seal, so that damage shows only when it is read.
      try {
        yield [number, peopleFromText(people, id)];
      } catch (error) {
        throw new LibraryError(damaged(folder, `the people of session number ${number} cannot be read`), {
          cause: error,
        });
      }
    }
  }
}

function derivedOf(from: Connection, id: string, turnCount: number): Omit<WholeSession, 'session'> {
  const { all, one } = from;
  const {
    number,
    derivation: of,
    masks,
  } = one<Row & { masks: string | null }>('SELECT number, derivation, masks FROM sessions WHERE id = ?', id)!;
  const sentences: IndexedSentence[][] = Array.from({ length: turnCount }, () => []);
  for (const [turn, rows] of sentenceRows(from, number))
    for (const { line, start, end, seconds } of rows) {
      const terms = of === derivation ? termsOfLine(line) : undefined;
      sentences[turn]?.push(terms ? { start, end, seconds, terms } : { start, end, seconds });
    }
  const chunks = all<StoredChunk>(
    `SELECT id, first_turn AS firstTurn, first_sentence AS firstSentence,
      last_turn AS lastTurn, last_sentence AS lastSentence, lower(hex(hash)) AS hash
    FROM chunks WHERE session = ? ORDER BY id`,
    number,
  );
  return { sentences, chunks, ...(masks !== null && { masks: JSON.parse(masks) as Masks }) };
}

/** The seal is of all that was read, and the ids of chunks are never used again. */
function marksOf({ arrays }: Connection, ids: string[]): (string | null)[] {
  const rows = arrays<[id: string, ...mark: (string | number | null)[]]>(
    `SELECT id, number, derivation, seal, (SELECT json_array(count(*), min(id), max(id)) FROM chunks WHERE session = number),
      (SELECT json_group_array(correction ORDER BY id) FROM corrections AS made
        WHERE made.session = sessions.id AND made.source = sessions.source)
    FROM sessions WHERE id IN (SELECT value FROM json_each(?)) AND masks IS NULL
      AND NOT EXISTS (SELECT 1 FROM links WHERE session = sessions.id)`,
    JSON.stringify(ids),
  );
  const marks = new Map(rows.map(([id, ...mark]) => [id, JSON.stringify(mark)]));
  return ids.map((id) => marks.get(id) ?? null);
}

/** `sessions` as a JSON array of their ids. */
function chunksOf({ all }: Connection, sessions: string): Set<number> {
  const rows = all<{ id: number }>(
    `SELECT id FROM chunks WHERE session IN
      (SELECT number FROM sessions WHERE id IN (SELECT value FROM json_each(?)))`,
    sessions,
  );
  return new Set(rows.map(({ id }) => id));
}

export function rulesIn({ all }: Pick<Connection, 'all'>): Rules {
  const rows = all<{ target: string; rule: string }>('SELECT target, rule FROM rules');
  return new Map(rows.map(({ target, rule }) => [target, rule]));
}

/** Ids of sessions of which what is derived is of another rule than the one they are under. */
export function underOtherRule(from: Connection, sessions: SessionSummary[]): string[] {
  const masked = new Set(
    from.all<{ id: string }>('SELECT id FROM sessions WHERE masks IS NOT NULL').map(({ id }) => id),
  );
  const named = sessions.filter(
    ({ id, confidentiality }) => masked.has(id) !== (confidentiality?.chathamHouse === true),
  );
  return named.map(({ id }) => id);
}

/** The same of one. */
export function isUnderOtherRule({ all, one }: Connection, id: string): boolean {
  const row = one<Ruled & { isMasked: number }>(
    `SELECT id, event, source, origin, CASE WHEN json_valid(rest) THEN rest ->> 'rule' ELSE 'damaged' END AS rule,
      masks IS NOT NULL AS isMasked FROM sessions WHERE id = ?`,
    id,
  );
  return row !== undefined && (row.isMasked === 1) !== (confidentialityOf(row, rulesIn({ all })).chathamHouse === true);
}

/** Ids of sessions that an earlier version derived, or whose turns and sentences lie as it kept them. */
export function behindIn({ all }: Connection): string[] {
  const rows = all<{ id: string }>(
    'SELECT id FROM sessions WHERE derivation < ? OR turn_count IS NULL ORDER BY number',
    derivation,
  );
  return rows.map(({ id }) => id);
}

interface Row {
  number: number;
  derivation: number;
}

/** What is remembered of each session; of those it is not, it is read by one statement, which is given their numbers as JSON. */
function remembered<What>(
  rows: Row[],
  memory: Map<number, Kept<What>>,
  read: (numbers: string) => Iterable<[number, What]>,
): (number: number) => What {
  const unread = new Map(
    rows.filter(({ number, derivation: of }) => memory.get(number)?.derivation !== of).map((row) => [row.number, row]),
  );
  if (unread.size > 0) {
    for (const [number, anew] of read(JSON.stringify([...unread.keys()]))) {
      const known = memory.get(number)?.what;
      // What was made of people goes on where they are the same as before.
      const what = known !== undefined && isDeepStrictEqual(known, anew) ? known : anew;
      memory.set(number, { derivation: unread.get(number)!.derivation, what });
    }
  }
  return (number) => memory.get(number)!.what;
}

/** Numbers that are gone never come back; another connection may still see them, and reads them again. */
function forgetAllBut(rows: Row[], memory: Map<number, unknown>): void {
  if (memory.size <= rows.length) return;
  const there = new Set(rows.map(({ number }) => number));
  for (const number of memory.keys()) if (!there.has(number)) memory.delete(number);
}
