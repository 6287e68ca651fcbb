/**
 * Rapporteur beside what people would otherwise take, in one run: node tests/bench/peers.ts [SESSIONS]
 *
 * One file an engine in `peers/`, each of which says how it is used: LangChain's memory store, Orama, minisearch, LanceDB,
 * and sqlite-vec beside SQLite's full text. They are installed, pinned, into a folder that is gone at the end; the registry
 * of npm is needed.
 *
 * LangChain splits by itself; the others are given our chunks with the names of those who speak in them, made before the
 * clock starts. Rapporteur starts from records (interchange JSON), and reads, splits, keeps and syncs to disk on the clock.
 * All vectors are of the built-in embedder. Each engine has the options it comes with, but for what its file says.
 *
 * Speed is of sessions made up by chance (`synthetic.ts`, default 1,000, each ten chunks), and says nothing alone: where
 * ../shared is there, the same engines then look for the known answers of QMSum's validation questions. Each row is of
 * processes of its own, one that builds and asks, one that reopens what the first has kept, one for QMSum. Each question
 * is asked once, of ours first for `search`, then all again for `ask`, whose pages of the file are then warm. Resident
 * memory is after the questions and a collection of garbage. Ratios are of processor time, all threads of a process
 * together, which other work on the machine disturbs least; waiting for the disk is only in what says "in all".
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrap, found, mean, placeOf, readMeetings, readQueries, type Stretch } from './search-measures.ts';
import type { Found } from './peers/engine.ts';
import { install, peersIn } from './peers/installed.ts';
import { lance } from './peers/lance.ts';
import { langchain } from './peers/langchain.ts';
import { minisearch } from './peers/minisearch.ts';
import { orama } from './peers/orama.ts';
import { rapporteur } from './peers/rapporteur.ts';
import { sqliteVec } from './peers/sqlite-vec.ts';

const engines = {
  Rapporteur: rapporteur,
  LangChain: langchain,
  Orama: orama,
  minisearch,
  LanceDB: lance,
  'sqlite-vec and FTS5': sqliteVec,
};
type Name = keyof typeof engines;

/** What a process of its own is told to do, and what it tells of it. `meetings` and `queries` are files, as of QMSum. */
interface Task {
  engine: Name;
  /** What the engine keeps. */
  folder: string;
  /** Where the peers are installed. */
  peers: string;
  meetings: string;
  what: { build: string[] } | { reopen: string } | { queries: string };
}

interface Built {
  time: Time;
  keep: Time;
  searchMs: number[];
  askMs: number[];
  /** Megabytes. */
  resident: number;
}

type Reopened = Pick<Built, 'time' | 'resident'>;

/** Milliseconds. */
interface Time {
  processor: number;
  inAll: number;
}

/** One number a question; those over all meetings are 1 or 0. */
interface Quality {
  goldWords: number[];
  rightMeetingFirst: number[];
  hitAmong5: number[];
}

const warmUp = 20;

async function build({ engine, folder, peers, meetings }: Task, questions: string[]): Promise<Built> {
  const given = await peersIn(peers);
  const { result: made, time } = await (async () =>
    timed(await engines[engine].build([...readMeetings(meetings).values()], folder, given)))();
  const search = async (text: string) => {
    if ((await made.search(text, 10)).length === 0) throw new Error(`nothing was found for "${text}"`);
  };
  const searchMs = await timesOf(questions, search);
  const askMs = made.ask ? await timesOf(questions, (text) => made.ask!(text)) : [];
  const resident = residentMegabytes();
  return { time, searchMs, askMs, resident, keep: (await timed(() => made.keep())).time };
}

async function reopen({ engine, folder, peers }: Task, question: string): Promise<Reopened> {
  const given = await peersIn(peers);
  const { result: hits, time } = await timed(async () =>
    (await engines[engine].reopen!(folder, given)).search(question, 10),
  );
  if (hits.length === 0) throw new Error(`nothing was found for "${question}"`);
  return { time, resident: residentMegabytes() };
}

async function quality({ engine, folder, peers, meetings: file }: Task, queriesFile: string): Promise<Quality> {
  const meetings = readMeetings(file);
  const made = await (await engines[engine].build([...meetings.values()], folder, await peersIn(peers)))();
  const stretches = (all: Found[]) =>
    all.map(({ meeting, turns }): Stretch => ({ meeting: meetings.get(meeting)!, turns }));
  const measures: Quality = { goldWords: [], rightMeetingFirst: [], hitAmong5: [] };
  for (const query of readQueries(queriesFile, meetings)) {
    measures.goldWords.push(found(query, stretches(await made.search(query.text, 60, query.meeting.id)), '1/6').words);
    const place = placeOf(query, stretches(await made.search(query.text, 50)));
    measures.rightMeetingFirst.push(place.meeting <= 1 ? 1 : 0);
    measures.hitAmong5.push(place.hit <= 5 ? 1 : 0);
  }
  await made.keep();
  return measures;
}

/** Processor time of each question but those that warm up, in milliseconds. */
async function timesOf(questions: string[], ask: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) times.push((await timed(() => ask(question))).time.processor);
  return times.slice(warmUp);
}

async function timed<Result>(run: () => Promise<Result>): Promise<{ result: Result; time: Time }> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const { user, system } = process.cpuUsage(before);
  return { result, time: { processor: (user + system) / 1000, inAll: performance.now() - began } };
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1e6;
}

if (process.send) {
  process.once('message', (task: Task) => {
    const { what } = task;
    const work: Promise<unknown> =
      'build' in what
        ? build(task, what.build)
        : 'reopen' in what
          ? reopen(task, what.reopen)
          : quality(task, what.queries);
    work
      .then(
        (result) => ({ result }),
        (error: Error) => ({ failure: error.message }),
      )
      .then((told) => process.send!(told, () => process.disconnect()))
      .catch(() => process.exit(1));
  });
} else await compare(Number(process.argv[2] ?? 1000));

async function compare(sessions: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'));
  try {
    const peers = path.join(folder, 'peers');
    mkdirSync(peers);
    await install(peers);
    const { syntheticQuestion, syntheticRecord } = await import('./synthetic.ts');
    const meetings = path.join(folder, 'sessions.jsonl');
    writeFileSync(
      meetings,
      Array.from({ length: sessions }, (_, number) => {
        const [title, , , ...lines] = new TextDecoder().decode(syntheticRecord(number).bytes).trim().split('\n');
        const turns = lines.map((line) => ({
          speaker: line.slice(0, line.indexOf(':')),
          text: line.slice(line.indexOf(':') + 2),
        }));
        return `${JSON.stringify({ id: `session-${number}`, title: title!.slice('Title: '.length), turns })}\n`;
      }).join(''),
    );
    const questions = Array.from({ length: warmUp + 200 }, (_, number) => syntheticQuestion(number, sessions));

    console.log(
      `${sessions} sessions\n\n| | build s in all | build, processor s | / ours | search p50 ms | / ours | p95 ms | / ours | resident MB | kept for a restart | then first hits, processor s | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|`,
    );
    const leftOut = new Map<Name, string>();
    let first: Built | null = null;
    for (const engine of Object.keys(engines) as Name[]) {
      const kept = path.join(folder, engine);
      mkdirSync(kept);
      try {
        const task = { engine, folder: kept, peers, meetings };
        const built = await inItsProcess<Built>({ ...task, what: { build: questions } });
        first ??= built;
        const row = (name: string, cells: (string | number)[]) => console.log(`| ${[name, ...cells].join(' | ')} |`);
        const speed = (times: number[]) =>
          [0.5, 0.95].flatMap((at) => [
            share(times, at).toFixed(1),
            (share(times, at) / share(first!.searchMs, at)).toFixed(2),
          ]);
        const seconds = (ms: number) => (ms / 1000).toFixed(2);
        const cells = [
          seconds(built.time.inAll),
          seconds(built.time.processor),
          (built.time.processor / first.time.processor).toFixed(2),
          ...speed(built.searchMs),
          built.resident.toFixed(0),
        ];
        if (engines[engine].reopen) {
          const reopened = await inItsProcess<Reopened>({ ...task, what: { reopen: questions[0]! } });
          row(engine, [
            ...cells,
            `${megabytesIn(kept).toFixed(1)} MB, at the end in ${seconds(built.keep.processor)} s`,
            seconds(reopened.time.processor),
            reopened.resident.toFixed(0),
          ]);
        } else row(engine, [...cells, 'nothing: is built anew', '', '']);
        if (built.askMs.length > 0) row(`${engine}, \`ask\``, ['', '', '', ...speed(built.askMs), '', '', '', '']);
      } catch (error) {
        if (first === null) throw error;
        leftOut.set(engine, (error as Error).message);
      }
      rmSync(kept, { recursive: true });
    }
    for (const [engine, why] of leftOut) console.log(`\nLeft out: ${engine}, because ${why}`);
    await compareQuality(folder, peers);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compareQuality(folder: string, peers: string): Promise<void> {
  const shared = fileURLToPath(new URL('../../../shared/bench/qmsum/', import.meta.url));
  const [meetings, queries] = [path.join(shared, 'corpus.jsonl'), path.join(shared, 'queries-val.jsonl')];
  if (!existsSync(meetings) || !existsSync(queries)) {
    console.log(`\nSkipped what is found in QMSum: there is no ${shared}`);
    return;
  }
  console.log(
    '\n| QMSum, in brackets: less ours, middle 95 % | gold words in 1/6 of the meeting % | right meeting first of all % | gold among the first 5 of all meetings % |\n|---|---|---|---|',
  );
  let first: Quality | null = null;
  for (const engine of Object.keys(engines) as Name[]) {
    const kept = path.join(folder, engine);
    mkdirSync(kept);
    try {
      const measured = await inItsProcess<Quality>({ engine, folder: kept, peers, meetings, what: { queries } });
      first ??= measured;
      const cell = (of: keyof Quality) => {
        const percent = (value: number) => (100 * value).toFixed(1);
        const [low, high] = bootstrap(measured[of].map((value, at) => value - first![of][at]!));
        return `${percent(mean(measured[of]))}${measured === first ? '' : ` (${percent(low)} to ${percent(high)})`}`;
      };
      console.log(`| ${engine} | ${cell('goldWords')} | ${cell('rightMeetingFirst')} | ${cell('hitAmong5')} |`);
    } catch (error) {
      if (first === null) throw error;
      console.log(`| ${engine} | left out, because ${(error as Error).message} | | |`);
    }
    rmSync(kept, { recursive: true });
  }
}

async function inItsProcess<Result>(task: Task): Promise<Result> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), { execArgv: ['--expose-gc'] });
  child.send(task);
  const exited = once(child, 'exit');
  const [told] = (await Promise.race([
    once(child, 'message'),
    exited.then(([code, signal]) => [{ failure: `its process ended with ${code ?? signal}` }]),
  ])) as [{ result: Result } | { failure: string }];
  await exited;
  if ('failure' in told) throw new Error(told.failure);
  return told.result;
}

function megabytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0) / 1e6;
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
