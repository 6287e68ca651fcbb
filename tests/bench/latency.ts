/**
 * How long an answer takes, alone and among many, and how long the chat's own thread is held up meanwhile:
 *
 *     node tests/bench/latency.ts [--chunks 100000] [--folder DIR] [--store postgres://…]
 *
 * Questions in words of the sessions (`synthetic.ts`), asked as adapters ask them: of the thread that answers, from a
 * thread that must stay free. With `--folder` the library is kept there and used again, and each row adds to the one before.
 * `--store` measures a library in PostgreSQL beside it, in the same run, then over four processes that ask it at once, and
 * prints how many times what SQLite takes that is. Where a question is not answered, the measurement ends.
 * `--chunks 1000000` takes an hour, nearly all of it for the graph of vectors; `--from` is the first row, 1000 if not given.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import type { Asking } from './asking-process.ts';
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
const processes = 4;
const temporary = values.folder === undefined ? await temporaryLibrary() : null;
const folder = values.folder ?? temporary!.folder;
const stores = [undefined, ...values.store].map((url) => ({
  name: url === undefined ? 'SQLite' : 'PostgreSQL',
  url,
  config: readConfig({ LIBRARY_PATH: folder, LIBRARY_URL: url }),
}));
/** What a question costs in a library of each store. */
interface Measured {
  chunksPerSecond: number;
  p95: number;
  perSecond: number;
}
console.log(
  '| store | chunks | ingest s | graph s | first answer ms | alone p50 ms | p95 | worst | 32 at once p50 ms | p95 | answers/s | longest hold of the asking thread ms | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|',
);
try {
  for (let chunks = Number(values.from); chunks <= Number(values.chunks); chunks *= 10) {
    let sqlite: Measured | null = null;
    for (const store of stores) {
      const measured = await measure(chunks, store);
      if (sqlite && measured && store.url !== undefined) {
        const together = await measureProcesses(chunks, store.url);
        const times = (of: keyof Measured) => (measured[of] / sqlite![of]).toFixed(2);
        const filled = Number.isFinite(measured.chunksPerSecond / sqlite.chunksPerSecond);
        const ingest = filled ? `${times('chunksPerSecond')} times the chunks a second put in, ` : '';
        console.log(
          `PostgreSQL at ${chunks} chunks: ${ingest}${times('p95')} times the p95, ${times('perSecond')} times the answers a second, ` +
            `${(together / sqlite.perSecond).toFixed(2)} over ${processes} processes\n`,
        );
      }
      sqlite ??= measured;
    }
  }
} finally {
  temporary?.remove();
}

/** Null where the library has more already. */
async function measure(chunks: number, { name, config }: (typeof stores)[number]): Promise<Measured | null> {
  const sessions = chunks / chunksOfSession;
  const writer = await openRapporteur({ config, anyEmbedder: false, openEmbedder, openVectorIndex });
  const there = (await writer.sessions()).length;
  if (there > sessions) {
    await writer.close();
    return null;
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
  return { chunksPerSecond: ((sessions - there) * chunksOfSession) / fillSeconds, p95: share(alone, 0.95), perSecond };
}

/** How many questions a second processes of their own answer together, as many at once as one does above. */
async function measureProcesses(chunks: number, url: string): Promise<number> {
  const children = Array.from({ length: processes }, () =>
    fork(new URL('./asking-process.ts', import.meta.url), { env: { LIBRARY_PATH: folder, LIBRARY_URL: url } }),
  );
  let asked = 0;
  const askEach = (count: number, atOnce: number) =>
    Promise.all(
      children.map(async (child) => {
        const questions = Array.from({ length: count }, () =>
          syntheticQuestion((asked += 1), chunks / chunksOfSession),
        );
        const answered = Promise.race([
          once(child, 'message'),
          once(child, 'exit').then(() => Promise.reject(new Error('A process ended with a question in hand.'))),
        ]);
        child.send({ questions, atOnce } satisfies Asking);
        return (await answered)[0] as number[];
      }),
    );
  // As much as one was asked before: caches fill and code is compiled in each.
  await askEach(121, 1);
  const start = performance.now();
  const times = (await askEach(40, 32 / processes)).flat();
  const perSecond = times.length / ((performance.now() - start) / 1000);
  console.log(
    `| ${processes} processes over PostgreSQL | ${chunks} | | | | | | | ${share(times, 0.5).toFixed(1)} | ${share(times, 0.95).toFixed(1)} | ${perSecond.toFixed(1)} | | |`,
  );
  for (const child of children) child.disconnect();
  return perSecond;
}

async function timesOf(count: number, ask: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await ask());
  return times;
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
