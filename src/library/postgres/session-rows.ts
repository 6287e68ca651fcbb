/** How a session lies in its row, and the seal that tells whether its words are those that were put in. */
import { createHash } from 'node:crypto';
import { operator, type Origin } from '../../access/origin.ts';
import type { Correction, RecordLink, Session } from '../../session.ts';
import { applyCorrections } from '../corrections.ts';
import { LibraryError } from '../library.ts';
import { versionOf } from '../version-rows.ts';
import type { Connection } from './connection.ts';

export interface SessionRow {
  number: number;
  id: string;
  source: string;
  origin: Origin;
  hash: string;
  record: string;
  seal: string;
  broughtIn: string | null;
  masks: string | null;
  derivation: number;
}

/** Those of these ids that are there, in no order. */
export function rowsOf({ all }: Connection, ids: string[]): Promise<SessionRow[]> {
  return all<SessionRow>(`SELECT ${columns} FROM sessions WHERE id = ANY($1)`, ids);
}

const columns =
  'number, id, source, origin, record_hash AS hash, record, seal, brought_in AS "broughtIn", masks, derivation';

/** A session as it was read, and with what people put right about who spoke, of each id that is there. */
export async function sessionsOf(
  from: Connection,
  ids: string[],
): Promise<{ row: SessionRow; record: Session; session: Session }[]> {
  const rows = await from.all<SessionRow & { links: RecordLink[] | null; corrections: string[] | null }>(
    `SELECT ${columns},
      (SELECT json_agg(json_build_object('session', other, 'theirs', theirs, 'ours', ours) ORDER BY other)
        FROM links WHERE session = sessions.id AND EXISTS (SELECT FROM sessions AS others WHERE others.id = other)) AS links,
      (SELECT array_agg(correction ORDER BY id)
        FROM corrections AS made WHERE made.session = sessions.id AND made.source = sessions.source) AS corrections
    FROM sessions WHERE id = ANY($1)`,
    ids,
  );
  return rows.map(({ links, corrections, ...row }) => {
    if (sealOf(row) !== row.seal) {
      throw new LibraryError(
        `Library ${from.place}: session ${row.id} is damaged: its words are not those that were put in. ` +
          `Ingest its record again (${row.source}), or remove it.`,
      );
    }
    const record = { ...recordIn(row), ...(links && { links }) };
    const made = (corrections ?? []).map((correction) => JSON.parse(correction) as Correction);
    return { row, record, session: applyCorrections(record, made).session };
  });
}

export async function correctionsOf({ all }: Connection, id: string, source: string): Promise<Correction[]> {
  const rows = await all<{ correction: string }>(
    'SELECT correction FROM corrections WHERE session = $1 AND source = $2 ORDER BY id',
    id,
    source,
  );
  return rows.map(({ correction }) => JSON.parse(correction) as Correction);
}

/** Writes the session's own row and gives its number. */
export async function insertSession(
  to: Connection,
  session: Session,
  recordHash: string,
  broughtIn: string | null,
): Promise<number> {
  const { id, title, date, event, kind, source, rule, turns } = session;
  const origin = session.origin ?? operator;
  const record = packed(session);
  const row = await to.one<{ number: number }>(
    `INSERT INTO sessions (id, title, date, event, kind, source, origin, record_hash, rule, turn_count, record, seal, brought_in)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING number`,
    id,
    title,
    date,
    event,
    kind,
    source,
    origin,
    recordHash,
    rule ?? null,
    turns.length,
    record,
    sealOf({ id, source, origin, hash: recordHash, record }),
    broughtIn,
  );
  return row!.number;
}

/** Puts the seal on a row again, read from elsewhere or another's now; gives it as it was, or null where there is none. */
export async function changeRow(
  to: Connection,
  id: string,
  now: Partial<Pick<SessionRow, 'source' | 'origin'>>,
): Promise<SessionRow | null> {
  const [row] = await rowsOf(to, [id]);
  if (!row) return null;
  const { source, origin } = { ...row, ...now };
  const seal = sealOf({ ...row, source, origin });
  await to.run('UPDATE sessions SET source = $1, origin = $2, seal = $3 WHERE id = $4', source, origin, seal, id);
  return row;
}

/** As JSON, without what the columns beside it have and what is known only of the newest. */
export function packed(session: Session): string {
  const { id: _id, source: _source, origin: _origin, version: _version, links: _links, ...record } = session;
  return JSON.stringify(record);
}

export function recordIn({ id, source, origin, hash, record }: Omit<SealedRow, 'seal'>): Session {
  const { turns, findings, ...read } = JSON.parse(record) as Omit<Session, 'id' | 'source'>;
  const own = { id, ...read, source, ...(origin !== operator && { origin }), version: versionOf(hash) };
  return { ...own, turns, findings };
}

type SealedRow = Pick<SessionRow, 'id' | 'source' | 'origin' | 'hash' | 'record'>;

/** A server may not notice a flipped bit in a text, and a quotation must not have one. */
export function sealOf({ id, source, origin, hash, record }: SealedRow): string {
  return createHash('sha256')
    .update(JSON.stringify([id, source, origin, hash]))
    .update(record)
    .digest('hex');
}
