/** What is wrong with a library's database, as far as it can be told without knowing what was said. */
import path from 'node:path';
import type { VectorIndex } from '../../../embeddings/vector-index.ts';
import type { Damage } from '../library.ts';
import type { Connection } from './connection.ts';
import { databaseName } from './database.ts';
import { cannotBeWritten } from './read-only.ts';
import { keptLog } from './write-ahead-log.ts';
import type { LibraryVectors } from './vectors.ts';
import { versionDamage } from './versions.ts';

/** Each look by itself: what one finds damaged may end it, and never the others. `lost` tells what a rebuild would not save. */
export function damageOf(from: Connection, lost: () => string[]): Damage[] {
  const { db, folder } = from;
  const found: Damage[] = [];
  const tell = (what: string) => found.push({ what, mendedBy: 'rebuild' });
  const look = (of: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      tell(`${of} cannot be looked through (${(error as Error).message})`);
    }
  };
  look('the database', () => {
    for (const row of db.prepare('PRAGMA integrity_check(20)').all() as { integrity_check: string }[])
      if (row.integrity_check !== 'ok') tell(row.integrity_check);
  });
  // What is only derived is mended without a loss.
  if (found.length > 0) look('what is lost', () => found.push(...lost().map(lostDamage)));
  look('the rows that belong together', () => {
    const broken = db.prepare('PRAGMA foreign_key_check').all() as { table: string; parent: string }[];
    for (const { table, parent } of broken) tell(`a row of ${table} belongs to no row of ${parent}`);
  });
  try {
    db.exec("INSERT INTO words (words) VALUES ('integrity-check')");
  } catch (error) {
    if (!cannotBeWritten(error)) tell(`the full-text index is damaged (${(error as Error).message})`);
  }
  look('former versions', () => {
    found.push(...versionDamage(from));
    const { n } = db
      .prepare('SELECT count(*) AS n FROM versions WHERE session NOT IN (SELECT id FROM sessions)')
      .get() as { n: number };
    if (n > 0) tell(`${n} versions are of no session`);
  });
  for (const [what, text] of agreements)
    look(what, () => {
      const { n } = db.prepare(text).get() as { n: number };
      if (n > 0) tell(`${n} ${what}`);
    });
  const log = keptLog(path.join(folder, databaseName));
  if (log) found.push({ what: toldOfLog(log), mendedBy: 'log' });
  return found;
}

/** What a rebuild would not save. */
export function lostDamage(what: string): Damage {
  return { what, mendedBy: 'record' };
}

/** For the terminal and the log of the program. */
export function toldOfLog({ changes, since, file }: NonNullable<ReturnType<typeof keptLog>>): string {
  const much =
    changes === null
      ? 'what was put in last is'
      : changes === 1
        ? 'one change put in last is'
        : `${changes} changes put in last are`;
  return `the write-ahead log was damaged (found on ${since.toISOString().slice(0, 10)}, kept as ${path.basename(file)}): ${much} lost`;
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
    const squares = Float32Array.from(vector).reduce((sum, value) => sum + value * value, 0);
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
  ['chunks have no vector', 'SELECT count(*) AS n FROM chunks WHERE id NOT IN (SELECT chunk FROM vectors)'],
  ['vectors are of no chunk', 'SELECT count(*) AS n FROM vectors WHERE chunk NOT IN (SELECT id FROM chunks)'],
];
