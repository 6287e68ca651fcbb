/** Connections to the servers of a library: to the one that can be written to, another where that is gone. */
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { Pool, types, type PoolClient } from 'pg';
import type { Address } from './address.ts';
import { connection, ended, type Connection } from './connection.ts';
import { inWords, isConnectionLost } from './faults.ts';

export interface Servers {
  /** Work on a connection of its own, in a transaction that `begin` begins, where given. Rejects with a `LibraryError` where no server can be reached. */
  using<T>(work: (to: Connection) => Promise<T>, begin?: string): Promise<T>;
  close(): Promise<void>;
}

/** `patienceMs` is how long a server that was reached before is waited for, as while it starts again. */
export async function reach({ servers, schema, place }: Address, patienceMs = 15_000): Promise<Servers> {
  const pools = servers.map((connectionString) => poolOf(connectionString));
  const known = new WeakSet<PoolClient>();
  /** What waits for a connection waits here, for the pool gives up on what waits for long. */
  const turns = new PQueue({ concurrency: mostConnections });
  let current = 0;
  let isClosed = false;

  /** A connection to a server at this place in the list; null for a copy of another, unless copies will do. */
  async function connectTo(at: number, mayBeCopy: boolean, begin: string | null): Promise<PoolClient | null> {
    for (;;) {
      const client = await pools[at]!.connect();
      const isOld = known.has(client);
      try {
        if (!isOld) await prepare(client);
        // Also tells whether one that was kept is still alive, at the cost of no more than the beginning.
        const begun = begin === null ? '' : `${begin}; `;
        const looked = await client.query<{ copy: boolean }>(`${begun}SELECT pg_is_in_recovery() AS copy`);
        const { copy } = [looked].flat().at(-1)!.rows[0]!;
        if (!copy || mayBeCopy) return client;
        client.release(true);
        return null;
      } catch (error) {
        client.release(true);
        // One that was kept may have died meanwhile, and nobody has told.
        if (!isOld || !isConnectionLost(error)) throw error;
      }
    }
  }

  async function prepare(client: PoolClient): Promise<void> {
    // Without a listener a lost connection would end the program; what is asked of it rejects all the same.
    client.on('error', () => {});
    const {
      rows: [row],
    } = await client.query<{ place: string }>(
      `SELECT nspname AS place FROM pg_extension JOIN pg_namespace AS n ON n.oid = extnamespace WHERE extname = 'vector'`,
    );
    const path = ['public', row?.place ?? 'public'].map((name) => `"${name}"`);
    await client.query(`SET search_path TO "${schema}", ${path.join(', ')}`);
    // Compiling takes longer than these queries do.
    await client.query('SET jit TO off');
    known.add(client);
  }

  async function connect(patience: number, begin: string | null): Promise<PoolClient> {
    for (let waited = 0; ; waited += pauseMs) {
      let failure: unknown = null;
      for (const mayBeCopy of [false, true]) {
        for (let step = 0; step < pools.length; step += 1) {
          const at = (current + step) % pools.length;
          try {
            const client = await connectTo(at, mayBeCopy, begin);
            if (client === null) continue;
            current = at;
            return client;
          } catch (error) {
            if (!isConnectionLost(error)) throw inWords(place, error);
            failure = error;
          }
        }
      }
      if (waited >= patience || isClosed) throw inWords(place, failure);
      await sleep(pauseMs);
    }
  }

  // One that was never there is told of at once.
  try {
    (await connect(0, null)).release();
  } catch (error) {
    await Promise.all(pools.map((pool) => pool.end()));
    throw error;
  }
  return {
    using: (work, begin) =>
      turns.add(async () => {
        const client = await connect(patienceMs, begin ?? null);
        let lost = false;
        try {
          const to = connection(client, place);
          return await (begin === undefined ? work(to) : ended(to, () => work(to)));
        } catch (error) {
          lost = isConnectionLost((error as Error).cause ?? error);
          throw error;
        } finally {
          client.release(lost);
        }
      }),
    close: async () => {
      isClosed = true;
      await turns.onIdle();
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

const mostConnections = 10;
const pauseMs = 250;

function poolOf(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: mostConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // As whoever waits for it is told.
    application_name: `process ${process.pid} on ${hostname()}`,
    types: {
      // Counts and ids stay far below what a number holds.
      getTypeParser: (type, format) => (type === int8 ? Number : types.getTypeParser(type, format)),
    },
  });
  pool.on('error', () => {});
  return pool;
}

const int8 = 20;
