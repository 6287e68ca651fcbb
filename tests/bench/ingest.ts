/**
 * How quickly records go in, and whether that stays so as the library grows: node tests/bench/ingest.ts [SESSIONS]
 *
 * Sessions made up by chance (`synthetic.ts`), the built-in embedder, one thread. Each row is a library of its own.
 * The slope is the power of the number of sessions that the time grows with between two rows: 1 is in proportion.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryLibrary } from './synthetic.ts';

const most = Number(process.argv[2] ?? 10_000);
console.log(
  '| sessions | chunks | MB read | s | graph s | MB/s | chunks/s | slope | database MB | heap MB | resident MB | resident MB a 100,000 chunks |\n|---|---|---|---|---|---|---|---|---|---|---|---|',
);
let before: { sessions: number; seconds: number } | null = null;
// What is loaded and compiled at first use is no part of any row.
const warm = await temporaryLibrary();
const first = await warm.open();
await fill(first, 0, 20);
await first.close();
warm.remove();
const base = memory();

for (let sessions = 10; sessions <= most; sessions *= 10) {
  const library = await temporaryLibrary();
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
  const chunks = await chunksOf(library.folder);
  const { heap, resident } = memory();
  const slope = before ? (Math.log(seconds / before.seconds) / Math.log(sessions / before.sessions)).toFixed(2) : '';
  const size = statSync(path.join(library.folder, 'library.db')).size / 1e6;
  console.log(
    `| ${sessions} | ${chunks} | ${megabytes.toFixed(1)} | ${seconds.toFixed(2)} | ${graph.toFixed(1)} | ${(megabytes / seconds).toFixed(2)} | ${(chunks / seconds).toFixed(0)} | ${slope} | ${size.toFixed(0)} | ${heap.toFixed(0)} | ${resident.toFixed(0)} | ${(((resident - base.resident) / chunks) * 100_000).toFixed(0)} |`,
  );
  before = { sessions, seconds };
  await rapporteur.close();
  library.remove();
}

async function chunksOf(folder: string): Promise<number> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(path.join(folder, 'library.db'), { readOnly: true });
  const { n } = database.prepare('SELECT count(*) AS n FROM chunks').get() as { n: number };
  database.close();
  return n;
}

function memory(): { heap: number; resident: number } {
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, resident: rss / 1e6 };
}
