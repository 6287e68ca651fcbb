/** What is wrong with a library in PostgreSQL, as far as it can be told without knowing what was said. */
import type { Damage } from '../library.ts';
import { isConnectionLost } from './faults.ts';
import type { Connection } from './connection.ts';
import { indexesIn } from './graph.ts';
import { sealOf, type SessionRow } from './session-rows.ts';
import { versionDamage } from './versions.ts';

/** Each look by itself: what one finds damaged may end it, and never the others. */
export async function damageOf(from: Connection): Promise<Damage[]> {
  const found: Damage[] = [];
  const look = async (of: string, work: () => Promise<Damage[]>) => {
    try {
      found.push(...(await work()));
    } catch (error) {
      const cause = (error as Error).cause ?? error;
      if (isConnectionLost(cause)) throw error;
      found.push({ what: `${of} cannot be looked through (${(error as Error).message})`, mendedBy: 'rebuild' });
    }
  };
  await look('the words of the sessions', async () =>
    (await damagedSessions(from)).map((row) => ({ what: toldOf(row), mendedBy: 'record' })),
  );
  await look('former versions', () => versionDamage(from));
  for (const [what, text] of agreements)
    await look(what, async () => {
      const { n } = (await from.one<{ n: number }>(text))!;
      return n > 0 ? [{ what: `${n} ${what}`, mendedBy: 'rebuild' }] : [];
    });
  return found;
}

export function toldOf({ id }: { id: string }): string {
  return `session ${id}: its words are not those that were put in`;
}

/** Sessions whose seal is broken, one read at a time. */
export async function damagedSessions(from: Connection): Promise<SessionRow[]> {
  const damaged: SessionRow[] = [];
  for (const { number } of await from.all<{ number: number }>('SELECT number FROM sessions ORDER BY number')) {
    const row = await from.one<SessionRow>(
      'SELECT number, id, source, origin, record_hash AS hash, record, seal FROM sessions WHERE number = $1',
      number,
    );
    if (row && sealOf(row) !== row.seal) damaged.push(row);
  }
  return damaged;
}

/** Vectors must be alike in length and not nothing; the extension itself keeps out what is not finite. */
export async function vectorDamageOf(from: Connection, { index }: { index: boolean }): Promise<Damage[]> {
  const rows = await from.all<{ chunk: number; found: number; wanted: number | null; isNothing: boolean }>(
    `SELECT chunk, vector_dims(embedding) AS found, state.dimensions AS wanted, vector_norm(embedding) = 0 AS "isNothing"
    FROM vectors CROSS JOIN state
    WHERE vector_norm(embedding) = 0 OR vector_dims(embedding) <> vectors.dimensions
      OR (vectors.dimensions <> state.dimensions AND session IN (SELECT number FROM sessions WHERE derivation >= $1))
    ORDER BY chunk LIMIT 20`,
    await newestDerivation(from),
  );
  const found: Damage[] = rows.map(({ chunk, isNothing, ...of }) => ({
    what: isNothing
      ? `the vector of chunk ${chunk} is all zeros`
      : `the vector of chunk ${chunk} has ${of.found} dimensions, others ${of.wanted}`,
    mendedBy: 'rebuild',
  }));
  if (index)
    for (const { name, isWhole } of await indexesIn(from))
      if (!isWhole) found.push({ what: `the index ${name} was not made to its end`, mendedBy: 'itself' });
  return found;
}

async function newestDerivation(from: Connection): Promise<number> {
  return (await from.one<{ n: number }>('SELECT coalesce(max(derivation), 0) AS n FROM sessions'))!.n;
}

/** What the derived tables must agree on: each query counts the rows that do not. */
const agreements: [string, string][] = [
  ['versions are of no session', 'SELECT count(*) AS n FROM versions WHERE session NOT IN (SELECT id FROM sessions)'],
  ...['turns', 'chunks', 'postings', 'vectors'].map((table): [string, string] => [
    `rows of ${table} belong to no session`,
    `SELECT count(*) AS n FROM ${table} WHERE session NOT IN (SELECT number FROM sessions)`,
  ]),
  [
    'sessions have more or fewer chunks than is noted of them',
    `SELECT count(*) AS n FROM sessions WHERE chunk_count <> (SELECT count(*) FROM chunks WHERE session = number)`,
  ],
  [
    'chunks have no vector',
    `SELECT count(*) AS n FROM chunks WHERE NOT EXISTS
      (SELECT FROM vectors WHERE vectors.session = chunks.session AND chunk = chunks.id)`,
  ],
  [
    'vectors or postings are of no chunk',
    `SELECT count(*) AS n FROM (SELECT session, chunk FROM vectors UNION SELECT session, chunk FROM postings) AS each
    WHERE NOT EXISTS (SELECT FROM chunks WHERE chunks.session = each.session AND id = chunk)`,
  ],
  [
    'counts of the whole library are not what is in it',
    `SELECT count(*) AS n FROM state WHERE chunks <> (SELECT count(*) FROM chunks)
      OR terms <> (SELECT coalesce(sum(length), 0) FROM (SELECT DISTINCT session, chunk, length FROM postings) AS each)`,
  ],
];
