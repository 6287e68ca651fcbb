/** A database that may be read and not written: on a disk that is mounted so, or another's. */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** Does the error say that something cannot be written? Of SQLite (https://sqlite.org/rescode.html), or of the system. */
export function cannotBeWritten(error: unknown): boolean {
  const { code, errcode = 0 } = error as { code?: string; errcode?: number };
  if (code === 'ERR_SQLITE_ERROR') return [8, 14].includes(errcode & 0xff);
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}

/**
 * SQLite can read a database with a write-ahead log only where it may write beside it. One whose log is empty it takes
 * for unchanging; of any other a copy is read, which is gone when the program is. `temporary` makes what is the
 * connection's alone.
 */
export function databaseToRead(file: string, temporary = ''): DatabaseSync {
  const log = `${file}-wal`;
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) === 0)
    return toRead(new DatabaseSync(new URL(`${pathToFileURL(file).href}?immutable=1`), { readOnly: true }), temporary);
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-reading-'));
  try {
    const copy = path.join(folder, path.basename(file));
    copyFileSync(file, copy);
    copyFileSync(log, `${copy}-wal`);
    const db = toRead(new DatabaseSync(copy), temporary);
    // Every file is open by now, and needs no name any more.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } finally {
    if (existsSync(folder) && process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
  }
}

function toRead(db: DatabaseSync, temporary: string): DatabaseSync {
  db.exec(`${temporary}; PRAGMA query_only = ON; PRAGMA cache_size = -65536`);
  return db;
}
