/** What chats keep, on the server of a library that many processes share. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readAddress } from '../../library/postgres/address.ts';
import type { Connection } from '../../library/postgres/connection.ts';
import { isInTheWay } from '../../library/postgres/faults.ts';
import { bringToday } from '../../library/postgres/schema.ts';
import { reach } from '../../library/postgres/servers.ts';
import type { ChatDatabase, Statements } from './chat-database.ts';

export interface ChatTables extends ChatDatabase {
  /** Work that is done once for these tables and by one process, whatever others do; again where it was broken off. */
  once(work: () => Promise<void>): Promise<void>;
}

/** Makes the tables where there are none. Rejects with a `LibraryError` for a server that cannot be reached or used, and what a later version made. */
export async function openChatTables(url: string): Promise<ChatTables> {
  const address = readAddress(url);
  const servers = await reach(address);
  await servers
    .using((to) => bringToday(to, address.schema))
    .catch(async (error: unknown) => {
      await servers.close();
      throw error;
    });
  const alone = <T>(work: (within: Statements) => Promise<T>) => servers.using((to) => work(statementsOn(to)));
  return {
    all: (sql, ...values) => alone(({ all }) => all(sql, ...values)),
    one: (sql, ...values) => alone(({ one }) => one(sql, ...values)),
    run: (sql, ...values) => alone(({ run }) => run(sql, ...values)),
    async transaction(work) {
      for (let pauseMs = 20; ; pauseMs *= 2) {
        try {
          return await servers.using((to) => work(statementsOn(to)), 'BEGIN');
        } catch (error) {
          if (!isInTheWay((error as Error).cause ?? error) || pauseMs > mostPauseMs) throw error;
          await sleep(pauseMs);
        }
      }
    },
    goOnNumbering: (table) =>
      alone(async ({ run }) => {
        const last = `(SELECT last_value FROM ${table}_number_seq)`;
        await run(
          `SELECT setval('${table}_number_seq', greatest(max(number), ${last})) FROM ${table} HAVING max(number) IS NOT NULL`,
        );
      }),
    listed: (parameter) => `unnest(${parameter}::text[]) AS listed (value)`,
    now: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
    untaken: 'FOR UPDATE SKIP LOCKED',
    isShared: true,
    once: (work) =>
      servers.using(async (to) => {
        const lock = `rapporteur ${address.schema} chats`;
        await to.run('SELECT pg_advisory_lock(hashtextextended($1, 0))', lock);
        try {
          const state = await to.one<{ done: boolean }>('SELECT has_chats AS done FROM state');
          if (state!.done) return;
          await work();
          await to.run('UPDATE state SET has_chats = true');
        } finally {
          await to.run('SELECT pg_advisory_unlock(hashtextextended($1, 0))', lock).catch(() => {});
        }
      }),
    close: () => servers.close(),
  };
}

/** Others that were in the way are soon out of it. */
const mostPauseMs = 1_000;

function statementsOn({ all, one, change }: Connection): Statements {
  return { all, one, run: change };
}
