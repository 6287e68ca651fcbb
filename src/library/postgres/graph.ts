/** The index of vectors, made by one process for all, and only where there are so many that it is worth one. */
import { LibraryError, type SaveIndex } from '../library.ts';
import type { IngestProgress } from '../../rapporteur.ts';
import type { Connection } from './connection.ts';
import { locksOn } from './locks.ts';
import { stateOf } from './moment.ts';
import { mostAlike, parts } from './schema.ts';
import { canBeIndexed, scanLimit, typeOf } from './vectors.ts';

/** Makes what is missing of it, while others read and write. What was made for other vectors goes. */
export async function makeIndex(
  to: Connection,
  schema: string,
  onProgress: (progress: IngestProgress) => void,
  { waitMs = 0 }: SaveIndex,
): Promise<void> {
  const { chunks, dimensions } = await stateOf(to);
  const wanted = dimensions !== null && chunks > scanLimit && canBeIndexed(dimensions) ? namesFor(dimensions) : [];
  const tell = (done: number) => onProgress({ done, total: parts, name: 'the index of vectors' });
  await locksOn(to, schema, { waitMs }).holding('index', 'alone', async () => {
    const there = await indexesIn(to);
    const drop = (name: string) => to.run(`DROP INDEX CONCURRENTLY IF EXISTS "${name}"`);
    for (const { name, isWhole } of there) if (!isWhole) await drop(name);
    for (const [part, name] of wanted.entries()) {
      tell(part);
      if (there.some((index) => index.name === name && index.isWhole)) continue;
      // Written while it is made is added to it by the server.
      await to.run(
        `CREATE INDEX CONCURRENTLY "${name}" ON vectors_${part}
        USING hnsw ((embedding::${typeOf(dimensions!)}) ${dimensions! > 2_000 ? 'halfvec' : 'vector'}_cosine_ops)
        WHERE dimensions = ${dimensions} AND NOT is_repeat`,
      );
    }
    // An earlier one is searched until there is another.
    for (const { name, isWhole } of there) if (isWhole && !wanted.includes(name)) await drop(name);
    await to.run('DELETE FROM repeated WHERE NOT EXISTS (SELECT FROM chunks WHERE chunks.hash = repeated.hash)');
    // Counts of terms are read from the index alone where the server knows that all see the same.
    if (chunks > scanLimit) await to.run('VACUUM (ANALYZE) postings, chunks, turns, vectors, sessions');
    tell(parts);
  });
}

/** Whether it has changed so much that it should be looked after. */
export async function isIndexDue(to: Connection): Promise<boolean> {
  const { chunks, dimensions } = await stateOf(to);
  if (dimensions === null || chunks <= scanLimit || !canBeIndexed(dimensions)) return false;
  const there = await indexesIn(to);
  return !namesFor(dimensions).every((name) => there.some((index) => index.name === name && index.isWhole));
}

export interface Index {
  name: string;
  /** Not one that was broken off. */
  isWhole: boolean;
}

export function indexesIn(to: Connection): Promise<Index[]> {
  return to.all<Index>(
    `SELECT relname AS name, indisvalid AS "isWhole" FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = current_schema()::regnamespace AND relname LIKE 'vectors\\_%\\_graph\\_%'`,
  );
}

function namesFor(dimensions: number): string[] {
  return Array.from({ length: parts }, (_, part) => `vectors_${part}_graph_of_${mostAlike}_${dimensions}`);
}

/** What an older extension does wrong, in words; null for one that is known to do none of it. */
export function faultOfVersion(version: string): string | null {
  const faults = Object.entries(mended).flatMap(([since, fault]) => (isOlder(version, since) ? [fault] : []));
  return faults.length > 0 ? `pgvector ${version} ${faults.join('; it ')}. ${newest} or newer is recommended.` : null;
}

/** Whether the extension goes on in its graph until it has enough. */
export function canIterate(version: string): boolean {
  return !isOlder(version, '0.8.0');
}

const newest = '0.8.4';
/** By the version that has it no more: https://github.com/pgvector/pgvector/blob/master/CHANGELOG.md */
const mended: { [since: string]: string } = {
  '0.7.0': 'has no vectors of half the precision, which this program needs',
  '0.8.0':
    'ends a search by meaning too early where only some sessions are searched, so that these are looked through one by one',
  '0.8.2': 'can write past its memory while several workers make an index',
  '0.8.3': 'can damage an index of vectors while the server tidies up',
  '0.8.4': 'can fail with “hnsw graph not repaired” while the server tidies up',
};

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) => each.split('.').map(Number));
  for (const [at, number] of right!.entries()) if (number !== (left![at] ?? 0)) return (left![at] ?? 0) < number;
  return false;
}

/** The version of the extension, where it can be worked with; throws a `LibraryError` where not. */
export function usable(version: string | undefined, place: string): string {
  if (version === undefined)
    throw new LibraryError(
      `Library ${place}: the database has no extension for vectors; make it: CREATE EXTENSION vector.`,
    );
  if (isOlder(version, '0.7.0'))
    throw new LibraryError(
      `Library ${place}: ${faultOfVersion(version)!} Install it and: ALTER EXTENSION vector UPDATE.`,
    );
  return version;
}
