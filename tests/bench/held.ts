/**
 * How long what runs beside holds up whoever asks: the thread of chats, and questions one after the other, while nothing
 * else is done, and while sessions are put in:
 *
 *     node tests/bench/held.ts [--sessions 10000] [--more 1000]
 *
 * A busy machine holds up a thread that does nothing, too: the first row says how long. What the thread of chats itself
 * does without letting go is also told in the processor's time, of which nobody else takes any; the system may count that
 * in steps of some milliseconds.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { keepHeapsSmall } from '../../src/heap.ts';
import { readConfig } from '../../src/config.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { fill, syntheticQuestion, syntheticRecord, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '10000' }, more: { type: 'string', default: '1000' } },
});
const [sessions, more] = [Number(values.sessions), Number(values.more)];
keepHeapsSmall();
const library = await temporaryLibrary();
const rapporteur = rapporteurInThreads(readConfig({ LIBRARY_PATH: library.folder }));
try {
  await fill(rapporteur, 0, sessions);
  await askOn(async () => {}, 20);
  console.log(
    '| meanwhile | held ms, median | p99 | most | most of the processor | questions | answer p50 ms | p95 | most |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  await measure('nothing, and nobody asks', () => sleep(5_000), 0);
  await measure('nothing', async () => {}, 100);
  const records = Array.from({ length: more }, (_, number) => syntheticRecord(sessions + number));
  await measure('an ingest', () => rapporteur.ingest(records), 100);
} finally {
  await rapporteur.close();
  library.remove();
}

async function measure(what: string, work: () => Promise<unknown>, fewest: number): Promise<void> {
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const mostMs = longestTurn();
  const waits = (await askOn(work, fewest)).toSorted((one, other) => one - other);
  held.disable();
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  const at = (share: number) => waits[Math.floor((waits.length - 1) * share)]?.toFixed(1) ?? '';
  const row = [
    what,
    ms(held.percentile(50)),
    ms(held.percentile(99)),
    ms(held.max),
    mostMs().toFixed(1),
    waits.length,
    at(0.5),
    at(0.95),
    at(1),
  ];
  console.log(`| ${row.join(' | ')} |`);
}

/** Watches how much of the processor this thread takes between two chances for others; gives the most of it when it ends. */
function longestTurn(): () => number {
  let most = 0;
  let before = ownMs();
  const turns = setInterval(() => {
    const now = ownMs();
    most = Math.max(most, now - before);
    before = now;
  }, 1);
  return () => {
    clearInterval(turns);
    return most;
  };
}

function ownMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Asks as long as the work runs, and at least so often, where that is not 0. */
async function askOn(work: () => Promise<unknown>, fewest: number): Promise<number[]> {
  const running = { isDone: false };
  const done = work().finally(() => (running.isDone = true));
  const waits: number[] = [];
  if (fewest > 0)
    while (!running.isDone || waits.length < fewest) {
      const asked = performance.now();
      await rapporteur.ask({ text: syntheticQuestion(waits.length, sessions) });
      waits.push(performance.now() - asked);
    }
  await done;
  return waits;
}
