/** What is wrong with a library's database, as far as it can be told without knowing what was said. */
import type { VectorIndex } from '../../../embeddings/vector-index.ts';
import type { Damage } from '../library.ts';
import type { Connection } from './connection.ts';
import type { LibraryVectors } from './vectors.ts';
import { versionDamage } from './versions.ts';

export function damageOf(from: Connection): Damage[] {
  const { db } = from;
  const found: Damage[] = [];
  const derived = (what: string) => found.push({ what, mendedBy: 'rebuild' });
  for (const row of db.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') found.push({ what: row.integrity_check, mendedBy: 'copy' });
  }
  const broken = db.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
  for (const { table, parent } of broken) {
    const mendedBy = ['turns', 'findings'].includes(table) ? 'copy' : 'rebuild';
    found.push({ what: `a row of ${table} belongs to no row of ${parent}`, mendedBy });
  }
  found.push(...versionDamage(from));
  try {
    db.exec("INSERT INTO words (words) VALUES ('integrity-check')");
  } catch (error) {
    derived(`the full-text index is damaged (${(error as Error).message})`);
  }
  const { n: orphans } = db
    .prepare('SELECT count(*) AS n FROM versions WHERE session NOT IN (SELECT id FROM sessions)')
    .get() as {
    n: number;
  };
  if (orphans > 0) found.push({ what: `${orphans} versions are of no session`, mendedBy: 'copy' });
  for (const [what, text] of agreements) {
    const { n } = db.prepare(text).get() as { n: number };
    if (n > 0) derived(`${n} ${what}`);
  }
  return found;
}

/** Vectors must be alike in length, finite and not nothing. `openIndex` opens their index for looking alone, where that is wanted. */
export function vectorDamageOf(
  vectors: LibraryVectors,
  openIndex: ((dimensions: number) => VectorIndex) | null,
): Damage[] {
  const found: Damage[] = [];
  const tell = (what: string, mendedBy: Damage['mendedBy'] = 'rebuild') => found.push({ what, mendedBy });
  let dimensions: number | null = null;
  for (const { id, vector } of vectors.each()) {
    dimensions ??= vector.length;
    if (vector.length !== dimensions)
      tell(`the vector of chunk ${id} has ${vector.length} dimensions, others ${dimensions}`);
    const squares = vector.reduce((sum, value) => sum + value * value, 0);
    if (!Number.isFinite(squares) || squares === 0)
      tell(`the vector of chunk ${id} is ${squares === 0 ? 'all zeros' : 'not all finite numbers'}`);
  }
  if (dimensions === null || found.length > 0 || openIndex === null) return found;
  const index = openIndex(dimensions);
  const { rejected, size } = index.state();
  if (rejected) tell(`the index of vectors cannot be used: ${rejected}`, 'itself');
  if (size !== vectors.count()) tell(`the index finds ${size} vectors of ${vectors.count()}`);
  index.close();
  return found;
}

/** What the derived tables must agree on: each query counts the rows that do not. */
const agreements: [string, string][] = [
  [
    'chunks are not in the full-text index',
    'SELECT count(*) AS n FROM chunks WHERE id NOT IN (SELECT id FROM words_docsize)',
  ],
  [
    'entries of the full-text index are of no chunk',
    'SELECT count(*) AS n FROM words_docsize WHERE id NOT IN (SELECT id FROM chunks)',
  ],
  ['chunks have no vector', 'SELECT count(*) AS n FROM chunks WHERE hash NOT IN (SELECT hash FROM vectors)'],
  ['vectors are of no chunk', 'SELECT count(*) AS n FROM vectors WHERE hash NOT IN (SELECT hash FROM chunks)'],
];
