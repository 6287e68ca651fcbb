/** PostgreSQL and SQLite find the same places, in the same order, for the same words. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { derive } from '../../src/library/derive.ts';
import type { Library } from '../../src/library/library.ts';
import { openPostgres } from '../../src/library/postgres/library.ts';
import { tellingTerms } from '../../src/retrieval/search.ts';
import type { Session } from '../../src/session.ts';
import { termsOf } from '../../src/words/terms.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';
import { openInFolder, sessionOf } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const embedder = builtInEmbedder();
let server: TestServer;
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());

/** The same sessions in a library of each kind. */
async function both(sessions: Session[]): Promise<{ stores: Library[]; close: () => Promise<void> }> {
  const folder = temporaryFolder();
  const stores = [openInFolder(folder), await openPostgres({ url: server.newLibrary(), embedder: embedder.id })];
  for (const session of sessions) {
    const derived = await derive(session, async () => new Map(), embedder);
    for (const store of stores) await store.writing((writer) => writer.put(session, session.id, derived));
  }
  return {
    stores,
    async close() {
      for (const store of stores) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The first ten places for a question, by store. */
async function firstTen(question: string, stores: Library[], among?: string[]): Promise<string[][]> {
  return Promise.all(
    stores.map((store) =>
      store.reading(async (reader) => {
        const terms = termsOf(question);
        const hits = await reader.searchWords(tellingTerms(terms, await reader.counts(terms)), 10, among);
        return hits.map(({ session, firstTurn, lastTurn }) => `${session} ${firstTurn}–${lastTurn}`);
      }),
    ),
  );
}

describe('both stores', () => {
  it('rank invented sessions alike: symbols, accents, other scripts, common and rare words', async () => {
    const said = [
      'Resolution S/RES/2334 was adopted, and COP-30 is in November. The eel counts were late.',
      'The eel counts, the eel traps and the eel ladder: négociations sur les anguilles.',
      'Переговоры об угре прошли в порту. The harbour was closed.',
      '鰻の数を数えた。港は閉まっていた。 We were told that SDG 4 and G-77 are on the agenda.',
      `The harbour. ${'The ferry is late and the pier is closed. '.repeat(80)}`,
      'Frost took the blossom. An e-mail was sent; the co-chairs’ text is bracketed, isn’t it?',
    ];
    const { stores, close } = await both(
      said.map((text, at) => sessionOf(`s${at}`, text, said[(at + 1) % said.length]!)),
    );
    const questions = [
      'eel',
      'S/RES/2334',
      'COP-30 harbour',
      'negociations',
      'угорь порт',
      '鰻',
      'SDG 4',
      'the ferry pier',
    ];
    for (const question of [...questions, 'co-chairs text', 'late late harbour', 'nothing of this kind']) {
      const [sqlite, postgres] = await firstTen(question, stores);
      expect(postgres, question).toEqual(sqlite);
      const [inSome, there] = await firstTen(question, stores, ['s1', 's4']);
      expect(there, question).toEqual(inSome);
    }
    expect((await firstTen('eel', stores))[1]!.length).toBeGreaterThan(0);
    await close();
  });

  const corpus = fileURLToPath(new URL('../../../shared/bench/qmsum/', import.meta.url));
  it.skipIf(!existsSync(corpus))(
    'have the same first ten for at least 99 of 100 questions of QMSum (skipped without ../shared)',
    async () => {
      const lines = <Line>(name: string) =>
        readFileSync(`${corpus}${name}`, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Line);
      interface Meeting extends Pick<Session, 'id' | 'title'> {
        split: string;
        turns: { speaker: string; text: string }[];
      }
      const meetings = lines<Meeting>('corpus.jsonl').filter(({ split }) => split === 'val');
      const { stores, close } = await both(
        meetings.map(({ id, title, turns }) => ({
          ...sessionOf(id),
          title,
          turns: turns.map(({ speaker, text }) => ({ speaker, text, times: [] })),
        })),
      );
      const questions = lines<{ query: string }>('queries-val.jsonl').map(({ query }) => query);
      const otherwise: string[] = [];
      for (const question of questions) {
        const [sqlite, postgres] = await firstTen(question, stores);
        if (JSON.stringify(sqlite) !== JSON.stringify(postgres)) otherwise.push(question);
      }
      console.log(`${questions.length - otherwise.length} of ${questions.length} questions have the same first ten`);
      expect(otherwise.length / questions.length, otherwise.join('\n')).toBeLessThanOrEqual(0.01);
      await close();
    },
    600_000,
  );
});
