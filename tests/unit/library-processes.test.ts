/** Several processes on one library: many read, one writes. */
import { existsSync, mkdtempSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openLibrary, type Library } from '../../src/library/library.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { snapshots } from '../../src/library/snapshots.ts';
import { asOnlyWriter } from '../../src/library/writer-lock.ts';
import { removeAll } from '../fakes/crashes.ts';
import { startWriter, type Writer } from '../fakes/start-writer.ts';
import { hearing, markOf } from '../fixtures/hearings.ts';

let folder: string;
let writers: Writer[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-processes-'));
  writers = [];
});
afterEach(async () => {
  for (const writer of writers) writer.kill();
  await Promise.all(writers.map(({ ended }) => ended));
  removeAll(folder);
});

function start(...task: Parameters<typeof startWriter>): Writer {
  const writer = startWriter(...task);
  writers.push(writer);
  return writer;
}

describe('while another process writes', () => {
  it('answers are each of one version of one session', async () => {
    const writer = start({ work: 'ingest', folder, count: 6 });
    await writer.told('put 5 1');
    const rapporteur = await openRapporteur({
      config: readConfig({ LIBRARY_PATH: folder }),
      anyEmbedder: false,
      openEmbedder,
      openVectorIndex,
    });
    const versions = new Set<number>();
    // As long as it takes the other to write some versions more.
    for (let asked = 0; asked < 150 || versions.size <= 3; asked += 1) {
      const number = asked % 6;
      const [answer, session] = await Promise.all([
        rapporteur.ask({ text: 'How many ships were counted?', session: `hearing-${number}` }),
        rapporteur.show(`hearing-${number}`),
      ]);
      expect(answer.status).toBe('answered');
      const marks = answer.quotes.map(({ session: of }) => of.version);
      expect(new Set(marks).size).toBe(1);
      for (const { text, turn, start: from, end } of answer.quotes) {
        // The quote stands in some version of the hearing, and that one is whole.
        const said = session!.version === marks[0] ? session!.turns[turn]!.text : null;
        if (said !== null) expect(said.slice(from, end)).toBe(text);
      }
      const { version } = markOf(session!.turns[0]!.text);
      expect(session!.turns.map(({ text }) => text)).toEqual(hearing(number, version).turns.map(({ text }) => text));
      versions.add(version);
    }
    // It did write meanwhile.
    expect(versions.size).toBeGreaterThan(3);
    await rapporteur.close();
  }, 60_000);
});

describe('the index of vectors', () => {
  const openSmall = () =>
    openRapporteur({
      config: readConfig({ LIBRARY_PATH: folder }),
      anyEmbedder: false,
      openEmbedder,
      openVectorIndex: (of, kind, vectors) => openVectorIndex(of, kind, vectors, { scanLimit: 10 }),
    });
  const records = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({
      name: 'hearing.json',
      bytes: new TextEncoder().encode(JSON.stringify(hearing(from + at, 1))),
    }));
  const isSaved = () => existsSync(path.join(folder, 'vectors.json'));

  it('is saved by who writes, without being asked, and never by who only asks', async () => {
    const writer = await openSmall();
    const reader = await openSmall();
    await writer.ingest(records(0, 5));
    await reader.search({ text: 'dreging' });
    expect(isSaved()).toBe(false);
    await writer.ingest(records(5, 25));
    await expect.poll(isSaved, { timeout: 20_000 }).toBe(true);
    expect((await reader.search({ text: 'dreging' }))[0]!.text).toContain('dredging');
    expect((await reader.check()).faults).toEqual([]);
    await Promise.all([writer.close(), reader.close()]);
  });
  it('is saved whole when it is asked for, once for all who ask for it', async () => {
    const writer = await openSmall();
    await writer.ingest(records(0, 25));
    const told: number[] = [];
    await Promise.all([writer.index(), writer.index(({ done }) => told.push(done))]);
    expect(isSaved()).toBe(true);
    await writer.index(({ total }) => told.push(total));
    await writer.close();
  });
  it('is not fought over', async () => {
    const writer = await openSmall();
    await writer.ingest(records(0, 5));
    await writer.index();
    const gate = Promise.withResolvers<void>();
    const other = asOnlyWriter(folder, () => gate.promise, { what: 'index' });
    await expect(writer.index()).rejects.toMatchObject({
      name: 'LibraryError',
      message: expect.stringContaining('is writing to it') as string,
    });
    // What is said goes in meanwhile.
    expect((await writer.ingest(records(5, 25))).files.every(({ failure }) => failure === null)).toBe(true);
    gate.resolve();
    await other;
    await writer.index();
    expect(isSaved()).toBe(true);
    await writer.close();
  });
});

describe('a snapshot', () => {
  let newest: Library;
  const open = () => openLibrary(folder, 'built-in/2');
  const put = (library: Library, id: string) =>
    library.put(
      {
        id,
        title: id,
        date: null,
        startTime: null,
        endTime: null,
        event: null,
        kind: 'transcript',
        language: null,
        source: id,
        page: null,
        speakers: [],
        turns: [],
        findings: [],
      },
      id,
      { sentences: [], chunks: [], people: [] },
    );
  const ids = (library: Library) => library.sessions().map(({ id }) => id);
  beforeEach(() => {
    newest = open();
    put(newest, 'one');
  });
  afterEach(() => newest.close());

  it('stays as it was for who began with it, and is new for who begins later', async () => {
    const made: string[][] = [];
    const shots = snapshots(newest, open, (library) => made.push(ids(library)));
    const gate = Promise.withResolvers<void>();
    const early = shots.run(async (library) => {
      const before = ids(library);
      await gate.promise;
      return [before, ids(library)];
    });
    put(newest, 'two');
    expect(await shots.run(async (library) => ids(library))).toEqual(['one', 'two']);
    gate.resolve();
    expect(await early).toEqual([['one'], ['one']]);
    expect(await shots.run(async (library) => ids(library))).toEqual(['one', 'two']);
    // What is kept is made once for each state of the library.
    expect(made).toEqual([['one'], ['one', 'two']]);
    shots.close();
  });
  it('works on after work on it has failed', async () => {
    const shots = snapshots(newest, open, () => null);
    await expect(
      shots.run(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    put(newest, 'two');
    expect(await shots.run(async (library) => ids(library))).toEqual(['one', 'two']);
    shots.close();
  });
  it('is refused when another embedder has made the vectors meanwhile', async () => {
    const shots = snapshots(newest, open, () => null);
    await shots.run(async () => null);
    const embedder = builtInEmbedder();
    const other = openLibrary(folder, 'openai/large', { anyEmbedder: true });
    other.beginRebuild();
    await expect(shots.run(async () => null)).rejects.toThrow(/a rebuild is not finished/u);
    other.endRebuild();
    other.close();
    expect(embedder.id).toBe('built-in/2');
    shots.close();
  });
});

describe('a second writer', () => {
  it('waits until the first is done', async () => {
    openLibrary(folder, 'built-in/2').close();
    const first = start({ work: 'hold', folder });
    await first.told('holding');
    const waits: string[] = [];
    const second = asOnlyWriter(folder, async () => 'written', {
      onWait: (holder) => {
        waits.push(holder);
        first.finish();
      },
    });
    expect(await second).toBe('written');
    expect(waits).toEqual([expect.stringContaining(`on ${hostname()}, since `)]);
  });
  it('says who holds the library, where and since when', async () => {
    openLibrary(folder, 'built-in/2').close();
    const first = start({ work: 'hold', folder });
    await first.told('holding');
    await expect(asOnlyWriter(folder, async () => null, { waitMs: 200 })).rejects.toMatchObject({
      name: 'LibraryError',
      message: expect.stringMatching(
        new RegExp(
          `process \\d+ on ${hostname()}, since \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z, is writing to it\\. Wait until that is done`,
          'u',
        ),
      ) as string,
    });
  });
  it('goes on where the first was killed', async () => {
    openLibrary(folder, 'built-in/2').close();
    const first = start({ work: 'hold', folder });
    await first.told('holding');
    first.kill();
    await first.ended;
    expect(await asOnlyWriter(folder, async () => 'written', { waitMs: 0 })).toBe('written');
  });
  it('in the same process waits too', async () => {
    openLibrary(folder, 'built-in/2').close();
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = asOnlyWriter(folder, async () => {
      await gate.promise;
      order.push('first');
    });
    const second = asOnlyWriter(folder, async () => order.push('second'), { onWait: () => gate.resolve() });
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });
  it('of different records, at once with the first, loses nothing', async () => {
    const [one, other] = [start({ work: 'index', folder, count: 5 }), start({ work: 'index', folder, count: 8 })];
    await Promise.all([one.told('done'), other.told('done')]);
    const library = openLibrary(folder, 'built-in/2');
    expect(library.sessions()).toHaveLength(8);
    expect(library.damage()).toEqual([]);
    library.close();
  }, 60_000);
});
