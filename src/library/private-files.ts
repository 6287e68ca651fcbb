/** What people said is for whoever runs the program alone: folders are made 0700 and files 0600, also of earlier libraries. */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { LibraryError } from './library.ts';

/** Makes it, with those above it. Throws a `LibraryError` where it cannot be made. */
export function makePrivateFolder(folder: string): void {
  try {
    make(path.resolve(folder));
  } catch (error) {
    throw new LibraryError(
      `Library ${folder}: cannot be opened (${(error as Error).message}). Check that the folder can be written to, or set LIBRARY_PATH to another.`,
      { cause: error },
    );
  }
}

/** One after the other: what Node does by itself never ends where nothing can be made, as in `/proc`. */
function make(folder: string): void {
  if (isFolder(folder)) return;
  make(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Makes it where there is none. SQLite gives what it keeps beside a database the same permissions. */
export function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  keepPrivate(file);
}

/** Takes from others what they may do with a file. Where that cannot be changed, as on a disk of another's, it stays. */
export function keepPrivate(file: string): void {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  } catch {
    // Whether it can be used shows where it is.
  }
}
