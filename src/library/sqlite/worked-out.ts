/**
 * What is worked out of all of a library and kept for the next process, which need not do it again: made of one revision,
 * and good for nothing of another. The table comes with the first that is kept; without it, all is worked out anew.
 */
import { crc32 } from 'node:zlib';
import type { Connection } from './connection.ts';

const table = `CREATE TABLE IF NOT EXISTS worked_out (
  name TEXT PRIMARY KEY, revision INTEGER NOT NULL, checksum INTEGER NOT NULL, text TEXT NOT NULL
) STRICT`;

/** Null where nothing of this name is kept of this revision, or it is not what was kept. */
export function workedOutIn({ one }: Connection, name: string, revision: number): string | null {
  if (!isThere({ one })) return null;
  const kept = one<{ checksum: number; text: string }>(
    'SELECT checksum, text FROM worked_out WHERE name = ? AND revision = ?',
    name,
    revision,
  );
  return kept && crc32(kept.text) === kept.checksum ? kept.text : null;
}

/** Keeps it, unless another revision has come or somebody writes: it is worth no waiting. */
export function keepWorkedOut({ db, run, revision: now }: Connection, name: string, revision: number, text: string) {
  db.exec('PRAGMA busy_timeout = 0');
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(table);
    if (now() === revision)
      run('INSERT OR REPLACE INTO worked_out VALUES (?, ?, ?, ?)', name, revision, crc32(text), text);
  } finally {
    db.exec('COMMIT');
  }
}

/** What was made of a former revision may hold what has been removed. */
export function forgetFormer({ one, run, revision }: Connection): void {
  if (isThere({ one })) run('DELETE FROM worked_out WHERE revision <> ?', revision());
}

function isThere({ one }: Pick<Connection, 'one'>): boolean {
  return one("SELECT 1 FROM sqlite_schema WHERE name = 'worked_out'") !== undefined;
}
