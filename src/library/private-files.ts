/** What people said is for whoever runs the program alone: folders are made 0700 and files 0600, also of earlier libraries. */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';

export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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
