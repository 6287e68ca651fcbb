/**
 * A process that reads records, so that what one of them does to the libraries that read it happens to nobody else:
 * what takes too long or too much memory ends this process, and whoever started it starts another.
 */
import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { partsOf, type Part, type Readable } from './reading.ts';

export interface ReadCall {
  record: Readable;
  /** For one file, or for each file of an archive. */
  milliseconds: { file: number; entry: number; inAll: number };
  done: string[];
}

/** From the process to whoever started it. It waits for the word `more` behind parts that are not the last. */
export type Told =
  | { ready: true }
  | { begun: { place: string; entry: string } }
  | { done: string }
  | { parts: Part[]; isEnd: false }
  /** `isTired`: it holds more memory than it should begin another record with. */
  | { parts: Part[]; isEnd: true; isTired: boolean };

const [memoryMegabytes, compileCache] = [Number(process.argv[2]), process.argv[3]!];
if (compileCache !== '') enableCompileCache(compileCache);
// These come to every process of a terminal; when to end is the starter's to say.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));

/** When the reading must be over, in milliseconds since 1970; 0 while nothing is read. The watch sleeps until it changes. */
const deadline = new BigInt64Array(new SharedArrayBuffer(8));
const setDeadline = (at: number) => {
  Atomics.store(deadline, 0, BigInt(Math.round(at)));
  Atomics.notify(deadline, 0);
};

// What most records need is there before the first of them.
await import('../formats/recognise.ts');
const [atRest, more] = [process.memoryUsage.rss(), memoryMegabytes * 1024 * 1024];
const watch = new Worker(new URL('reader-watch.ts', import.meta.url), {
  workerData: { deadline, mostResident: atRest + more, parent: process.ppid },
});
watch.unref();
await new Promise((resolve) => void watch.once('online', resolve));

const tell = (told: Told) => new Promise((resolve) => void process.send!(told, resolve));
let goOn = () => {};
process.on('message', (message: ReadCall | 'more') => {
  if (message === 'more') goOn();
  else void read(message);
});
await tell({ ready: true });

async function read({ record, milliseconds, done }: ReadCall): Promise<void> {
  let left = milliseconds.inAll;
  let began = 0;
  const start = (most: number) => {
    began = Date.now();
    setDeadline(began + Math.min(most, left));
  };
  const stop = () => {
    left -= Date.now() - began;
    setDeadline(0);
  };
  let most = milliseconds.file;
  start(most);
  const parts = partsOf(record, {
    done: new Set(done),
    onBegin(place, entry) {
      void tell({ begun: { place, entry } });
      stop();
      start((most = milliseconds.entry));
    },
    onDone: (place) => void tell({ done: place }),
  });
  let batch: Part[] = [];
  let weight = 0;
  for await (const part of parts) {
    batch.push(part);
    weight += weightOf(part);
    if (weight < heaviest) continue;
    stop();
    const heard = new Promise<void>((resolve) => (goOn = resolve));
    await tell({ parts: batch, isEnd: false });
    [batch, weight] = [[], 0];
    await heard;
    start(most);
  }
  stop();
  await tell({ parts: batch, isEnd: true, isTired: process.memoryUsage.rss() > atRest + more / 4 });
}

/** Characters of talk that are told at a time, so that a file of thousands of sessions is never held whole on both sides. */
const heaviest = 500_000;

function weightOf(part: Part): number {
  return 'draft' in part ? part.draft.turns.reduce((sum, { text }) => sum + text.length + 100, 0) : 100;
}
