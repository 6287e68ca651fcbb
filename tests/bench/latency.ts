/**
 * How long an answer takes, alone and among many, and how long the chat's own thread is held up meanwhile:
 *
 *     node tests/bench/latency.ts [--chunks 100000] [--folder DIR]
 *
 * Questions in words of the sessions (`synthetic.ts`), asked as adapters ask them: of the thread that answers, from a
 * thread that must stay free. With `--folder` the library is kept there and used again. `--chunks 1000000` takes an hour.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { readConfig } from '../../src/config.ts';
import { openRapporteur } from '../../src/open-rapporteur.ts';
import { rapporteurInThreads } from '../../src/threads.ts';
import { fill, syntheticQuestion, temporaryLibrary } from './synthetic.ts';

const { values } = parseArgs({ options: { chunks: { type: 'string', default: '100000' }, folder: { type: 'string' } } });
const chunksOfSession = 10;
const temporary = values.folder === undefined ? await temporaryLibrary() : null;
const config = readConfig({ LIBRARY_PATH: values.folder ?? temporary!.folder });
console.log('| chunks | first answer ms | alone p50 ms | p95 | worst | 32 at once p50 ms | p95 | answers/s | longest hold of the asking thread ms | resident MB |\n|---|---|---|---|---|---|---|---|---|---|');
try {
  for (let chunks = 1000; chunks <= Number(values.chunks); chunks *= 10) await measure(chunks / chunksOfSession);
} finally {
  temporary?.remove();
}

async function measure(sessions: number): Promise<void> {
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
  const questions = Array.from({ length: 281 }, (_, number) => syntheticQuestion(number, sessions));
  let asked = 0;
  const ask = async () => {
    const start = performance.now();
    await rapporteur.ask({ text: questions[asked++]! });
    return performance.now() - start;
  };
  const first = await ask();
  // The graph of vectors is made beside the first answers.
  for (let warm = 0; warm < 20; warm += 1) await ask();
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const alone: number[] = [];
  for (let n = 0; n < 100; n += 1) alone.push(await ask());
  const start = performance.now();
  const among: number[] = [];
  const asker = async () => {
    for (let n = 0; n < 5; n += 1) among.push(await ask());
  };
  await Promise.all(Array.from({ length: 32 }, asker));
  const perSecond = among.length / ((performance.now() - start) / 1000);
  held.disable();
  console.log(`| ${sessions * chunksOfSession} | ${[first, share(alone, 0.5), share(alone, 0.95), share(alone, 1), share(among, 0.5), share(among, 0.95), perSecond, held.max / 1e6, process.memoryUsage().rss / 1e6].map((value) => value.toFixed(1)).join(' | ')} |`);
  await rapporteur.close();
}

function share(times: number[], at: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * at))]!;
}
