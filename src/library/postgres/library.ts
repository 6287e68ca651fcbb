/**
 * A library in PostgreSQL, which many processes share: sessions, full text and vectors in one schema of a database, each
 * session written whole in one transaction.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import type { Log } from '../../log.ts';
import { LibraryError, type Library, type LibraryWriter, type Overruling, type Writing } from '../library.ts';
import { isOfEarlierBuiltIn } from '../makers.ts';
import { readAddress, type Address } from './address.ts';
import { asOneMoment, within, type Connection } from './connection.ts';
import { damagedSessions, damageOf, toldOf, vectorDamageOf } from './damage.ts';
import { canIterate, faultOfVersion, isIndexDue, makeIndex, usable } from './graph.ts';
import { locksOn, type Locks } from './locks.ts';
import { checkState, newMemory, stateOf } from './moment.ts';
import { readerOf } from './reader.ts';
import { bringToday } from './schema.ts';
import { reach } from './servers.ts';
import { sharedReader } from './shared-reader.ts';
import { howToSearch } from './vectors.ts';
import { writerOf } from './writer.ts';

export interface PostgresOptions {
  /** As `LIBRARY_URL` has it. */
  url: string;
  /** Id of who makes the vectors. */
  embedder: string;
  /** Also opens a library whose vectors another made, for a rebuild. */
  anyEmbedder?: boolean;
  log?: Log;
  /** When a record comes in. */
  now?: () => Date;
}

/**
 * Opens the library at `url`, making it where there is none. Rejects with a `LibraryError` for a server that cannot be
 * reached or used, a library of another version, or, unless `anyEmbedder`, one whose vectors another embedder made.
 */
export async function openPostgres(options: PostgresOptions): Promise<Library> {
  const { url, embedder, anyEmbedder = false, log = silent, now = () => new Date() } = options;
  const address = readAddress(url);
  const { place, schema } = address;
  const servers = await reach(address);
  const { isNew, version } = await servers
    .using((to) => madeReady(to, options, address))
    .catch(async (error: unknown) => {
      await servers.close();
      throw error;
    });
  let fault = faultOfVersion(version);
  /** Once: when the library is made, and when the index is. */
  const warn = () => {
    if (fault) log.warn({ library: place }, fault);
    fault = null;
  };
  if (isNew) warn();

  const memory = newMemory();
  const iterates = canIterate(version);
  const begin = `${asOneMoment}; ${howToSearch(iterates)}`;
  const shared = sharedReader((from, state) => readerOf(from, state, { memory, canIterate: iterates }));
  /** One after the other here, because a writer holds one session at a time. */
  const writes = new PQueue({ concurrency: 1 });
  const closing = new AbortController();
  let soon: NodeJS.Timeout | undefined;
  let indexing: Promise<void> | null = null;

  const writer = (to: Connection, locks: Locks, isWithin: boolean): LibraryWriter =>
    writerOf({ to, locks, memory, embedder, anyEmbedder, now, isWithin });
  /** A new turn of its own, when nobody else here writes. */
  const inTurn = <T>(how: Writing, work: (to: Connection, locks: Locks) => Promise<T>) =>
    writes.add(() => {
      how.signal?.throwIfAborted();
      return servers.using(async (to) => {
        const locks = locksOn(to, schema, how);
        try {
          return await work(to, locks);
        } finally {
          await locks.letGo();
        }
      });
    });

  const saveIndex: Library['saveIndex'] = async (onProgress = () => {}, how = {}) => {
    if (how.anew) await indexing?.catch(() => {});
    warn();
    indexing ??= servers
      .using((to) => makeIndex(to, schema, onProgress, how))
      .finally(() => {
        indexing = null;
      });
    await indexing;
  };

  return {
    place,
    revision: () => servers.using(async (to) => (await stateOf(to)).revision),
    reading: (work) =>
      servers.using(async (to) => {
        const state = await stateOf(to);
        checkState(state, place, embedder, anyEmbedder);
        return shared(state, to, work);
      }, begin),
    writing: (work, how = {}) =>
      inTurn(how, (to, locks) => locks.holding('library', 'shared', () => work(writer(to, locks, false)))),
    rebuilding: (work, how = {}) =>
      inTurn(how, (to, locks) =>
        locks.holding('library', 'alone', () =>
          within(to, 'BEGIN', async () => {
            const damaged = await damagedSessions(to);
            const { n } = (await to.one<{ n: number }>('SELECT count(*) AS n FROM sessions'))!;
            if (n > 0 && damaged.length === n) throw nothingToSave(place, damaged.map(toldOf));
            await putAside(
              to,
              damaged.map(({ number }) => number),
            );
            await work(writer(to, locks, true));
            return damaged.map(toldOf);
          }),
        ),
      ),
    saveIndex,
    saveIndexSoon() {
      clearTimeout(soon);
      soon = setTimeout(() => {
        // While much is put in it would be made of a part, and slow down the rest.
        const due = async () => {
          await writes.onIdle();
          return (await servers.using(isIndexDue)) && saveIndex();
        };
        // Answers are right without it, and another process may be at it.
        due().catch((error: unknown) => {
          if (!closing.signal.aborted) log.warn({ err: error }, 'the index of vectors was not made');
        });
      }, quietMs).unref();
    },
    damage: () => servers.using(damageOf, asOneMoment),
    vectorDamage: (of) => servers.using((to) => vectorDamageOf(to, of), asOneMoment),
    noteOverruling: (overruling) =>
      servers.using((to) => to.run('INSERT INTO overrulings (overruling) VALUES ($1)', JSON.stringify(overruling))),
    overrulings: () =>
      servers.using(async (to) => {
        const rows = await to.all<{ overruling: string }>('SELECT overruling FROM overrulings ORDER BY id');
        return rows.map(({ overruling }) => JSON.parse(overruling) as Overruling);
      }),
    async close() {
      closing.abort();
      clearTimeout(soon);
      await Promise.race([indexing?.catch(() => {}), sleep(closeMs, undefined, { ref: false })]);
      await servers.close();
    },
  };
}

/** Nothing is made for each of a hundred records that come one after the other. */
const quietMs = 2_000;
const closeMs = 60_000;

/** Of today's making, with vectors that can be gone on with. */
async function madeReady(
  to: Connection,
  { embedder, anyEmbedder = false }: PostgresOptions,
  { place, schema }: Address,
): Promise<{ isNew: boolean; version: string }> {
  const isNew = await bringToday(to, schema);
  const extension = await to.one<{ version: string }>(
    "SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'",
  );
  const version = usable(extension?.version, place);
  await takeUpVectors(to, embedder);
  checkState(await stateOf(to), place, embedder, anyEmbedder);
  return { isNew, version };
}

/** Vectors of an earlier version of the built-in embedder are taken up: all sessions are behind from here on. */
async function takeUpVectors(to: Connection, embedder: string): Promise<void> {
  if (!isOfEarlierBuiltIn((await stateOf(to)).embedder ?? undefined, embedder)) return;
  await within(to, 'BEGIN', async () => {
    const state = await to.one<{ embedder: string }>('SELECT embedder FROM state FOR UPDATE');
    // Another process may have done it meanwhile.
    if (!isOfEarlierBuiltIn(state!.embedder, embedder)) return;
    await to.run('UPDATE sessions SET derivation = 0');
    await to.run('UPDATE state SET embedder = $1, revision = revision + 1', embedder);
  });
}

/** What cannot be read may be found by others, later. */
async function putAside(to: Connection, numbers: number[]): Promise<void> {
  if (numbers.length === 0) return;
  await to.run(
    `INSERT INTO damaged (session, source, record, seal) SELECT id, source, record, seal FROM sessions WHERE number = ANY($1)`,
    numbers,
  );
  await to.run('DELETE FROM sessions WHERE number = ANY($1)', numbers);
}

function nothingToSave(place: string, lost: string[]): LibraryError {
  return new LibraryError(
    `Library ${place}: nothing of it can be read, so it is left as it is (${lost.slice(0, 3).join('; ')}). Put back a backup.`,
  );
}

const silent: Log = { info: () => {}, warn: () => {} };
