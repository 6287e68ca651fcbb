/**
 * What it costs to read records in a process of their own: node tests/bench/reading.ts [FILES] [ROUNDS]
 *
 * Small text files, made up by chance, into libraries of their own: turn about read in the thread that puts them in and
 * in the reader's process. The ratio is that of files a second, the process to the thread; 1 is as quick.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { guardedReader } from '../../src/records/reading/guarded-reader.ts';
import { readerHere } from '../../src/records/reading/reading.ts';
import { seeded } from '../fakes/stored-vectors.ts';

const files = Number(process.argv[2] ?? 10_000);
const rounds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-reading-'));
const random = seeded(1);
const words = 'we met to speak of the boats and nets that the harbour of this town has had since the great storm'.split(
  ' ',
);
const sentence = () => {
  const said = Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)]!).join(' ');
  return `${said[0]!.toUpperCase()}${said.slice(1)}.`;
};
mkdirSync(path.join(folder, 'records'));
const records = Array.from({ length: files }, (_, number) => {
  const file = path.join(folder, 'records', `talk-${number}.txt`);
  const turns = Array.from(
    { length: 10 },
    (__, turn) => `${turn % 2 ? 'Ravi Sen' : 'Ana Lind'}: ${sentence()} ${sentence()}`,
  );
  writeFileSync(file, `${turns.join('\n')}\n`);
  return { path: file };
});

async function seconds(reader: 'thread' | 'process', name: string, of: typeof records): Promise<number> {
  const config = readConfig({ LIBRARY_PATH: path.join(folder, name) });
  const rapporteur = await openRapporteur({
    config,
    anyEmbedder: false,
    openEmbedder,
    openVectorIndex,
    reader: reader === 'thread' ? readerHere : guardedReader(),
  });
  const start = performance.now();
  const report = await rapporteur.ingest(of);
  const took = (performance.now() - start) / 1000;
  const failed = report.files.filter(({ failure }) => failure !== null);
  if (failed.length > 0) throw new Error(`${failed[0]!.name}: ${failed[0]!.failure}`);
  await rapporteur.close();
  rmSync(config.LIBRARY_PATH, { recursive: true });
  return took;
}

// What is loaded and compiled at first use is no part of it.
await seconds('thread', 'warm', records.slice(0, 50));
console.log('| round | files | thread s | process s | ratio |\n|---|---|---|---|---|');
const ratios: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  const order = round % 2 ? (['process', 'thread'] as const) : (['thread', 'process'] as const);
  const took = { thread: 0, process: 0 };
  for (const reader of order) took[reader] = await seconds(reader, `${round}-${reader}`, records);
  ratios.push(took.thread / took.process);
  console.log(
    `| ${round + 1} | ${files} | ${took.thread.toFixed(1)} | ${took.process.toFixed(1)} | ${ratios.at(-1)!.toFixed(3)} |`,
  );
}
console.log(`median ratio ${ratios.toSorted((one, other) => one - other)[Math.floor(rounds / 2)]!.toFixed(3)}`);
rmSync(folder, { recursive: true });
