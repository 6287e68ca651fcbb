/**
 * Who writes what, over all processes: the server's own locks by name, which it takes from whoever is gone. Writers of
 * different sessions go on side by side; a rebuild waits until none writes, and all wait for it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { LibraryError, type Writing } from '../library.ts';
import type { Connection } from './connection.ts';

export interface Locks {
  /** Work that others who hold `name` in the same way may do too, or nobody else. */
  holding<T>(name: string, how: 'shared' | 'alone', work: () => Promise<T>): Promise<T>;
  /**
   * The record that is put in from here on, and the session that is read or changed: one of each at a time, until the
   * next or `letGo`. A record is asked for with no session held, so that no two writers ever wait for each other.
   */
  record(name: string): Promise<void>;
  session(id: string): Promise<void>;
  letGo(): Promise<void>;
}

export function locksOn(
  to: Connection,
  schema: string,
  { waitMs = 30_000, onWait = () => {}, signal }: Writing = {},
): Locks {
  const key = (name: string) => `rapporteur ${schema} ${name}`;
  let [record, session]: [string | null, string | null] = [null, null];
  let isTold = false;

  async function take(name: string, how: 'shared' | 'alone'): Promise<void> {
    const lock = `pg_try_advisory_lock${how === 'shared' ? '_shared' : ''}(hashtextextended($1, 0))`;
    for (let waited = 0; ; waited += stepMs) {
      const taken = await to.one<{ taken: boolean }>(`SELECT ${lock} AS taken`, key(name));
      if (taken!.taken) return;
      if (!isTold) onWait(await holderOf(name));
      isTold = true;
      if (waited >= waitMs)
        throw new LibraryError(
          `Library ${to.place}: ${await holderOf(name)} is writing to it. Wait until that is done or stop it, and try again.`,
        );
      await sleep(stepMs);
      signal?.throwIfAborted();
    }
  }

  async function release(name: string, how: 'shared' | 'alone'): Promise<void> {
    const unlock = `pg_advisory_unlock${how === 'shared' ? '_shared' : ''}(hashtextextended($1, 0))`;
    // With the connection its locks are gone.
    await to.run(`SELECT ${unlock}`, key(name)).catch(() => {});
  }

  async function holderOf(name: string): Promise<string> {
    const holder = await to.one<{ name: string }>(
      `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
      AND (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0) LIMIT 1`,
      key(name),
    );
    return holder?.name ? holder.name : 'another process';
  }

  const locks: Locks = {
    async holding(name, how, work) {
      await take(name, how);
      try {
        return await work();
      } finally {
        await release(name, how);
      }
    },
    async record(name) {
      if (record === name) return;
      await locks.letGo();
      await take(`record ${name}`, 'alone');
      record = name;
    },
    async session(id) {
      if (session === id) return;
      await letGoOfSession();
      await take(`session ${id}`, 'alone');
      session = id;
    },
    async letGo() {
      await letGoOfSession();
      if (record !== null) await release(`record ${record}`, 'alone');
      record = null;
    },
  };

  async function letGoOfSession(): Promise<void> {
    if (session !== null) await release(`session ${session}`, 'alone');
    session = null;
  }

  return locks;
}

const stepMs = 50;
