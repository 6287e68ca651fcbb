/**
 * A process that writes to a library, and is killed while it does: by whoever started it, or by itself at a step of
 * the writing that is named. What is done for good it tells on standard output, a line each.
 *
 *     node tests/fakes/library-writer.ts '{"work":"ingest","folder":"/tmp/library","count":100}'
 */
import fsPromises from 'node:fs/promises';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, type SQLInputValue, type StatementResultingChanges } from 'node:sqlite';
import type { Library } from '../../src/library/library.ts';
import { hearing } from '../fixtures/hearings.ts';

export interface Task {
  folder: string;
  /** `ingest` puts in hearing after hearing, version after version, without end; `index` fills the library once and saves its index of vectors. */
  work: 'ingest' | 'rebuild' | 'index' | 'hold';
  count?: number;
  /** The first hearing and version to put in. */
  from?: { number: number; version: number };
  /** Kill itself before the `nth` statement that starts with these words, or before the `nth` call of this function of node:fs/promises. */
  dieAt?: { sql?: string; file?: 'open' | 'rename' | 'rm' | 'readdir'; nth: number };
  /** Vectors searched one by one; more make a graph. */
  scanLimit?: number;
  /** Most pages of the database, as on a disk that is full. */
  mostPages?: number;
}

const {
  folder,
  work,
  count = 100,
  from = { number: 0, version: 1 },
  dieAt,
  scanLimit = 10,
  mostPages,
} = JSON.parse(process.argv[2]!) as Task;
const say = (line: string) => writeSync(1, `${line}\n`);

const die = countdown(dieAt?.nth ?? 0);
if (dieAt?.sql !== undefined || mostPages !== undefined) watchStatements(dieAt?.sql ?? '\0');
if (dieAt?.file) watchFiles(dieAt.file);

const { ingest, rebuild } = await import('../../src/records/ingest.ts');
const { openLibrary } = await import('../../src/library/library.ts');
const { asOnlyWriter } = await import('../../src/library/writer-lock.ts');
const { builtInEmbedder } = await import('../../embeddings/built-in.ts');
await import('../../src/records/formats/recognise.ts');
const embedder = builtInEmbedder();

say('opening');
const library = opened();
const into = { library, embedder, fetching: { privateAddresses: false } };
say('ready');
try {
  await asOnlyWriter(folder, () =>
    ({ ingest: ingestAll, rebuild: () => rebuild(into), index: saveIndex, hold: holdOn })[work](),
  );
} catch (error) {
  fail(error);
}
library.close();
say('done');

function opened(): Library {
  try {
    return openLibrary(folder, embedder.id, { anyEmbedder: work === 'rebuild' });
  } catch (error) {
    fail(error);
    return process.exit(1);
  }
}

function fail(error: unknown): void {
  say(`failed ${(error as Error).name}: ${(error as Error).message}`);
}

async function ingestAll(): Promise<void> {
  for (let { number, version } = from; ; number += 1) {
    if (number === count) {
      number = 0;
      version += 1;
    }
    await put(number, version);
  }
}

async function put(number: number, version: number): Promise<void> {
  const [file] = await ingest(
    [{ name: `hearing-${number}.json`, bytes: new TextEncoder().encode(JSON.stringify(hearing(number, version))) }],
    into,
  );
  if (file!.failure !== null) throw new Error(file!.failure);
  say(`put ${number} ${version}`);
}

async function saveIndex(): Promise<void> {
  for (let number = 0; number < count; number += 1) await put(number, from.version);
  const { openVectorIndex } = await import('../../embeddings/vector-index.ts');
  const index = openVectorIndex(folder, { embedder: embedder.id, dimensions: embedder.dimensions! }, library.vectors, {
    scanLimit,
  });
  await index.save();
  say('saved');
}

/** Holds the writer's place until standard input ends. */
async function holdOn(): Promise<void> {
  say('holding');
  for await (const _ of process.stdin);
}

function watchStatements(start: string): void {
  // Called on each database below.
  // oxlint-disable-next-line typescript/unbound-method
  const { prepare, exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    if (sql.startsWith(start)) die();
    exec.call(this, sql);
    if (mostPages !== undefined && sql.includes('journal_mode = WAL'))
      exec.call(this, `PRAGMA max_page_count = ${mostPages}`);
  };
  DatabaseSync.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!sql.startsWith(start)) return statement;
    const run = statement.run.bind(statement) as (...values: SQLInputValue[]) => StatementResultingChanges;
    statement.run = (...values: unknown[]) => {
      die();
      return run(...(values as SQLInputValue[]));
    };
    return statement;
  };
}

function watchFiles(name: 'open' | 'rename' | 'rm' | 'readdir'): void {
  const files = fsPromises as unknown as { [name: string]: (...given: unknown[]) => unknown };
  const original = files[name]!;
  files[name] = (...given: unknown[]) => {
    die();
    return original(...given);
  };
  syncBuiltinESMExports();
}

function countdown(from: number): () => void {
  let left = from;
  return () => {
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
