/**
 * One writer at a time, over processes and threads. SQLite's lock on a file of its own is the lock: the system lets go
 * of it when a process ends, however it ends. Beside it stands in words who holds it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { LibraryError, type Writing } from '../library.ts';
import { makePrivate } from '../private-files.ts';
import { fullOf } from './database.ts';

export interface Locking extends Writing {
  /** What is written: `index` may be while `library` is, because it is only made of it. Default `library`. */
  what?: 'library' | 'index';
  now?: () => Date;
}

/** Runs the work when nobody else writes. Rejects with a `LibraryError` that names the other where that takes too long. */
export async function asOnlyWriter<T>(
  folder: string,
  work: () => Promise<T>,
  { what = 'library', waitMs = 30_000, onWait = () => {}, signal, now = () => new Date() }: Locking = {},
): Promise<T> {
  const { lockName, holderName } = names[what];
  const lock = openLock(folder, lockName);
  try {
    for (let waited = 0; !tryLock(lock, folder); waited += stepMs) {
      if (waited === 0) onWait(holderOf(folder, holderName));
      if (waited >= waitMs)
        throw new LibraryError(
          `Library ${folder}: ${holderOf(folder, holderName)} is writing to it. Wait until that is done or stop it, and try again.`,
        );
      await sleep(stepMs);
      signal?.throwIfAborted();
    }
    noteHolder(folder, holderName, now());
    return await work();
  } finally {
    lock.close();
  }
}

const stepMs = 50;
const names = {
  library: { lockName: 'writer.lock', holderName: 'writer.json' },
  index: { lockName: 'index.lock', holderName: 'index.json' },
};

function openLock(folder: string, lockName: string): DatabaseSync {
  try {
    const file = path.join(folder, lockName);
    makePrivate(file);
    const lock = new DatabaseSync(file);
    // Nothing that reads or writes the file: it may be locked already.
    lock.exec('PRAGMA busy_timeout = 0');
    return lock;
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function tryLock(lock: DatabaseSync, folder: string): boolean {
  try {
    lock.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false;
    throw cannotWrite(folder, error);
  }
}

/** https://sqlite.org/rescode.html#busy */
const busy = 5;

function cannotWrite(folder: string, error: unknown): LibraryError {
  const full = fullOf(folder, error);
  if (full) return full;
  return new LibraryError(
    `Library ${folder}: cannot be written to (${(error as Error).message}). Give leave to write there, or set LIBRARY_PATH to another folder.`,
    { cause: error },
  );
}

/** A note that cannot be written, as on a full disk, costs only the name. */
function noteHolder(folder: string, holderName: string, since: Date): void {
  const unfinished = path.join(folder, `${holderName}.tmp`);
  try {
    writeFileSync(unfinished, JSON.stringify({ pid: process.pid, host: hostname(), since: since.toISOString() }), {
      mode: 0o600,
    });
    renameSync(unfinished, path.join(folder, holderName));
  } catch {
    // The work itself will say what is wrong.
  }
}

function holderOf(folder: string, holderName: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(path.join(folder, holderName), 'utf8')) as {
      pid: number;
      host: string;
      since: string;
    };
    return `process ${pid} on ${host}, since ${since},`;
  } catch {
    return 'another process';
  }
}
