/**
 * How long an answer takes, alone and among many, and how long the chat's own thread is held up meanwhile:
 *
 *     node tests/bench/latency.ts [--chunks 100000] [--folder DIR]
 *
 * Questions in words of the sessions (`synthetic.ts`), asked as adapters ask them: of the thread that answers, from a
 * thread that must stay free. With `--folder` the library is kept there and used again, and each row adds to the one before.
 * `--chunks 1000000` takes an hour, nearly all of it for the graph of vectors; `--from` is the first row, 1000 if not given.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads/threads.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '100000' },
    from: { type: 'string', default: '1000' },
    folder: { type: 'string' },
  },
});
const chunksOfSession = 10;
const temporary = values.folder === undefined ? await temporaryLibrary() : null;
const config = readConfig({ LIBRARY_PATH: values.folder ?? temporary!.folder });
console.log(
  '| chunks | ingest s | graph s | first answer ms | alone p50 ms | p95 | worst | 32 at once p50 ms | p95 | answers/s | longest hold of the asking thread ms | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|',
);
try {
  for (let chunks = Number(values.from); chunks <= Number(values.chunks); chunks *= 10) await measure(chunks);
} finally {
  temporary?.remove();
}

async function measure(chunks: number): Promise<void> {
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
    `| ${chunks} | ${[fillSeconds, indexSeconds, first, share(alone, 0.5), share(alone, 0.95), share(alone, 1), share(among, 0.5), share(among, 0.95), perSecond, held.max / 1e6, process.memoryUsage().rss / 1e6].map((value) => value.toFixed(1)).join(' | ')} |`,
  );
  await rapporteur.close();
}

async function timesOf(count: number, ask: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await ask());
  return times;
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
