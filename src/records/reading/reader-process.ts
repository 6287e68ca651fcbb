/**
 * A process that reads records, so that what one of them does to the libraries that read it happens to nobody else:
 * what takes too long or too much memory ends this process, and whoever started it starts another.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { deriveWords } from '../../library/derive.ts';
import type { SessionDraft } from '../formats/format.ts';
import { signals } from './reader-signals.ts';
import { isOver, newDeadline, setDeadline, timer } from './reading-time.ts';
import { partsOf, type Part, type Readable } from './reading.ts';

export interface ReadCall {
  /** Calls are seen to one after the other, and what is told of each has its number. */
  call: number;
  record: Readable;
  /** For one file, or for each file of an archive; as in `reading-time.ts`. */
  milliseconds: { file: number; entry: number; inAll: number };
  done: string[];
}

/** From the process to whoever started it. */
export type Told = { ready: true } | Read;

/**
 * What was read since the last word, and how it goes on. It `waits` for the word `more`, so that not too much lies
 * between the two, and `is tired` where it holds more memory than it should begin another record with.
 */
export interface Read {
  call: number;
  parts: Part[];
  /** Places in an archive whose files are among these parts, or were before. */
  done: string[];
  /** The file that is read next. */
  begun: { place: string; entry: string } | null;
  /** Milliseconds of all that the record may take. */
  left: number;
  next: 'goes on' | 'waits' | 'rests' | 'is tired';
}

const [memoryMegabytes, compileCache] = [Number(process.argv[2]), process.argv[3]!];
if (compileCache !== '') enableCompileCache(compileCache);
// These come to every process of a terminal; when to end is the starter's to say.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));

const deadline = newDeadline();
/** What went over its limits between two looks of the watch is ended all the same, however fast the machine is. */
const endWhereOver = () => {
  if (process.memoryUsage.rss() > mostResident) process.kill(process.pid, signals.memory);
  if (isOver(deadline)) process.kill(process.pid, signals.time);
};

// What most records need is there before the first of them.
await import('../formats/recognise.ts');
// Who started this process ends it with a signal, which would leave nothing compiled for the next one.
if (compileCache !== '') flushCompileCache();
const moreAtMost = memoryMegabytes * 1024 * 1024;
const watch = new Worker(new URL('reader-watch.ts', import.meta.url), {
  workerData: { deadline, moreAtMost, parent: process.ppid },
});
watch.unref();
const mostResident = await new Promise<number>((resolve) => void watch.once('message', resolve));
const atRest = process.memoryUsage.rss();

const tell = (told: Told) => new Promise((resolve) => void process.send!(told, resolve));
let goOn = () => {};
let reading: Promise<unknown> = Promise.resolve();
process.on('message', (message: ReadCall | 'more') => {
  if (message === 'more') goOn();
  else reading = reading.then(() => readAll(message));
});
await tell({ ready: true });

async function readAll({ call, record, milliseconds, done }: ReadCall): Promise<void> {
  let left = milliseconds.inAll;
  let taken = () => 0;
  const start = (most: number) => {
    taken = timer();
    setDeadline(deadline, Math.min(most, left));
    endWhereOver();
  };
  const stop = () => {
    endWhereOver();
    left = Math.max(left - taken(), 0);
    setDeadline(deadline, null);
  };
  let most = milliseconds.file;
  let batch: Part[] = [];
  let read: string[] = [];
  let weight = 0;
  const say = (next: Read['next'], begun: Read['begun'] = null) => {
    const told = { call, parts: batch, done: read, begun, left, next };
    [batch, read] = [[], []];
    return tell(told);
  };
  start(most);
  const parts = partsOf(record, {
    done: new Set(done),
    onBegin(place, entry) {
      stop();
      // What was read before is safe when this one ends the process.
      void say('goes on', { place, entry });
      start((most = milliseconds.entry));
    },
    onDone: (place) => void read.push(place),
  });
  for await (const part of parts) {
    batch.push(part);
    const own = weightOf(part);
    weight += own;
    if (own > heavy && 'draft' in part) tryToDerive(part.draft);
    if (weight < heaviest) continue;
    stop();
    const heard = new Promise<void>((resolve) => (goOn = resolve));
    await say('waits');
    weight = 0;
    await heard;
    start(most);
  }
  stop();
  await say(process.memoryUsage.rss() > atRest + moreAtMost / 4 ? 'is tired' : 'rests');
}

/**
 * What is made of a session where it is put in can take more than its reading. Of one that is long it is made here first,
 * where it harms nobody.
 */
function tryToDerive(draft: SessionDraft): void {
  deriveWords({ ...draft, id: '', source: '' }, { id: '' });
}

const heavy = 3_000_000;

/** Characters of talk that are told at a time, so that a file of thousands of sessions is never held whole on both sides. */
const heaviest = 500_000;

function weightOf(part: Part): number {
  return 'draft' in part ? part.draft.turns.reduce((sum, { text }) => sum + text.length + 100, 0) : 100;
}
