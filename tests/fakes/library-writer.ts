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
import type { Library, LibraryWriter } from '../../src/library/library.ts';
import { hearing } from '../fixtures/hearings.ts';

export interface Task {
  folder: string;
  /**
   * `ingest` puts in hearing after hearing, version after version, without end; `together` each of them once, in one
   * writing; `index` fills the library once and saves its index of vectors.
   */
  work: 'ingest' | 'together' | 'rebuild' | 'correct' | 'bring over' | 'index' | 'hold' | 'ask';
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

const { ingest } = await import('../../src/records/ingest.ts');
const { readerHere } = await import('../../src/records/reading/reading.ts');
const { correct } = await import('../../src/records/correct.ts');
const { rebuild } = await import('../../src/library/rebuild.ts');
const { bringOver } = await import('../../src/library/bring-over.ts');
const { openLibrary } = await import('../../src/library/sqlite/library.ts');
const { openVectorIndex } = await import('../../embeddings/vector-index.ts');
const { builtInEmbedder } = await import('../../embeddings/built-in.ts');
await import('../../src/records/formats/recognise.ts');
const embedder = builtInEmbedder();

say('opening');
const library = opened();
say('ready');
try {
  if (work === 'index') await saveIndex();
  else if (work === 'ask') await ask();
  else if (work === 'rebuild') await library.rebuilding((writer) => rebuild({ library: writer, embedder }));
  else if (work === 'bring over') await bringOver({ library, embedder }, ({ name }) => say(`bringing ${name}`));
  else
    await { ingest: ingestAll, together: putTogether, correct: correctAll, hold: () => library.writing(holdOn) }[
      work
    ]();
} catch (error) {
  fail(error);
}
await library.close();
say('done');

function opened(): Library {
  try {
    return openLibrary({
      folder,
      embedder: embedder.id,
      anyEmbedder: work === 'rebuild',
      openVectorIndex: (of, kind, vectors) => openVectorIndex(of, kind, vectors, { scanLimit }),
    });
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
    await library.writing((writer) => put(writer, number, version));
    // Only now is it there for good.
    say(`put ${number} ${version}`);
  }
}

async function putTogether(): Promise<void> {
  await library.writing(async (writer) => {
    for (let { number, version } = from; number < count; number += 1) await put(writer, number, version);
  });
  for (let { number, version } = from; number < count; number += 1) say(`put ${number} ${version}`);
}

async function put(writer: LibraryWriter, number: number, version: number): Promise<void> {
  const [file] = await ingest(
    [{ name: `hearing-${number}.json`, bytes: new TextEncoder().encode(JSON.stringify(hearing(number, version))) }],
    { library: writer, embedder, reader: readerHere, fetching: { privateAddresses: false } },
  );
  if (file!.failure !== null) throw new Error(file!.failure);
}

async function saveIndex(): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await library.writing((writer) => put(writer, number, from.version));
    say(`put ${number} ${from.version}`);
  }
  await library.saveIndex(undefined, { waitMs: 30_000 });
  say('saved');
}

async function ask(): Promise<void> {
  await library.reading(async (reader) => {
    const hits = await reader.searchWords(['seal'], 10);
    say(
      `found ${(await reader.sessions()).length} sessions, ${new Set(hits.map(({ session }) => session)).size} with seals`,
    );
  });
}

/** Corrects hearing after hearing, naming its first speaker anew each time. */
async function correctAll(): Promise<void> {
  for (let { number, version } = from; ; number += 1) {
    if (number === count) {
      number = 0;
      version += 1;
    }
    const id = `hearing-${number}`;
    await library.writing(async (writer) => {
      if ((await writer.session(id))!.turns.length === 0) throw new Error(`${id} says nothing`);
      await correct(id, { kind: 'turn', turn: 0, to: `Speaker ${version}` }, { library: writer, embedder });
    });
    say(`corrected ${number} ${version}`);
  }
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
