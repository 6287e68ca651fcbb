/**
 * What `against.ts` measures of one build, as a line of JSON:
 *
 *     node tests/bench/against-one.ts BUILD SESSIONS [--turns 1000000] [--corpus FILE --queries FILE]
 *
 * It runs in a thread whose memory is as the build sets it, as all that a program puts in and answers does.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, Worker } from 'node:worker_threads';
import { setTimeout } from 'node:timers/promises';
import type * as Heap from '../../src/heap.ts';
import { readMeetings, readQueries, recordOf } from './search-measures.ts';
import type * as Threads from '../../src/threads/threads.ts';
import { readConfig } from '../../src/config.ts';
import type * as Synthetic from './synthetic.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    /** Of one session, of which the first question after it is measured. */
    turns: { type: 'string' },
    /** Of long sessions, as `search.ts` reads them. */
    corpus: { type: 'string' },
    queries: { type: 'string' },
  },
});
const [build, asked] = positionals;
if (isMainThread) {
  const heap = path.join(path.resolve(build!), 'src/heap.ts');
  if (existsSync(heap)) ((await import(heap)) as typeof Heap).keepHeapsSmall();
  const [code] = await once(new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) }), 'exit');
  process.exit(Number(code));
}
const sessions = Number(asked);
const { fill, syntheticQuestion, temporaryLibrary } = (await import(
  path.join(path.resolve(build!), 'tests/bench/synthetic.ts')
)) as typeof Synthetic;
const found: { [what: string]: number } = {};
/** Of long sessions. */
const mostQueries = 60;

const library = await temporaryLibrary();
try {
  let rapporteur = await library.open();
  // What is loaded and compiled at first use is no part of it.
  await fill(rapporteur, 0, 20);
  await timed('ingest', () => fill(rapporteur, 20, sessions));
  await timed('index of vectors', () => rapporteur.index());
  await rapporteur.close();
  found['library on disk, MB'] = statSync(path.join(library.folder, 'library.db')).size / 1e6;

  const began = performance.now();
  rapporteur = await library.open();
  await rapporteur.ask({ text: syntheticQuestion(1_000, sessions) });
  found['first answer, ms'] = performance.now() - began;
  for (let number = 0; number < 30; number += 1) await rapporteur.ask({ text: syntheticQuestion(number, sessions) });
  const waits: number[] = [];
  await timed('100 questions', async () => {
    for (let number = 100; number < 200; number += 1) {
      const asked = performance.now();
      await rapporteur.ask({ text: syntheticQuestion(number, sessions) });
      waits.push(performance.now() - asked);
    }
  });
  found['a question at the 95th percentile, ms'] = at95(waits);
  await timed('100 searches', async () => {
    for (let number = 200; number < 300; number += 1)
      await rapporteur.search({ text: syntheticQuestion(number, sessions) });
  });
  found['resident, MB'] = process.memoryUsage().rss / 1e6;
  await rapporteur.close();
  await askAtOnce();
  startProgram();
  if (values.turns !== undefined) await askAfterLongSession(Number(values.turns));
  if (values.corpus !== undefined && values.queries !== undefined) await askLongSessions(values.corpus, values.queries);
} finally {
  library.remove();
}
console.log(JSON.stringify(found));

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  found[`${what}, s`] = (performance.now() - began) / 1000;
  found[`${what}, s of the processor`] = (user + system) / 1e6;
}

/** In the threads that the build answers in where it is served to many, once they are warm. */
async function askAtOnce(): Promise<void> {
  const threads = ['src/threads/threads.ts', 'src/threads.ts']
    .map((name) => path.resolve(build!, name))
    .find(existsSync)!;
  const { rapporteurInThreads } = (await import(threads)) as typeof Threads;
  const served = rapporteurInThreads(readConfig({ LIBRARY_PATH: library.folder }), { manyAsk: true });
  const wait = async (text: string) => {
    const began = performance.now();
    await served.ask({ text });
    return performance.now() - began;
  };
  const asked = (number: number) => syntheticQuestion(number, sessions);
  for (let number = 0; number < 30; number += 1) await wait(asked(number));
  // By then a second thread is ready where there is one.
  await setTimeout(5_000);
  for (let from = 30; from < 90; from += 4) await atOnce(wait, from, 4);
  for (const count of [4, 32]) {
    const waits: number[][] = [];
    for (let round = 0; round < 3; round += 1) waits.push(await atOnce(wait, 300 + round * count, count));
    const middle = waits.map(at95).toSorted((one, other) => one - other)[1]!;
    found[`${count} at once, at the 95th percentile, ms`] = middle;
  }
  found['resident in the threads of many, MB'] = process.memoryUsage().rss / 1e6;
  await served.close();

  function atOnce(wait: (text: string) => Promise<number>, from: number, count: number): Promise<number[]> {
    return Promise.all(Array.from({ length: count }, (_, number) => wait(asked(from + number))));
  }
}

function at95(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * 0.95)]!;
}

/** From the start of the program, as `npm start` starts it, to the end of one question; the second time, when all is compiled. */
function startProgram(): void {
  const script = ['packaging/rapporteur.js', 'src/main.ts'].map((name) => path.resolve(build!, name)).find(existsSync)!;
  const ask = () =>
    spawnSync(
      'bash',
      [
        '-c',
        'TIMEFORMAT="%U %S"; time "$@"',
        'ask',
        process.execPath,
        script,
        'ask',
        syntheticQuestion(1_001, sessions),
      ],
      {
        env: { PATH: process.env['PATH'], LIBRARY_PATH: library.folder },
        encoding: 'utf8',
      },
    );
  ask();
  const began = performance.now();
  const [user, system] = ask().stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  found['a question of the command line, s'] = (performance.now() - began) / 1000;
  found['a question of the command line, s of the processor'] = user! + system!;
}

async function askAfterLongSession(turns: number): Promise<void> {
  const lines = Array.from(
    { length: turns },
    (_, turn) => `Speaker ${turn % 7}: We measured the weir at place ${turn}, as agreed.`,
  );
  let rapporteur = await library.open();
  await rapporteur.ingest([
    { name: 'long.txt', bytes: new TextEncoder().encode(`Title: Long\n\n${lines.join('\n')}\n`) },
  ]);
  await rapporteur.close();
  rapporteur = await library.open();
  await timed(`first answer after a session of ${turns} turns`, () =>
    rapporteur.ask({ text: `What was said about the weir at place ${turns - 3}?` }),
  );
  await rapporteur.close();
}

/** Each question of a copy of its meeting that came in just before, so that none is in memory, also of a build that keeps what did not change. */
async function askLongSessions(corpus: string, queries: string): Promise<void> {
  const long = await temporaryLibrary();
  try {
    const rapporteur = await long.open();
    const meetings = readMeetings(corpus);
    const asked = readQueries(queries, meetings).slice(0, mostQueries);
    for (const meeting of new Set(asked.map((each) => each.meeting))) await rapporteur.ingest([recordOf(meeting)]);
    const [waits, processor]: number[][] = [[], []];
    for (const [number, { text, meeting }] of asked.entries()) {
      const copy = { ...meeting, id: `${meeting.id}-${number}` };
      await rapporteur.ingest([recordOf(copy)]);
      await rapporteur.sessions();
      const [began, before] = [performance.now(), process.cpuUsage()];
      await rapporteur.ask({ text, session: copy.id });
      waits!.push(performance.now() - began);
      const { user, system } = process.cpuUsage(before);
      processor!.push((user + system) / 1000);
    }
    found['a question of a long session, none in memory, at the 95th percentile, ms'] = at95(waits!);
    found['a question of a long session, none in memory, at the 95th percentile, ms of the processor'] = at95(
      processor!,
    );
    await rapporteur.close();
  } finally {
    long.remove();
  }
}
