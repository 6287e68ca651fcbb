/** One connection to a library's server: one query after the other, errors in words. */
import { threadId } from 'node:worker_threads';
import type { PoolClient, QueryResult } from 'pg';
import { told } from './faults.ts';

export interface Connection {
  place: string;
  /** How it is best done, the server decides a few times and then remembers. */
  all: <Row>(text: string, ...values: unknown[]) => Promise<Row[]>;
  one: <Row>(text: string, ...values: unknown[]) => Promise<Row | undefined>;
  run: (text: string, ...values: unknown[]) => Promise<void>;
  /** As `run`; how many rows it changed. */
  change: (text: string, ...values: unknown[]) => Promise<number>;
  /** As `all`, for what is best done in another way each time. */
  anew: <Row>(text: string, ...values: unknown[]) => Promise<Row[]>;
}

export function connection(client: PoolClient, place: string): Connection {
  let last: Promise<unknown> = Promise.resolve();
  /** Several may ask of one moment at once. */
  function ask(query: { text: string; values: unknown[]; name?: string }): Promise<QueryResult> {
    const asked = last.then(() => told(place, () => client.query(query)));
    last = asked.catch(() => {});
    return asked;
  }
  const remembered = (text: string, values: unknown[]) =>
    ask({ text, values: values.map(kept), ...(values.length > 0 && { name: nameOf(client, text) }) });
  const anew = async <Row>(text: string, ...values: unknown[]) =>
    (await ask({ text, values: values.map(kept) })).rows as Row[];
  const all = async <Row>(text: string, ...values: unknown[]) => (await remembered(text, values)).rows as Row[];
  return {
    place,
    all,
    anew,
    one: async <Row>(text: string, ...values: unknown[]) => (await all<Row>(text, ...values))[0],
    run: async (text, ...values) => void (await all(text, ...values)),
    change: async (text, ...values) => (await remembered(text, values)).rowCount ?? 0,
  };
}

const names = new WeakMap<PoolClient, { client: number; texts: Map<string, string> }>();
let clients = 0;

/** What a query is remembered by: of this connection alone, for some servers have one memory for all. */
function nameOf(client: PoolClient, text: string): string {
  let known = names.get(client);
  if (!known) names.set(client, (known = { client: (clients += 1), texts: new Map() }));
  const name = known.texts.get(text) ?? `${process.pid} ${threadId} ${known.client} ${known.texts.size}`;
  known.texts.set(text, name);
  return name;
}

/** PostgreSQL keeps no text with a zero byte. Records are kept as JSON, which writes it otherwise; what is looked up is changed alike. */
function kept(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\u2400') : value;
  return Array.isArray(value) ? value.map(kept) : value;
}

/** Work in a transaction: whole or not at all. */
export async function within<T>(to: Connection, begin: string, work: () => Promise<T>): Promise<T> {
  await to.run(begin);
  return ended(to, work);
}

/** Ends the transaction that has begun. */
export async function ended<T>(to: Connection, work: () => Promise<T>): Promise<T> {
  try {
    const done = await work();
    await to.run('COMMIT');
    return done;
  } catch (error) {
    // Where the connection is lost the server has done it.
    await to.run('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** One moment, whatever others write meanwhile. */
export const asOneMoment = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
