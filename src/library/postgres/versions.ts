/** Former versions of records, as they were read; the newest is the session itself and is not among them. */
import type { VersionRef } from '../../rapporteur.ts';
import type { Session } from '../../session.ts';
import { applyCorrections } from '../corrections.ts';
import { LibraryError, type Damage, type KeptSession } from '../library.ts';
import { damagedVersion, refsOf, sealOf, versionOf, type VersionRow } from '../version-rows.ts';
import type { Connection } from './connection.ts';
import { correctionsOf, recordIn, rowsOf, sealOf as sealOfSession, sessionsOf } from './session-rows.ts';

/** Keeps what is now in the library of this id as a version. What is damaged cannot be kept. */
export async function keepVersion(to: Connection, id: string): Promise<void> {
  const [row] = await rowsOf(to, [id]);
  const newest = (await versionsIn(to, [id])).at(-1);
  if (!row || !newest || sealOfSession(row) !== row.seal) return;
  const { version: _version, ...record } = recordIn(row);
  await insertVersion(to, id, { ...newest, record });
}

/** One that is not there. */
export async function insertVersion(
  to: Connection,
  session: string,
  version: KeptSession['versions'][number],
): Promise<void> {
  const { number, broughtIn, hash } = version;
  const record = JSON.stringify(version.record);
  await to.run(
    'INSERT INTO versions (session, number, brought_in, record_hash, record, seal) VALUES ($1, $2, $3, $4, $5, $6)',
    session,
    number,
    broughtIn,
    hash,
    record,
    sealOf({ session, number, broughtIn, hash }, record),
  );
}

/** Of these sessions, or of all: the former ones and the newest, by session, oldest first. */
export async function versionsIn({ all }: Connection, sessions?: string[]): Promise<VersionRef[]> {
  const among = sessions ? 'AND id = ANY($1)' : '';
  const rows = await all<VersionRow>(
    `SELECT session, versions.number, versions.brought_in AS "broughtIn", versions.record_hash AS hash
      FROM versions JOIN sessions ON sessions.id = session WHERE true ${among}
    UNION ALL
    SELECT id, 1 + coalesce((SELECT max(number) FROM versions WHERE session = id), 0), brought_in, record_hash
      FROM sessions WHERE true ${among}
    ORDER BY 1, 2`,
    ...(sessions ? [sessions] : []),
  );
  return refsOf(rows);
}

/**
 * One version with the corrections of today, which are of the session and not of a version; null where there is none of
 * this number. Rejects with a `LibraryError` where its words are not those that were kept.
 */
export async function versionIn(from: Connection, session: string, number: number): Promise<Session | null> {
  const [now] = await rowsOf(from, [session]);
  if (!now) return null;
  const row = await from.one<Row>(`${select} WHERE session = $1 AND number = $2`, session, number);
  if (!row) {
    const newest = (await versionsIn(from, [session])).at(-1);
    return newest?.number === number ? (await sessionsOf(from, [session]))[0]!.session : null;
  }
  const record = recordOf(row);
  if (record === null)
    throw new LibraryError(
      `Library ${from.place}: ${damagedVersion(row)}. Its other versions are not touched by that.`,
    );
  const corrections = await correctionsOf(from, session, now.source);
  return applyCorrections({ ...record, version: versionOf(row.hash) }, corrections).session;
}

/** What is wrong with the versions that are kept. */
export async function versionDamage(from: Connection): Promise<Damage[]> {
  const found: Damage[] = [];
  const kept = await from.all<{ session: string; number: number }>(
    'SELECT session, number FROM versions ORDER BY 1, 2',
  );
  for (const { session, number } of kept) {
    const row = await from.one<Row>(`${select} WHERE session = $1 AND number = $2`, session, number);
    if (row && recordOf(row) === null) found.push({ what: damagedVersion(row), mendedBy: 'record' });
  }
  return found;
}

interface Row extends VersionRow {
  /** JSON of the session as it was read. */
  record: string;
  seal: string;
}

const select = 'SELECT session, number, brought_in AS "broughtIn", record_hash AS hash, record, seal FROM versions';

/** The former ones of a session, oldest first; without those that are damaged. */
export async function formerVersions({ all }: Connection, session: string): Promise<KeptSession['versions']> {
  const rows = await all<Row>(`${select} WHERE session = $1 ORDER BY number`, session);
  return rows.flatMap((row) => {
    const [record, { number, broughtIn, hash }] = [recordOf(row), row];
    return record === null ? [] : [{ number, broughtIn, hash, record }];
  });
}

/** Null where it is damaged. */
function recordOf(row: Row): Session | null {
  return sealOf(row, row.record) === row.seal ? (JSON.parse(row.record) as Session) : null;
}
