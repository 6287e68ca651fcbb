/**
 * Former versions of records, as they were read: each is JSON, compressed, with a seal. Nothing is derived from them and
 * no search finds them. The newest version is the session itself and is not among them.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { VersionRef } from '../../rapporteur.ts';
import type { Session } from '../../session.ts';
import { applyCorrections } from '../corrections.ts';
import { LibraryError, type Damage, type KeptSession } from '../library.ts';
import { damagedVersion, refsOf, sealOf, versionOf, type VersionRow } from '../version-rows.ts';
import type { Connection } from './connection.ts';
import { correctionsOf, recordOf, sessionOf } from './session-rows.ts';

/** Keeps what is now in the library of this id as a version. What is damaged cannot be kept. */
export function keepVersion(to: Connection, id: string): void {
  const record = intactRecord(to, id);
  const newest = versionsIn(to, [id]).at(-1);
  if (!record || !newest) return;
  const { version: _version, links: _links, ...read } = record;
  insertVersion(to, id, { ...newest, record: read });
}

/** One that is not there. */
export function insertVersion(to: Connection, session: string, version: KeptSession['versions'][number]): void {
  const { number, broughtIn, hash, record } = version;
  const text = JSON.stringify(record);
  const row: VersionRow = { session, number, broughtIn, hash };
  to.run(
    'INSERT INTO versions (session, number, brought_in, record_hash, record, seal) VALUES (?, ?, ?, ?, ?, ?)',
    row.session,
    row.number,
    row.broughtIn,
    row.hash,
    deflateRawSync(text),
    sealOf(row, text),
  );
}

/** The former ones of a session, oldest first; without those that are damaged. */
export function formerVersions({ all }: Connection, session: string): KeptSession['versions'] {
  return all<StoredRow>(`${select} WHERE session = ? ORDER BY number`, session).flatMap((row) => {
    const [record, { number, broughtIn, hash }] = [unpacked(row), row];
    return record === null ? [] : [{ number, broughtIn, hash, record }];
  });
}

/** Of these sessions, or of all: the former ones and the newest, by session, oldest first. */
export function versionsIn({ all }: Pick<Connection, 'all'>, sessions?: string[]): VersionRef[] {
  const among = sessions ? 'AND id IN (SELECT value FROM json_each(?1))' : '';
  const rows = all<VersionRow>(
    `SELECT session, versions.number, versions.brought_in AS broughtIn, versions.record_hash AS hash
      FROM versions JOIN sessions ON sessions.id = session WHERE true ${among}
    UNION ALL
    SELECT id, 1 + coalesce((SELECT max(number) FROM versions WHERE session = id), 0), brought_in, record_hash
      FROM sessions WHERE true ${among}
    ORDER BY 1, 2`,
    ...(sessions ? [JSON.stringify(sessions)] : []),
  );
  return refsOf(rows);
}

/**
 * One version with the corrections of today, which are of the session and not of a version; null where there is none of
 * this number. Throws a `LibraryError` where its words are not those that were kept.
 */
export function versionIn(from: Connection, session: string, number: number): Session | null {
  const source = from.one<{ source: string }>('SELECT source FROM sessions WHERE id = ?', session)?.source;
  if (source === undefined) return null;
  const row = from.one<StoredRow>(`${select} WHERE session = ? AND number = ?`, session, number);
  if (!row) {
    const newest = versionsIn(from, [session]).at(-1);
    return newest?.number === number ? sessionOf(from, session) : null;
  }
  const record = unpacked(row);
  if (record === null)
    throw new LibraryError(
      `Library ${from.folder}: ${damagedVersion(row)}. Its other versions are not touched by that.`,
    );
  return applyCorrections({ ...record, version: versionOf(row.hash) }, correctionsOf(from, session, source)).session;
}

/** What is wrong with the versions that are kept. */
export function versionDamage(from: Connection): Damage[] {
  const found: Damage[] = [];
  for (const row of from.each<StoredRow>(select))
    if (unpacked(row) === null) found.push({ what: damagedVersion(row), mendedBy: 'record' });
  return found;
}

type StoredRow = VersionRow & { record: Uint8Array; seal: string };

const select = 'SELECT session, number, brought_in AS broughtIn, record_hash AS hash, record, seal FROM versions';

/** Null where it is damaged. */
function unpacked(row: StoredRow): Session | null {
  try {
    const text = inflateRawSync(row.record).toString('utf8');
    return sealOf(row, text) === row.seal ? (JSON.parse(text) as Session) : null;
  } catch {
    return null;
  }
}

function intactRecord(from: Connection, id: string): Session | null {
  try {
    return recordOf(from, id);
  } catch (error) {
    if (error instanceof LibraryError) return null;
    throw error;
  }
}
