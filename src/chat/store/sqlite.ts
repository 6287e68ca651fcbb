/** What chats keep, in one SQLite file, `chat.db`, in the library's folder. */
import { join, resolve } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import PQueue from 'p-queue';
import { keepPrivate, makePrivate, makePrivateFolder } from '../../library/private-files.ts';
import type { ChatStore } from '../chat-store.ts';
import type { Limit } from '../token-ledger.ts';
import type { ChatDatabase, Statements, Value } from './chat-database.ts';
import { openChatDatabase } from './sqlite-schema.ts';
import { chatStoreOn, type StoreOptions } from './stored.ts';

/** Opens or creates `chat.db` in `folder`; `limits` are those of the budget of tokens. Throws when the file is of another version or is not ours. */
export function openChatStore(folder: string, limits: Limit[] = [], options: StoreOptions = {}): ChatStore {
  return chatStoreOn(openChatFile(folder), limits, options);
}

export function openChatFile(folder: string): ChatDatabase {
  makePrivateFolder(folder);
  const path = resolve(join(folder, 'chat.db'));
  makePrivate(path);
  keepPrivate(path);
  const database = openChatDatabase(path);
  const statements = statementsOn(database);
  const turns = turnsOf.get(path) ?? new PQueue({ concurrency: 1 });
  turnsOf.set(path, turns);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.add(work);

  return {
    all: (sql, ...values) => inTurn(() => statements.all(sql, ...values)),
    one: (sql, ...values) => inTurn(() => statements.one(sql, ...values)),
    run: (sql, ...values) => inTurn(() => statements.run(sql, ...values)),
    transaction: (work) =>
      inTurn(async () => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const result = await work(statements);
          database.exec('COMMIT');
          return result;
        } catch (error) {
          database.exec('ROLLBACK');
          throw error;
        }
      }),
    // AUTOINCREMENT does that by itself.
    goOnNumbering: async () => {},
    listed: (parameter) => `json_each(${parameter})`,
    now: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
    untaken: '',
    isShared: false,
    close: () => inTurn(async () => database.close()),
  };
}

/**
 * By file, one after the other: nothing comes into the transaction of another, and none waits, with the whole thread, for
 * one that waits for the thread.
 */
const turnsOf = new Map<string, PQueue>();

function statementsOn(database: DatabaseSync): Statements {
  const known = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  function prepared(sql: string): ReturnType<DatabaseSync['prepare']> {
    const statement = known.get(sql) ?? database.prepare(sql.replaceAll(/\$(?=\d)/gu, '?'));
    known.set(sql, statement);
    return statement;
  }
  const all: Statements['all'] = async (sql, ...values) => prepared(sql).all(...values.map(bound));
  return {
    all,
    one: async (sql, ...values) => prepared(sql).get(...values.map(bound)),
    run: async (sql, ...values) => Number(prepared(sql).run(...values.map(bound)).changes),
  };
}

function bound(value: Value): SQLInputValue {
  return Array.isArray(value) ? JSON.stringify(value) : value;
}
