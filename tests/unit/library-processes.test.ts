/** Several processes on one library: many read, one writes. */
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LibraryReader } from '../../src/library/library.ts';
import { openInFolder, type OneByOne } from '../fixtures/library.ts';
import { asOnlyWriter } from '../../src/library/sqlite/writer-lock.ts';
import { removeAll } from '../fakes/crashes.ts';
import { startWriter, type Writer } from '../fakes/start-writer.ts';
import { hearing, markOf } from '../fixtures/hearings.ts';
import { indexOfFew, rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { emptySession } from '../fixtures/session.ts';

let folder: string;
let writers: Writer[];
beforeEach(() => {
  folder = temporaryFolder();
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
    const rapporteur = await rapporteurIn(folder);
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
  });
});

describe('the index of vectors', () => {
  const openSmall = () => rapporteurIn(folder, {}, { openVectorIndex: indexOfFew });
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
    await expect.poll(isSaved, { timeout: 60_000 }).toBe(true);
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
  let library: OneByOne;
  const put = (id: string) => library.put(emptySession(id), id, { sentences: [], chunks: [], people: [] });
  const ids = async (reader: LibraryReader) => (await reader.sessions()).map(({ id }) => id);
  beforeEach(async () => {
    library = openInFolder(folder);
    await put('one');
  });
  afterEach(() => library.close());

  it('stays as it was for who began with it, and is new for who begins later', async () => {
    const gate = Promise.withResolvers<void>();
    const early = library.reading(async (reader) => {
      const before = await ids(reader);
      await gate.promise;
      return [before, await ids(reader)];
    });
    await put('two');
    expect(await library.reading(ids)).toEqual(['one', 'two']);
    gate.resolve();
    expect(await early).toEqual([['one'], ['one']]);
    expect(await library.reading(ids)).toEqual(['one', 'two']);
  });
  it('is one reader as long as the library is as it was, and tells its revision', async () => {
    const [one, other] = [
      await library.reading(async (reader) => reader),
      await library.reading(async (reader) => reader),
    ];
    expect(one).toBe(other);
    expect(one.revision).toBe(await library.revision());
    await put('two');
    expect(await library.reading(async (reader) => reader)).not.toBe(one);
  });
  it('works on after work on it has failed', async () => {
    await expect(
      library.reading(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await put('two');
    expect(await library.reading(ids)).toEqual(['one', 'two']);
  });
  it('is refused when another embedder has made the vectors meanwhile', async () => {
    await library.reading(async () => null);
    const other = openInFolder(folder, 'openai/large', { anyEmbedder: true });
    await other.beginRebuild();
    await expect(library.reading(async () => null)).rejects.toThrow(/a rebuild is not finished/u);
    await other.writing((writer) => writer.endRebuild());
    await other.close();
  });
});

describe('a second writer', () => {
  it('waits until the first is done', async () => {
    await openInFolder(folder).close();
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
    await openInFolder(folder).close();
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
    await openInFolder(folder).close();
    const first = start({ work: 'hold', folder });
    await first.told('holding');
    first.kill();
    await first.ended;
    expect(await asOnlyWriter(folder, async () => 'written', { waitMs: 0 })).toBe('written');
  });
  it('in the same process waits too', async () => {
    await openInFolder(folder).close();
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
    const library = openInFolder(folder);
    expect(await library.sessions()).toHaveLength(8);
    expect(await library.damage()).toEqual([]);
    await library.close();
  });
});
