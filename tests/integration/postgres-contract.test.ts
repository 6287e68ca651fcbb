/** The contract of a store, on a real PostgreSQL 17; and what needs many rows or several processes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import type { Derived } from '../../src/library/derive.ts';
import { openPostgres } from '../../src/library/postgres/library.ts';
import { openChatTables } from '../../src/chat/store/postgres.ts';
import { chatStoreOn } from '../../src/chat/store/stored.ts';
import { chatStoreContract } from '../contracts/chat-store.ts';
import { libraryContract } from '../contracts/library.ts';
import { skipped, startPostgres, whyNoPostgres, type RealServer } from '../fakes/postgres-server.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { sessionOf } from '../fixtures/library.ts';

const embedder = builtInEmbedder();
let server: RealServer;
let made = 0;
const newLibrary = () => server.addressOf(`library_${(made += 1)}`);

describe.skipIf(whyNoPostgres !== null)(`PostgreSQL 17${skipped}`, () => {
  beforeAll(async () => {
    server = await startPostgres({ settings: 'fsync = off\nmaintenance_work_mem = 256MB\nrandom_page_cost = 1.1' });
  }, 120_000);
  afterAll(() => server.remove());

  libraryContract('PostgreSQL 17', async (now) => ({
    library: await openPostgres({ url: newLibrary(), embedder: embedder.id, now }),
    tidy: () => {},
  }));

  chatStoreContract(
    'PostgreSQL 17',
    async () => {
      const url = newLibrary();
      return {
        open: async (limits = [], options = {}) => chatStoreOn(await openChatTables(url), limits, options),
        tidy: () => {},
      };
    },
    { isShared: true },
  );

  describe('many processes', () => {
    it('make the library once, whoever comes first', async () => {
      const url = newLibrary();
      const all = await Promise.all(Array.from({ length: 6 }, () => openPostgres({ url, embedder: embedder.id })));
      expect(await Promise.all(all.map((library) => library.revision()))).toEqual([0, 0, 0, 0, 0, 0]);
      for (const library of all) await library.close();
    });

    it('write side by side, and one after the other where it is the same session', async () => {
      const url = newLibrary();
      const [one, two] = [
        await openPostgres({ url, embedder: embedder.id }),
        await openPostgres({ url, embedder: embedder.id }),
      ];
      const told: string[] = [];
      const session = sessionOf('harbour', 'Grey seals.');
      const derived = await derivedOf('harbour', 1, () => 1);
      let goOn = () => {};
      const held = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const first = one.writing(async (writer) => {
        await writer.record('harbour');
        told.push('one has harbour');
        await held;
        await writer.put(session, 'first', derived);
        told.push('one has put harbour');
      });
      while (told.length === 0) await one.revision();
      // Another session is not waited for.
      await two.writing((writer) => writer.put(sessionOf('orchard', 'Frost.'), 'orchard', derived));
      told.push('two has put orchard');
      const second = two.writing(
        async (writer) => {
          const known = await writer.origin('harbour');
          told.push(`two sees ${known?.recordHash}`);
        },
        { onWait: (holder) => (told.push(`waits for ${holder.replace(/\d+ on .*/u, 'N')}`), goOn()) },
      );
      await Promise.all([first, second]);
      expect(told).toEqual([
        'one has harbour',
        'two has put orchard',
        'waits for process N',
        'one has put harbour',
        'two sees first',
      ]);
      await one.close();
      await two.close();
    });

    it('wait while one rebuilds, and are told who it is', async () => {
      const url = newLibrary();
      const [one, two] = [
        await openPostgres({ url, embedder: embedder.id }),
        await openPostgres({ url, embedder: embedder.id }),
      ];
      await one.rebuilding(async (writer) => {
        await writer.beginRebuild();
        await expect(two.writing(async () => {}, { waitMs: 0 })).rejects.toThrow(
          /: process \d+ on .* is writing to it/u,
        );
        expect(await two.reading((reader) => reader.sessions())).toEqual([]);
        await writer.endRebuild();
      });
      await two.writing(async () => {});
      await one.close();
      await two.close();
    });
  });

  describe('a hundred thousand vectors', () => {
    it('are searched in few sessions and in many, and bring all ten', { timeout: 600_000 }, async () => {
      const dimensions = 32;
      const library = await openPostgres({ url: newLibrary(), embedder: 'test/32' });
      const random = seeded(7);
      const [sessions, chunksOfEach] = [500, 200];
      // One in a hundred sessions lies on the far side of all others.
      const isFar = (at: number) => at % 100 === 7;
      const isSideways = (at: number) => at % 5 === 3;
      for (let at = 0; at < sessions; at += 1) {
        const toward = isFar(at) ? -1 : isSideways(at) ? 0.2 : 1;
        const derived = await derivedOf(`s${at}`, chunksOfEach, () => random() - 0.5, dimensions, toward);
        await library.writing((writer) => writer.put(sessionOf(`s${at}`, 'Words.'), `s${at}`, derived));
      }
      await library.saveIndex();
      const question = vectorOf(dimensions, () => random() - 0.5, 1);
      const named = (of: (at: number) => boolean) =>
        Array.from({ length: sessions }, (_, at) => at).flatMap((at) => (of(at) ? [`s${at}`] : []));
      await library.reading(async (reader) => {
        expect((await reader.counts([])).chunkCount).toBe(100_000);
        for (const among of [named(isFar), named(isSideways), undefined]) {
          const found = await reader.searchVectors(question, 10, among && { sessions: among });
          expect(found).toHaveLength(10);
          if (among) expect(found.every(({ session }) => among.includes(session))).toBe(true);
          const exact = await exactly(reader, question, among ?? named(() => true));
          const both = found.filter(({ id }) => exact.includes(id)).length;
          expect(both).toBeGreaterThanOrEqual(among && among.length < 50 ? 10 : 9);
        }
      });
      await library.close();
      expect(await graphsUsed(dimensions)).toEqual({ graphs: 4, used: true });
    });
  });

  describe('one vector that thousands of chunks have', () => {
    it('hides no other, and is found with all of them', { timeout: 600_000 }, async () => {
      const dimensions = 64;
      const library = await openPostgres({ url: newLibrary(), embedder: 'test/64' });
      const [sessions, ofEach, kinds] = [60, 200, 100];
      const near = clustered(kinds, dimensions);
      const thanks = near(0);
      const others: Float32Array[] = [];
      for (let at = 0; at < sessions; at += 1) {
        const own = Array.from({ length: ofEach }, (_, chunk) => near(at * ofEach + chunk));
        others.push(...own);
        const derived = await derivedOf(`s${at}`, 2 * ofEach, () => 1, dimensions);
        for (const [chunk, vector] of own.entries()) Object.assign(derived.chunks[chunk]!, { vector });
        for (const chunk of derived.chunks.slice(ofEach)) Object.assign(chunk, { vector: thanks, hash: 'thanks' });
        await library.writing((writer) => writer.put(sessionOf(`s${at}`, 'Words.'), `s${at}`, derived));
      }
      await library.saveIndex();
      await library.reading(async (reader) => {
        const finds = async (vector: Float32Array) => (await reader.searchVectors(vector, 10))[0]!.similarity > 0.9999;
        for (const beside of [others.filter((_, at) => at % kinds === 0), others.slice(0, 150)]) {
          const found = await Promise.all(beside.map(finds));
          expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(beside.length - 1);
        }
        const some = Array.from({ length: 30 }, (_, at) => `s${59 - at}`);
        for (const among of [undefined, { sessions: some }]) {
          const found = await reader.searchVectors(thanks, 300, among);
          expect(found.length).toBe(300);
          expect(
            found.every(({ session, similarity }) => similarity > 0.9999 && (!among || some.includes(session))),
          ).toBe(true);
          expect(new Set(found.map(({ id }) => id)).size).toBe(300);
        }
      });
      // Those that are in the index may go; the others are found all the same.
      await library.writing(async (writer) => {
        for (const id of ['s0', 's1']) await writer.remove(id);
      });
      await library.reading(async (reader) => {
        expect((await reader.searchVectors(thanks, 10)).map(({ similarity }) => similarity > 0.9999)).toEqual(
          Array.from({ length: 10 }, () => true),
        );
      });
      expect(await library.damage()).toEqual([]);
      await library.close();
      expect(await graphsUsed(dimensions)).toEqual({ graphs: 4, used: true });
    });
  });
});

/** How many indexes of vectors of so many dimensions there are, and whether each was searched. */
async function graphsUsed(dimensions: number): Promise<Record<string, unknown>> {
  const [found] = await server.sql(
    `SELECT count(*)::int AS graphs, min(idx_scan) > 0 AS used FROM pg_stat_user_indexes
    WHERE indexrelname LIKE 'vectors_%_graph_%_${dimensions}'`,
  );
  return found!;
}

/** Far from each other, with others of their kind around them. */
function clustered(kinds: number, dimensions: number): (kind: number) => Float32Array {
  const random = seeded(11);
  const centres = Array.from({ length: kinds }, () => vectorOf(dimensions, () => random() - 0.5, 0));
  return (kind) => centres[kind % kinds]!.map((value) => value + 0.6 * (random() - 0.5));
}

/** The ten nearest of these, found session by session, each of which is looked through whole. */
async function exactly(
  reader: Parameters<Parameters<Awaited<ReturnType<typeof openPostgres>>['reading']>[0]>[0],
  question: Float32Array,
  sessions: string[],
): Promise<number[]> {
  const all: { id: number; similarity: number }[] = [];
  for (let at = 0; at < sessions.length; at += 40)
    all.push(...(await reader.searchVectors(question, 10, { sessions: sessions.slice(at, at + 40) })));
  return all
    .toSorted((one, other) => other.similarity - one.similarity)
    .slice(0, 10)
    .map(({ id }) => id);
}

function vectorOf(dimensions: number, random: () => number, toward: number): Float32Array {
  return Float32Array.from({ length: dimensions }, (_, at) => random() + (at === 0 ? toward : 0));
}

/** As if derived: so many chunks of the one turn. */
async function derivedOf(
  session: string,
  chunks: number,
  random: () => number,
  dimensions = 384,
  toward = 0,
): Promise<Derived> {
  return {
    sentences: [[{ start: 0, end: 5, seconds: null, terms: { run: ['word'], acronyms: [], others: [] } }]],
    chunks: Array.from({ length: chunks }, (_, at) => ({
      text: 'Words.',
      firstTurn: 0,
      firstSentence: 0,
      lastTurn: 0,
      lastSentence: 0,
      hash: `${session} ${at}`,
      terms: ['word'],
      vector: vectorOf(dimensions, random, toward),
    })),
    people: [],
  };
}
