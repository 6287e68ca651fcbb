/** Changes of a library's database: each whole or not at all, alone or several written to the disk together. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { told } from './database.ts';

export interface Transactions {
  /** Whole or not at all; counts as one change of the library. */
  change: <T>(work: () => T) => T;
  /**
   * Leaves work of the change that runs now until it is written to the disk; where the change is undone, it is not done.
   * FTS5 makes a piece of its own of what stands in it at each change, so its rows are left until the last moment.
   */
  atCommit: (work: () => void) => void;
  /**
   * Changes made while the work runs are written to the disk several at a time, all of them before this resolves. A
   * change that fails is undone alone. Killed at any moment, the library has what was written until then.
   */
  together: <T>(work: () => Promise<T>) => Promise<T>;
}

/** `onUndone` is told when changes that seemed made are not. */
export function transactions(db: DatabaseSync, folder: string, onUndone: () => void): Transactions {
  const prepared = new Map<string, StatementSync>();
  const exec = (text: string) => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    told(folder, () => statement.run());
  };
  let isTogether = false;
  /** When the transaction began that others may join. */
  let begunMs: number | null = null;
  let left: (() => void)[] = [];
  let soon: NodeJS.Timeout | undefined;
  /** What went wrong when nobody waited for it. */
  let failure: { error: unknown } | null = null;

  function begin() {
    exec('BEGIN IMMEDIATE');
    begunMs = performance.now();
  }

  function commit() {
    try {
      for (const work of left) work();
      exec('COMMIT');
    } catch (error) {
      undo();
      throw error;
    }
    forget();
  }

  function undo() {
    // SQLite rolls back by itself when the disk is full.
    if (db.isTransaction) db.exec('ROLLBACK');
    forget();
    onUndone();
  }

  function forget() {
    clearTimeout(soon);
    [begunMs, left] = [null, []];
  }

  function commitSoon() {
    clearTimeout(soon);
    soon = setTimeout(() => {
      try {
        commit();
      } catch (error) {
        failure = { error };
      }
    }, mostMs).unref();
  }

  function tellFailure() {
    const told = failure;
    failure = null;
    if (told) throw told.error;
  }

  function count() {
    exec("UPDATE meta SET value = value + 1 WHERE key = 'revision'");
  }

  function alone<T>(work: () => T): T {
    begin();
    try {
      const result = work();
      count();
      commit();
      return result;
    } catch (error) {
      if (begunMs !== null) undo();
      throw error;
    }
  }

  function joined<T>(work: () => T): T {
    tellFailure();
    if (begunMs === null) begin();
    const leftBefore = left.length;
    exec('SAVEPOINT change');
    let result: T;
    try {
      result = work();
      count();
      exec('RELEASE change');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK TO change; RELEASE change');
      if (!db.isTransaction) undo();
      left.length = Math.min(left.length, leftBefore);
      onUndone();
      throw error;
    }
    if (performance.now() - begunMs! >= mostMs) commit();
    else commitSoon();
    return result;
  }

  return {
    change: (work) => (isTogether ? joined(work) : alone(work)),
    atCommit: (work) => void left.push(work),
    async together(work) {
      isTogether = true;
      try {
        return await work();
      } finally {
        isTogether = false;
        if (begunMs !== null) commit();
        tellFailure();
      }
    },
  };
}

/** Nobody waits longer to see a change, and a kill takes back no more than this. */
const mostMs = 500;
