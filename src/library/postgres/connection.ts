/** One connection to a library's server: one query after the other, errors in words. */
import type { PoolClient } from 'pg';
import { told } from './faults.ts';

export interface Connection {
  place: string;
  all<Row>(text: string, ...values: unknown[]): Promise<Row[]>;
  one<Row>(text: string, ...values: unknown[]): Promise<Row | undefined>;
  run(text: string, ...values: unknown[]): Promise<void>;
}

export function connection(client: PoolClient, place: string): Connection {
  let last: Promise<unknown> = Promise.resolve();
  /** Several may ask of one moment at once. */
  const all = <Row>(text: string, ...values: unknown[]): Promise<Row[]> => {
    const asked = last.then(() =>
      told(place, async () => (await client.query<Row[]>({ text, values: values.map(kept) } as never)).rows as Row[]),
    );
    last = asked.catch(() => {});
    return asked;
  };
  return {
    place,
    all,
    one: async <Row>(text: string, ...values: unknown[]) => (await all<Row>(text, ...values))[0],
    run: async (text, ...values) => void (await all(text, ...values)),
  };
}

/** PostgreSQL keeps no text with a zero byte. Records are kept as JSON, which writes it otherwise; what is looked up is changed alike. */
function kept(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '\u2400') : value;
  return Array.isArray(value) ? value.map(kept) : value;
}

/** Work in a transaction: whole or not at all. */
export async function within<T>(to: Connection, begin: string, work: () => Promise<T>): Promise<T> {
  await to.run(begin);
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
