/** A budget of tokens with models' servers on this machine: several programs on one library, and vectors. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import type { Answer } from '../../src/answer.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import { limitsOf, tokenBudget } from '../../src/chat/token-budget.ts';
import { readConfig } from '../../src/config.ts';
import { embeddingServer, honest } from '../fakes/embedding-server.ts';
import { modelServer, numberOf, type ModelRequest } from '../fakes/model-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const sentence = 'We counted 312 seals in the bay last autumn';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function libraryIn(folder: string, settings: Record<string, string> = {}) {
  const rapporteur = await rapporteurIn(folder, settings);
  await rapporteur.ingest([recordOf(harbour)]);
  await rapporteur.close();
}

const perAnswer = 1000;
const keeps = (request: ModelRequest) => ({
  says: { answered: true, statements: [{ sentence: numberOf(request, sentence), keep: sentence }] },
  tokens: [perAnswer - 100, 100] as [number, number],
});

it('is passed by no more than one answer when three programs ask at once, and each answer after it says so', async () => {
  const folder = temporaryFolder();
  await libraryIn(folder);
  const server = await modelServer(keeps);
  ends.push(() => server.close());
  const limit = 8_500;
  const batch = `${folder}/questions.jsonl`;
  const asked = Array.from({ length: 8 }, (_, id) => ({ id, question: 'How many seals were counted in the bay?' }));
  writeFileSync(batch, asked.map((line) => JSON.stringify(line)).join('\n'));
  const env = {
    PATH: process.env['PATH'],
    LIBRARY_PATH: folder,
    CHAT_MODEL: 'invented',
    OPENAI_BASE_URL: server.url,
    TOKENS_A_DAY: `${limit}`,
    EVIDENCE_TOKENS: '300',
  };
  const outputs = await Promise.all(
    [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, [main, 'ask', '--batch', batch], { env, cwd: folder });
      const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      return output;
    }),
  );
  const answers = outputs.flatMap((output) =>
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer),
  );
  const store = openChatStore(folder);
  ends.push(() => store.close());
  const used = await store.ledger.used(null, Date.now());
  expect(answers).toHaveLength(24);
  expect(used.day).toBe(server.requests.length * perAnswer);
  expect(used.day).toBeGreaterThanOrEqual(limit);
  expect(used.day).toBeLessThan(limit + perAnswer);
  const without = answers.filter(({ model }) => model === null);
  expect(answers.length - without.length).toBe(server.requests.length);
  for (const { status, notice, quotes } of without) {
    expect({ status, notice }).toEqual({
      status: 'answered',
      notice: 'The budget of tokens is used up for now, so this answer was made without the model.',
    });
    expect(quotes[0]!.text).toContain('312 seals');
  }
  expect(answers.filter(({ notice }) => notice?.startsWith('80 %'))).toHaveLength(1);
}, 120_000);

it('counts what a server does not tell, also of replies that break off', async () => {
  const folder = temporaryFolder();
  await libraryIn(folder);
  const server = await modelServer((request, nth) =>
    nth === 1 ? { ...keeps(request), ends: 'cut' } : { status: 401 },
  );
  ends.push(() => server.close());
  const store = openChatStore(folder);
  ends.push(() => store.close());
  const budget = tokenBudget({
    open: async () => store.ledger,
    isLimited: false,
    log: { info: () => {}, warn: () => {} },
  });
  const rapporteur = await rapporteurIn(folder, { CHAT_MODEL: 'm', OPENAI_BASE_URL: server.url }, { budget });
  ends.push(() => rapporteur.close());
  await rapporteur.ask({ text: 'How many seals were counted in the bay?' });
  const [first] = server.requests;
  const characters = first!.messages.reduce((sum, { content }) => sum + content.length, 0);
  expect(server.requests.length).toBeGreaterThan(1);
  expect((await store.ledger.used('terminal', Date.now())).day).toBeGreaterThanOrEqual(characters / 3);
  expect((await store.ledger.used('terminal', Date.now())).day).toBeLessThan(characters);
});

it('is for vectors too: after it words alone are searched for, and an ingest says why it cannot go on', async () => {
  const server = await embeddingServer((request) => ({
    ...honest(request),
    usage: { prompt_tokens: 400, total_tokens: 400 },
  }));
  ends.push(() => server.close());
  const folder = temporaryFolder();
  const settings = { EMBEDDING_MODEL: 'm', OPENAI_BASE_URL: server.url, TOKENS_A_DAY: '1000' };
  const store = openChatStore(folder, limitsOf(readConfig(settings)));
  ends.push(() => store.close());
  const budget = tokenBudget({
    open: async () => store.ledger,
    isLimited: true,
    log: { info: () => {}, warn: () => {} },
  });
  const embedderOf: typeof openEmbedder = (config) => openEmbedder(config, budget);
  const rapporteur = await rapporteurIn(folder, settings, { budget, openEmbedder: embedderOf });
  ends.push(() => rapporteur.close());
  await rapporteur.ingest([recordOf(harbour)]);
  expect(await store.ledger.places(Date.now())).toEqual([{ place: 'operator', day: 400, month: 400 }]);
  const query = { text: 'seals counted', scope: { place: 'slack:T1/C1', origins: ['operator'] } };
  for (let n = 0; n < 4; n += 1) expect(await rapporteur.search(query)).not.toEqual([]);
  const used = (await store.ledger.used(null, Date.now())).day;
  expect(used).toBeGreaterThanOrEqual(1000);
  expect(used).toBeLessThan(1400);
  expect((await store.ledger.used('slack:T1', Date.now())).day).toBe(used - 400);
  const asked = server.requests.length;
  const later = { ...orchard, id: 'later' };
  await expect(rapporteur.ingest([recordOf(later)])).rejects.toThrow('The budget of tokens is used up');
  expect(server.requests.length).toBe(asked);
});
