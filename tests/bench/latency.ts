/**
 * How long an answer takes, alone and among many, and how long the chat's own thread is held up meanwhile:
 *
 *     node tests/bench/latency.ts [--chunks 100000] [--folder DIR] [--store postgres://…]
 *
 * Questions in words of the sessions (`synthetic.ts`), asked as adapters ask them: of the thread that answers, from a
 * thread that must stay free. With `--folder` the library is kept there and used again, and each row adds to the one before.
 * `--store` measures a library in PostgreSQL beside it, in the same run, then over four processes that ask it at once.
 * `--chunks 1000000` takes an hour, nearly all of it for the graph of vectors; `--from` is the first row, 1000 if not given.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1000' },
    folder: { type: 'string' },
    store: { type: 'string', multiple: true, default: [] },
  },
});
const chunksOfSession = 10;
const temporary = values.folder === undefined ? await temporaryLibrary() : null;
const folder = values.folder ?? temporary!.folder;
const stores = [{ name: 'SQLite', config: readConfig({ LIBRARY_PATH: folder }) }].concat(
  values.store.map((url) => ({ name: 'PostgreSQL', config: readConfig({ LIBRARY_PATH: folder, LIBRARY_URL: url }) })),
);
console.log(
  '| store | chunks | ingest s | graph s | first answer ms | alone p50 ms | p95 | worst | 32 at once p50 ms | p95 | answers/s | longest hold of the asking thread ms | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|',
);
try {
  for (let chunks = Number(values.from); chunks <= Number(values.chunks); chunks *= 10)
    for (const store of stores) await measure(chunks, store);
} finally {
  temporary?.remove();
}

async function measure(chunks: number, { name, config }: (typeof stores)[number]): Promise<void> {
  const sessions = chunks / chunksOfSession;
  const writer = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
  const there = (await writer.sessions()).length;
  if (there > sessions) {
    await writer.close();
    return;
  }
  const filling = performance.now();
  await fill(writer, there, sessions);
  const indexing = performance.now();
  await writer.index();
  const [fillSeconds, indexSeconds] = [(indexing - filling) / 1000, (performance.now() - indexing) / 1000];
  await writer.close();

  const rapporteur = rapporteurInThreads(config);
  // Made beforehand: making them would hold up this thread.
  const questions = Array.from({ length: 300 }, (_, number) => syntheticQuestion(number, sessions));
  let asked = 0;
  const ask = async () => {
    const start = performance.now();
    await rapporteur.ask({ text: questions[asked++]! });
    return performance.now() - start;
  };
  const first = await ask();
  // Caches fill and code is compiled.
  await timesOf(20, ask);
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const alone = await timesOf(100, ask);
  const start = performance.now();
  const among = (await Promise.all(Array.from({ length: 32 }, () => timesOf(5, ask)))).flat();
  const perSecond = among.length / ((performance.now() - start) / 1000);
  held.disable();
  console.log(
    `| ${name} | ${chunks} | ${[fillSeconds, indexSeconds, first, share(alone, 0.5), share(alone, 0.95), share(alone, 1), share(among, 0.5), share(among, 0.95), perSecond, held.max / 1e6, process.memoryUsage().rss / 1e6].map((value) => value.toFixed(1)).join(' | ')} |`,
  );
  await rapporteur.close();
  if (name !== 'SQLite') await measureProcesses(chunks, config);
}

/** How many questions four threads of their own answer together, each with connections of its own to the library that they share. */
async function measureProcesses(chunks: number, config: Config): Promise<void> {
  const count = 4;
  const ready = Array.from({ length: count }, () => rapporteurInThreads(config));
  const questions = Array.from({ length: 40 * count }, (_, number) =>
    syntheticQuestion(number, chunks / chunksOfSession),
  );
  for (const [at, each] of ready.entries()) await each.ask({ text: questions[at]! });
  const start = performance.now();
  const times = await Promise.all(
    questions.map(async (text, at) => {
      const asked = performance.now();
      await ready[at % count]!.ask({ text });
      return performance.now() - asked;
    }),
  );
  const perSecond = times.length / ((performance.now() - start) / 1000);
  console.log(
    `| four that share it | ${chunks} | | | | | | | ${share(times, 0.5).toFixed(1)} | ${share(times, 0.95).toFixed(1)} | ${perSecond.toFixed(1)} | | |`,
  );
  for (const each of ready) await each.close();
}

async function timesOf(count: number, ask: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await ask());
  return times;
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
