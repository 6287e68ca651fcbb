/** What is known of a library at one of its revisions, read once for all questions that are asked at it. */
import { isDeepStrictEqual } from 'node:util';
import { together } from '../../access/confidentiality.ts';
import { operator, type Origin } from '../../access/origin.ts';
import type { Person } from '../../people/person.ts';
import type { SessionSummary } from '../../rapporteur.ts';
import { derivation } from '../derive.ts';
import { checkMakers } from '../makers.ts';
import { confidentialityOf, type Rules } from '../rules.ts';
import type { Connection } from './connection.ts';
import { versionOf } from '../version-rows.ts';

/** The one row that says how it is with the library; of it every look at the library begins. */
export interface State {
  revision: number;
  chunks: number;
  /** Of all chunks together, each as often as it stands there. */
  terms: number;
  embedder: string | null;
  /** Of the vectors of this embedder; null where there are none. */
  dimensions: number | null;
  latestDerivation: number;
}

export async function stateOf({ one }: Connection): Promise<State> {
  const state = await one<State>(
    `SELECT revision, chunks, terms, embedder, dimensions, (SELECT coalesce(max(derivation), 0) FROM sessions) AS "latestDerivation"
    FROM state`,
  );
  return state!;
}

/** Throws a `LibraryError` where a later version derived anything, or, unless `anyEmbedder`, another embedder made the vectors. */
export function checkState(state: State, place: string, embedder: string, anyEmbedder: boolean): void {
  const makers = {
    embedder: () => state.embedder ?? undefined,
    latestDerivation: () => state.latestDerivation,
    areThereChunks: () => state.chunks > 0,
  };
  checkMakers(makers, place, embedder, anyEmbedder);
}

export interface Moment {
  state: State;
  summaries: SessionSummary[];
  rules: Rules;
  /** By the id of a session, and back by the number that no other version of one ever has. */
  numbers: Map<string, number>;
  ids: Map<number, string>;
  chunkCounts: Map<string, number>;
  /** Of each session, how many turns each speaker has. */
  turnCounts: Map<string, ReadonlyMap<string, number>>;
  /** Ids of those an earlier version derived, and of those whose derived words are of another rule, as they came in. */
  derivedEarlier: string[];
  underOtherRule: string[];
  /** What was asked of it, as answers come. */
  people: Person[] | null;
  frequencies: Map<string, number>;
}

/** What was read of sessions by their numbers, and the newest moment. */
export interface Memory {
  summaries: Map<number, Kept<Unruled>>;
  people: Map<number, Kept<Person[]>>;
  newest: Moment | null;
}

export function newMemory(): Memory {
  return { summaries: new Map(), people: new Map(), newest: null };
}

interface Kept<What> {
  making: number;
  what: What;
}

/** What stays the same of a session while its record does, and what its record says of who may see it. */
type Unruled = Omit<SessionSummary, 'source' | 'origin' | 'confidentiality' | 'speakers'> & {
  rule: string | null;
  speakers: [name: string, turns: number][];
};

interface Row {
  number: number;
  id: string;
  source: string;
  origin: Origin;
  derivation: number;
  /** How often what is derived of it was written. */
  making: number;
  isMasked: boolean;
  chunks: number;
}

/** To be called where nothing changes meanwhile: in a transaction that sees one moment. */
export async function momentOf(from: Connection, state: State, memory: Memory): Promise<Moment> {
  if (memory.newest?.state.revision === state.revision) return memory.newest;
  const rows = await from.all<Row>(
    `SELECT number, id, source, origin, derivation, making, masks IS NOT NULL AS "isMasked", chunk_count AS chunks FROM sessions
    ORDER BY date IS NULL, date DESC, title, id`,
  );
  const ruled = await from.all<{ target: string; rule: string }>('SELECT target, rule FROM rules');
  const rules = new Map(ruled.map(({ target, rule }) => [target, rule]));
  const known = await remembered(from, rows, memory.summaries, summariesIn);
  const underOtherRule = new Set<string>();
  const turnCounts: Moment['turnCounts'] = new Map();
  const summaries = rows.map((row, at) => {
    const { rule, speakers, ...session } = known[at]!;
    const { id, source, origin } = row;
    const set = confidentialityOf({ ...session, source, origin, rule }, rules);
    // What is derived of it is of another rule: until it is derived anew nobody sees it.
    const isReady = row.isMasked === (set.chathamHouse === true);
    if (!isReady) underOtherRule.add(id);
    const confidentiality = isReady ? set : together(set, { offTheRecord: true });
    turnCounts.set(id, new Map(speakers));
    return {
      ...session,
      speakers: speakers.map(([name]) => name),
      source,
      ...(origin !== operator && { origin }),
      ...(Object.keys(confidentiality).length > 0 && { confidentiality }),
    };
  });
  const asTheyCame = rows.toSorted((one, other) => one.number - other.number);
  memory.newest = {
    state,
    summaries,
    rules,
    turnCounts,
    numbers: new Map(rows.map(({ id, number }) => [id, number])),
    ids: new Map(rows.map(({ id, number }) => [number, id])),
    chunkCounts: new Map(rows.map(({ id, chunks }) => [id, chunks])),
    derivedEarlier: asTheyCame.flatMap((row) => (row.derivation < derivation ? [row.id] : [])),
    underOtherRule: asTheyCame.flatMap(({ id }) => (underOtherRule.has(id) ? [id] : [])),
    people: null,
    frequencies: new Map(),
  };
  return memory.newest;
}

export async function peopleOf(from: Connection, moment: Moment, memory: Memory): Promise<Person[]> {
  if (moment.people) return moment.people;
  const rows = await from.all<Pick<Row, 'number' | 'making'>>('SELECT number, making FROM sessions ORDER BY number');
  moment.people = (await remembered(from, rows, memory.people, peopleIn)).flat();
  return moment.people;
}

async function summariesIn({ all }: Connection, numbers: number[]): Promise<Map<number, Unruled>> {
  const rows = await all<Omit<Unruled, 'speakers'> & { number: number; hash: string; speakers: string }>(
    `SELECT number, id, title, date, event, kind, record_hash AS hash, rule, turn_count AS "turnCount", speakers
    FROM sessions WHERE number = ANY($1)`,
    numbers,
  );
  return new Map(
    rows.map(({ number, hash, speakers, ...rest }) => [
      number,
      { ...rest, version: versionOf(hash), speakers: JSON.parse(speakers) as Unruled['speakers'] },
    ]),
  );
}

async function peopleIn({ all }: Connection, numbers: number[]): Promise<Map<number, Person[]>> {
  const rows = await all<{ number: number; people: string }>(
    'SELECT number, people FROM sessions WHERE number = ANY($1)',
    numbers,
  );
  return new Map(rows.map(({ number, people }) => [number, JSON.parse(people) as Person[]]));
}

/** Of each row, in order; those not known yet are read together. */
async function remembered<What>(
  from: Connection,
  rows: Pick<Row, 'number' | 'making'>[],
  memory: Map<number, Kept<What>>,
  read: (from: Connection, numbers: number[]) => Promise<Map<number, What>>,
): Promise<What[]> {
  const before = rows.map(({ number }) => memory.get(number));
  const fresh = rows.filter((row, at) => before[at]?.making !== row.making).map(({ number }) => number);
  const found = fresh.length > 0 ? await read(from, fresh) : new Map<number, What>();
  const held = rows.map(({ number }, at) => {
    const [known, what] = [before[at]?.what, found.get(number)];
    // What was made of people goes on where they are the same as before.
    return what === undefined || isDeepStrictEqual(known, what) ? known! : what;
  });
  for (const [at, { number, making }] of rows.entries()) memory.set(number, { making, what: held[at]! });
  // Numbers that are gone never come back; whoever still sees them reads them again.
  if (memory.size > rows.length) {
    const there = new Set(rows.map(({ number }) => number));
    for (const number of memory.keys()) if (!there.has(number)) memory.delete(number);
  }
  return held;
}
