/** A library made anew in a file of its own, which takes the place of the old one when it is done. */
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { LibraryError } from '../library.ts';
import { makePrivateFolder } from '../private-files.ts';
import { connection, type Connection } from './connection.ts';
import { databaseName, openDatabase, told } from './database.ts';
import { openDamaged, salvage, type Salvaged } from './salvage.ts';
import { forgetKeptLog } from './write-ahead-log.ts';

/**
 * The work gets a library with all that can be read of the one in `folder`; what cannot is given back, in words. Killed
 * at any moment, the old one is as it was, and others ask it all the while. Nobody else may write. Throws a
 * `LibraryError` where nothing can be read.
 */
export async function rebuiltIn(
  folder: string,
  embedder: string,
  work: (library: Connection) => Promise<void>,
): Promise<string[]> {
  const file = path.join(folder, databaseName);
  const beside = path.join(folder, besideName);
  rmSync(beside, { recursive: true, force: true });
  makePrivateFolder(beside);
  const db = openDatabase(beside, embedder, true);
  try {
    const to = connection(db, folder);
    const { saved, lost } = readInto(to, file, beside);
    if (saved === 0 && lost.length > 0) throw nothingSaved(folder, lost);
    await work(to);
    // What is lost here may be found by others, later.
    if (lost.length > 0) told(folder, () => copyFileSync(file, `${file}.damaged`));
    await replace(folder, file, db);
    forgetKeptLog(file);
    return lost;
  } finally {
    if (db.isOpen) db.close();
    rmSync(beside, { recursive: true, force: true });
  }
}

const besideName = 'rebuild';

/** What a rebuild would save, and what it would not. Writes nothing where the library is. */
export function survey(folder: string, embedder: string): Salvaged {
  const beside = mkdtempSync(path.join(tmpdir(), 'rapporteur-survey-'));
  try {
    const db = openDatabase(beside, embedder, true);
    try {
      return readInto(connection(db, folder), path.join(folder, databaseName), beside, true);
    } finally {
      db.close();
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function readInto(to: Connection, file: string, beside: string, isTrial = false): Salvaged {
  to.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const from = openDamaged(file, path.join(beside, databaseName), path.join(beside, 'copy.db'));
  try {
    return salvage(from, to, { isTrial });
  } finally {
    from.close();
  }
}

function nothingSaved(folder: string, lost: string[]): LibraryError {
  return new LibraryError(
    `Library ${folder}: nothing of ${databaseName} can be read, so it is left as it is (${lost.slice(0, 3).join('; ')}). ` +
      'Put back a copy of it, or move the folder away and ingest the records again.',
  );
}

/** In one change of the old file, so that whoever has it open sees the one or the other; a file that is no database any more is exchanged. */
async function replace(folder: string, file: string, db: DatabaseSync): Promise<void> {
  try {
    await backup(db, file);
  } catch (error) {
    if (!isNoDatabase(error)) {
      told(folder, () => {
        throw error;
      });
    }
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const made = db.location()!;
    db.close();
    for (const rest of [`${file}-wal`, `${file}-shm`]) if (existsSync(rest)) rmSync(rest);
    renameSync(made, file);
  }
}

/** https://sqlite.org/rescode.html#corrupt and #notadb */
function isNoDatabase(error: unknown): boolean {
  return [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);
}
