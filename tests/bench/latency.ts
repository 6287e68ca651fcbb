/**
 * How long an answer takes, alone and among many, and how long the chat's own thread is held up meanwhile:
 *
 *     node tests/bench/latency.ts [--chunks 100000] [--folder DIR]
 *
 * Questions in words of the sessions (`synthetic.ts`), asked as adapters ask them: of the thread that answers, from a
 * thread that must stay free. With `--folder` the library is kept there and used again. `--chunks 1000000` takes an hour.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({ options: { chunks: { type: 'string', default: '100000' }, folder: { type: 'string' } } });
const chunksOfSession = 10;
/** Up to so many vectors there is no graph, plus a few because sessions have a little more than ten chunks. */
const scanned = 11_000;
const temporary = values.folder === undefined ? await temporaryLibrary() : null;
const config = readConfig({ LIBRARY_PATH: values.folder ?? temporary!.folder });
console.log('| chunks | first answer ms | p95 before the graph ms | graph s | alone p50 ms | p95 | worst | 32 at once p50 ms | p95 | answers/s | longest hold of the asking thread ms | resident MB |\n|---|---|---|---|---|---|---|---|---|---|---|---|');
try {
  for (let chunks = 1000; chunks <= Number(values.chunks); chunks *= 10) await measure(chunks);
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
  await fill(writer, there, sessions);
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
  const before = await timesOf(20, ask);
  // The graph of vectors is made beside the first answers, once for a library.
  const made = performance.now();
  if (chunks > scanned) while (!existsSync(path.join(config.LIBRARY_PATH, 'vectors.json'))) await setTimeout(1000);
  const graphSeconds = (performance.now() - made) / 1000;
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const alone = await timesOf(100, ask);
  const start = performance.now();
  const among = (await Promise.all(Array.from({ length: 32 }, () => timesOf(5, ask)))).flat();
  const perSecond = among.length / ((performance.now() - start) / 1000);
  held.disable();
  console.log(`| ${chunks} | ${[first, share(before, 0.95), graphSeconds, share(alone, 0.5), share(alone, 0.95), share(alone, 1), share(among, 0.5), share(among, 0.95), perSecond, held.max / 1e6, process.memoryUsage().rss / 1e6].map((value) => value.toFixed(1)).join(' | ')} |`);
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
