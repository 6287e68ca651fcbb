/** What both stores have in common of a former version: the seal on its words, and how it is told of. */
import { createHash } from 'node:crypto';
import type { VersionRef } from '../rapporteur.ts';

/** What is known of a version beside its words. */
export type VersionRow = Omit<VersionRef, 'isNewest'>;

/** Twelve digits of the hash of a record: enough to tell its versions apart. */
export function versionOf(recordHash: string): string {
  return recordHash.slice(0, 12);
}

/** `text` is JSON of the session as it was read. */
export function sealOf({ session, number, broughtIn, hash }: VersionRow, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([session, number, broughtIn, hash]))
    .update(text)
    .digest('hex');
}

export function damagedVersion({ session, number }: Pick<VersionRow, 'session' | 'number'>): string {
  return `version ${number} of session ${session} is damaged: its words are not those that were kept`;
}

/** `rows` are by session, oldest first, and have the newest of each. */
export function refsOf(rows: VersionRow[]): VersionRef[] {
  return rows.map(({ session, number, broughtIn, hash }, at) => ({
    session,
    number,
    broughtIn,
    hash,
    isNewest: rows[at + 1]?.session !== session,
  }));
}
