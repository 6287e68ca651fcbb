import { beforeEach, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openVectorIndex, type VectorIndex } from '../../embeddings/vector-index.ts';
import { ingest } from '../../src/records/ingest.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { rebuild } from '../../src/library/rebuild.ts';
import { openInFolder } from '../fixtures/library.ts';
import { crash, checkWhole } from '../fakes/crashes.ts';
import type { Task } from '../fakes/library-writer.ts';
import { startWriter } from '../fakes/start-writer.ts';
import { hearing } from '../fixtures/hearings.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

let folders: string[];
beforeEach(() => {
  folders = [0, 1].map(() => temporaryFolder());
});

const embedder = builtInEmbedder();
const count = 12;
const all = (version: number) => new Map(Array.from({ length: count }, (_, number) => [number, version]));

/** A library of a dozen hearings in their first version. */
async function fill(folder: string): Promise<void> {
  const library = openInFolder(folder, embedder.id);
  const records = [...all(1).keys()].map((number) => ({
    name: 'hearing.json',
    bytes: new TextEncoder().encode(JSON.stringify(hearing(number, 1))),
  }));
  const fetching = { privateAddresses: false };
  await library.writing((writer) => ingest(records, { library: writer, embedder, reader: readerHere, fetching }));
  await library.close();
}

async function dies(task: Omit<Task, 'folder' | 'count'>): Promise<string[]> {
  const writer = startWriter({ ...task, folder: folders[0]!, count });
  expect((await writer.ended).signal).toBe('SIGKILL');
  return writer.lines;
}

describe('a process killed while it ingests', () => {
  it('two hundred times at random moments: every session is whole or absent, and nothing stored before is lost', async () => {
    const results = await Promise.all(folders.map((folder, seed) => crash({ folder, kills: 100, seed: seed + 1 })));
    // Otherwise the moments were badly chosen.
    expect(results.reduce((sum, { puts }) => sum + puts, 0)).toBeGreaterThan(200);
  }, 1_800_000);

  it.each([
    'BEGIN IMMEDIATE',
    'DELETE FROM words',
    'DELETE FROM chunks',
    'DELETE FROM sentence_blocks',
    'DELETE FROM sessions',
    'DELETE FROM vectors',
    'INSERT INTO versions',
    'INSERT INTO sessions',
    'INSERT INTO turn_blocks',
    'INSERT INTO speakers',
    'INSERT INTO sentence_blocks',
    'INSERT INTO chunks',
    'INSERT INTO words',
    'INSERT INTO vectors',
    'UPDATE meta SET value = value + 1',
    'COMMIT',
  ])('at %s: the former version is there', async (sql) => {
    await fill(folders[0]!);
    // The fourth hearing is being replaced, with all that goes before it in its transaction.
    const lines = await dies({ work: 'ingest', from: { number: 3, version: 2 }, dieAt: { sql, nth: 1 } });
    expect(lines.filter((line) => line.startsWith('put'))).toEqual([]);
    await checkWhole(folders[0]!, all(1), null);
  });
});

describe('a process killed while it puts in several sessions together', () => {
  it.each([
    ['INSERT INTO sessions', 5],
    ['INSERT INTO words', 5],
    ['COMMIT', 1],
  ])('at %s: the former version of each is there', async (sql, nth) => {
    await fill(folders[0]!);
    const lines = await dies({ work: 'together', from: { number: 0, version: 2 }, dieAt: { sql, nth } });
    expect(lines.filter((line) => line.startsWith('put'))).toEqual([]);
    await checkWhole(folders[0]!, all(1), null);
  });
});

describe('a process killed while it writes the index of vectors', () => {
  it.each<[Task['dieAt'] & object]>([
    [{ file: 'open', nth: 1 }],
    [{ file: 'rename', nth: 1 }],
    [{ file: 'open', nth: 2 }],
    [{ file: 'rename', nth: 2 }],
    [{ file: 'open', nth: 3 }],
    [{ file: 'readdir', nth: 1 }],
  ])('at %o: answers are the same, and the next makes it', async (dieAt) => {
    const lines = await dies({ work: 'index', from: { number: 0, version: 1 }, dieAt });
    expect(lines).not.toContain('saved');
    await checkWhole(folders[0]!, all(1), null);
    expect(await indexAgain()).toMatchObject({ rejected: null, dead: 0 });
  });

  async function indexAgain() {
    let index: VectorIndex | null = null;
    const open = () =>
      openInFolder(folders[0]!, embedder.id, {
        openVectorIndex: (...of) => (index = openVectorIndex(...of, { scanLimit: 10 })),
      });
    const saving = open();
    await saving.saveIndex();
    await saving.close();
    const library = open();
    expect(await library.vectorDamage({ index: true })).toEqual([]);
    const state = index!.state();
    expect(state.inGraph).toBe(state.size);
    await library.close();
    return state;
  }
});

describe('a process killed while it rebuilds', () => {
  it.each([
    { sql: 'INSERT OR IGNORE INTO turn_blocks', nth: 1 },
    { sql: 'INSERT INTO words', nth: 1 },
    { sql: 'INSERT INTO words', nth: 9 },
    { sql: 'COMMIT', nth: 1 },
    { sql: 'COMMIT', nth: 2 },
    { sql: 'COMMIT', nth: 14 },
  ])('at %o: the library is as it was, and the next rebuild makes it anew', async (dieAt) => {
    await fill(folders[0]!);
    await dies({ work: 'rebuild', dieAt });
    await checkWhole(folders[0]!, all(1), null);
    const library = openInFolder(folders[0]!, embedder.id, { anyEmbedder: true });
    expect(await library.rebuilding((writer) => rebuild({ library: writer, embedder }))).toEqual([]);
    await library.close();
    await checkWhole(folders[0]!, all(1), null);
  });
});
