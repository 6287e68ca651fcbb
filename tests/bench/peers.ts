/**
 * Rapporteur beside what people would otherwise take, in one run: node tests/bench/peers.ts [SESSIONS]
 *
 * - LangChain as its guides put it together: `RecursiveCharacterTextSplitter` (1000 characters, 200 of them shared) over
 *   each session as `Name: text` lines, and `MemoryVectorStore`;
 * - @orama/orama, hybrid: full text and vectors;
 * - minisearch: full text alone.
 *
 * LangChain splits by itself; the other two are given our chunks with the names of those who speak in them, made before
 * the clock starts. Rapporteur starts from records (interchange JSON), and reads, splits, keeps and syncs to disk on the
 * clock. All vectors are of the built-in embedder. Each engine has the options it comes with, except that Orama's least
 * likeness is 0: at the 0.8 it comes with, it finds less (37.0 % of gold words, 41.7 % so).
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
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bootstrap,
  found,
  mean,
  placeOf,
  readMeetings,
  readQueries,
  sessionOf,
  type Meeting,
  type Stretch,
} from './search-measures.ts';

interface Engine {
  /** Makes ready what it is given; what comes back makes that searchable, and is what the clock measures. */
  build(meetings: Meeting[], folder: string): Promise<() => Promise<Searchable>>;
  /** From what it kept in the folder; null where nothing outlives the process. */
  reopen: ((folder: string) => Promise<Searchable>) | null;
}

interface Searchable {
  /** Best first; with `only` (a meeting's id) of that meeting alone. */
  search(text: string, limit: number, only?: string): Promise<Found[]>;
  ask?(text: string): Promise<unknown>;
  /** Writes what `reopen` needs, and ends the use of it. */
  keep(): Promise<void>;
}

/** Turns first to last, both included. */
interface Found {
  meeting: string;
  turns: [number, number];
}

const rapporteur: Engine = {
  async build(meetings, folder) {
    const encoder = new TextEncoder();
    const records = meetings.map(({ id, title, turns }) => ({
      name: `${id}.json`,
      bytes: encoder.encode(
        JSON.stringify({ id, title, turns: turns.map(({ speaker, text }) => ({ speaker, text })) }),
      ),
    }));
    return async () => {
      const opened = await openLibrary(folder);
      for (let at = 0; at < records.length; at += 100) {
        const { files } = await opened.ingest(records.slice(at, at + 100));
        const failed = files.find(({ failure }) => failure !== null);
        if (failed) throw new Error(`${failed.name}: ${failed.failure}`);
      }
      return ours(opened);
    };
  },
  reopen: async (folder) => ours(await openLibrary(folder)),
};

async function openLibrary(folder: string) {
  const [{ openRapporteur }, { openEmbedder }, { openVectorIndex }, { readConfig }] = await Promise.all([
    import('../../src/open-rapporteur.ts'),
    import('../../embeddings/open-embedder.ts'),
    import('../../embeddings/vector-index.ts'),
    import('../../src/config.ts'),
  ]);
  return openRapporteur({
    config: readConfig({ LIBRARY_PATH: folder }),
    anyEmbedder: false,
    openEmbedder,
    openVectorIndex,
  });
}

function ours(opened: Awaited<ReturnType<typeof openLibrary>>): Searchable {
  return {
    search: async (text, limit, session) =>
      (await opened.search({ text, limit, session })).map((hit) => ({ meeting: hit.session.id, turns: hit.turns })),
    ask: (text) => opened.ask({ text }),
    keep: () => opened.close(),
  };
}

const langchain: Engine = {
  async build(meetings) {
    const [{ RecursiveCharacterTextSplitter }, { MemoryVectorStore }] = await Promise.all([
      import('@langchain/textsplitters'),
      import('@langchain/classic/vectorstores/memory'),
    ]);
    const { model } = await embedder();
    // A turn is a line, so that the lines of a document, which the splitter counts from 1, are the turns.
    const texts = meetings.map(({ turns }) =>
      turns.map(({ speaker, text }) => `${speaker}: ${text.replaceAll(/\s+/gu, ' ')}`).join('\n'),
    );
    const metadata = meetings.map(({ id }) => ({ meeting: id }));
    return async () => {
      const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
      const store = await MemoryVectorStore.fromDocuments(await splitter.createDocuments(texts, metadata), model);
      return {
        search: async (text, limit, only) =>
          (
            await store.similaritySearch(
              text,
              limit,
              only === undefined ? undefined : ({ metadata }) => metadata['meeting'] === only,
            )
          ).map(({ metadata }) => {
            const {
              meeting,
              loc: { lines },
            } = metadata as { meeting: string; loc: { lines: { from: number; to: number } } };
            return { meeting, turns: [lines.from - 1, lines.to - 1] };
          }),
        keep: async () => {},
      };
    };
  },
  reopen: null,
};

const orama: Engine = {
  async build(meetings, folder) {
    const { insertMultiple } = await import('@orama/orama');
    const { model } = await embedder();
    const chunks = await chunksOf(meetings);
    return async () => {
      const db = await emptyOrama();
      const vectors = await model.embedDocuments(chunks.map(({ text }) => text));
      await insertMultiple(
        db,
        chunks.map(({ text, meeting, first, last }, at) => ({ text, meeting, first, last, vector: vectors[at]! })),
      );
      return inOrama(db, folder);
    };
  },
  async reopen(folder) {
    const { load } = await import('@orama/orama');
    const db = await emptyOrama();
    load(db, JSON.parse(readFileSync(path.join(folder, 'orama.json'), 'utf8')));
    return inOrama(db, folder);
  },
};

async function emptyOrama() {
  const { create } = await import('@orama/orama');
  return create({
    schema: { text: 'string', meeting: 'enum', first: 'number', last: 'number', vector: 'vector[384]' } as const,
  });
}

async function inOrama(db: Awaited<ReturnType<typeof emptyOrama>>, folder: string): Promise<Searchable> {
  const { save, search } = await import('@orama/orama');
  const { model } = await embedder();
  return {
    async search(term, limit, only) {
      const { hits } = await search(db, {
        mode: 'hybrid',
        term,
        properties: ['text'],
        vector: { value: await model.embedQuery(term), property: 'vector' },
        similarity: 0,
        limit,
        ...(only === undefined ? {} : { where: { meeting: { eq: only } } }),
      });
      return hits.map(({ document: { meeting, first, last } }) => ({ meeting: String(meeting), turns: [first, last] }));
    },
    keep: async () => writeFileSync(path.join(folder, 'orama.json'), JSON.stringify(save(db))),
  };
}

const miniOptions = { fields: ['text'], storeFields: ['meeting', 'first', 'last'] };
const minisearch: Engine = {
  async build(meetings, folder) {
    const { default: MiniSearch } = await import('minisearch');
    const chunks = await chunksOf(meetings);
    return async () => {
      const index = new MiniSearch<GivenChunk>(miniOptions);
      index.addAll(chunks);
      return inMiniSearch(index, folder);
    };
  },
  async reopen(folder) {
    const { default: MiniSearch } = await import('minisearch');
    return inMiniSearch(
      MiniSearch.loadJSON<GivenChunk>(readFileSync(path.join(folder, 'minisearch.json'), 'utf8'), miniOptions),
      folder,
    );
  },
};

function inMiniSearch(index: import('minisearch').default<GivenChunk>, folder: string): Searchable {
  return {
    search: async (text, limit, only) =>
      index
        .search(text, only === undefined ? {} : { filter: ({ meeting }) => meeting === only })
        .slice(0, limit)
        .map(({ meeting, first, last }) => ({ meeting, turns: [first, last] })),
    keep: async () => writeFileSync(path.join(folder, 'minisearch.json'), JSON.stringify(index)),
  };
}

async function embedder() {
  const { builtInEmbedder } = await import('../../embeddings/built-in.ts');
  return builtInEmbedder();
}

interface GivenChunk {
  id: number;
  text: string;
  meeting: string;
  first: number;
  last: number;
}

async function chunksOf(meetings: Meeting[]): Promise<GivenChunk[]> {
  const [{ splitIntoChunks }, { splitIntoSentences }] = await Promise.all([
    import('../../src/words/chunks.ts'),
    import('../../src/words/sentences.ts'),
  ]);
  let id = 0;
  return meetings.flatMap((meeting) =>
    splitIntoChunks(
      sessionOf(meeting),
      meeting.turns.map((turn) => splitIntoSentences(turn)),
    ).map(({ text, firstTurn, lastTurn }) => {
      const speakers = new Set(meeting.turns.slice(firstTurn, lastTurn + 1).map(({ speaker }) => speaker));
      return {
        id: id++,
        text: `${[...speakers].join(', ')}: ${text}`,
        meeting: meeting.id,
        first: firstTurn,
        last: lastTurn,
      };
    }),
  );
}

const engines = { Rapporteur: rapporteur, LangChain: langchain, Orama: orama, minisearch };
type Name = keyof typeof engines;

/** What a process of its own is told to do, and what it tells of it. `meetings` and `queries` are files, as of QMSum. */
interface Task {
  engine: Name;
  folder: string;
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

async function build({ engine, folder, meetings }: Task, questions: string[]): Promise<Built> {
  const { result: made, time } = await (async () =>
    timed(await engines[engine].build([...readMeetings(meetings).values()], folder)))();
  const search = async (text: string) => {
    if ((await made.search(text, 10)).length === 0) throw new Error(`nothing was found for "${text}"`);
  };
  const searchMs = await timesOf(questions, search);
  const askMs = made.ask ? await timesOf(questions, (text) => made.ask!(text)) : [];
  const resident = residentMegabytes();
  return { time, searchMs, askMs, resident, keep: (await timed(() => made.keep())).time };
}

async function reopen({ engine, folder }: Task, question: string): Promise<Reopened> {
  const { result: hits, time } = await timed(async () => (await engines[engine].reopen!(folder)).search(question, 10));
  if (hits.length === 0) throw new Error(`nothing was found for "${question}"`);
  return { time, resident: residentMegabytes() };
}

async function quality({ engine, folder, meetings: file }: Task, queriesFile: string): Promise<Quality> {
  const meetings = readMeetings(file);
  const made = await (await engines[engine].build([...meetings.values()], folder))();
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
        const task = { engine, folder: kept, meetings };
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
    await compareQuality(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compareQuality(folder: string): Promise<void> {
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
      const measured = await inItsProcess<Quality>({ engine, folder: kept, meetings, what: { queries } });
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
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) / 1e6;
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
