/**
 * How quickly records go in, and whether that stays so as the library grows:
 *
 *     node tests/bench/ingest.ts [SESSIONS] [--store postgres://…]
 *
 * With `--store` into PostgreSQL too, in the same run, into libraries of their own that are left there.
 *
 * Sessions made up by chance (`synthetic.ts`), the built-in embedder, one thread. Each row is a library of its own.
 * The slope is the power of the number of sessions that the time grows with between two rows: 1 is in proportion.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fill, temporaryLibrary } from './synthetic.ts';

const { values, positionals } = parseArgs({ options: { store: { type: 'string' } }, allowPositionals: true });
const most = Number(positionals[0] ?? 10_000);
console.log(
  '| store | sessions | chunks | MB read | s | graph s | MB/s | chunks/s | slope | database MB | heap MB | resident MB | resident MB a 100,000 chunks |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|',
);
const before = new Map<string, { sessions: number; seconds: number }>();
// What is loaded and compiled at first use is no part of any row.
const warm = await temporaryLibrary();
const first = await warm.open();
await fill(first, 0, 20);
await first.close();
warm.remove();
const base = memory();

const run = Date.now().toString(36);
/** A library for each row, so that each begins empty. */
const addressOf = (store: string, sessions: number) => {
  const url = new URL(store);
  url.searchParams.set('library', `ingest_${run}_${sessions}`);
  return url.href;
};

for (let sessions = 10; sessions <= most; sessions *= 10) {
  await measure('SQLite', sessions);
  if (values.store !== undefined) await measure('PostgreSQL', sessions, addressOf(values.store, sessions));
}

async function measure(store: string, sessions: number, url?: string): Promise<void> {
  const library = await temporaryLibrary(url);
  const rapporteur = await library.open();
  const start = performance.now();
  const megabytes = (await fill(rapporteur, 0, sessions)) / 1e6;
  const seconds = (performance.now() - start) / 1000;
  const indexing = performance.now();
  await rapporteur.index();
  const graph = (performance.now() - indexing) / 1000;
  // The vectors are read into memory at the first question.
  const hits = await rapporteur.search({ text: 'a question' });
  if (hits.length === 0) throw new Error('nothing was found');
  const { chunks } = await rapporteur.check();
  const { heap, resident } = memory();
  const last = before.get(store);
  const slope = last ? (Math.log(seconds / last.seconds) / Math.log(sessions / last.sessions)).toFixed(2) : '';
  const size = url === undefined ? (statSync(path.join(library.folder, 'library.db')).size / 1e6).toFixed(0) : '';
  console.log(
    `| ${store} | ${sessions} | ${chunks} | ${megabytes.toFixed(1)} | ${seconds.toFixed(2)} | ${graph.toFixed(1)} | ${(megabytes / seconds).toFixed(2)} | ${(chunks / seconds).toFixed(0)} | ${slope} | ${size} | ${heap.toFixed(0)} | ${resident.toFixed(0)} | ${(((resident - base.resident) / chunks) * 100_000).toFixed(0)} |`,
  );
  before.set(store, { sessions, seconds });
  await rapporteur.close();
  library.remove();
}

function memory(): { heap: number; resident: number } {
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, resident: rss / 1e6 };
}
