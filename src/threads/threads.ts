/**
 * Rapporteur, as the main thread sees it: questions and ingests each run in a thread of their own, and where many ask, a
 * second one takes questions too.
 */
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import type { Question } from '../answer.ts';
import type { Config } from '../config.ts';
import type { IngestProgress, Rapporteur } from '../rapporteur.ts';
import { type DoneCall, now } from '../measures.ts';
import { type CallThread, startThread } from './call-thread.ts';
import type { Call, CallsOptions, Outcome } from './calls.ts';
import { type Line, lineOf } from './line.ts';

type Thread = 'questions' | 'ingests';

/**
 * Starts no thread until it is needed. `anyEmbedder` opens a library whose vectors another embedder made, for `rebuild`;
 * with `questionsHere` they run in this thread, where nobody else waits for it: nothing is loaded twice then. Where
 * `manyAsk`, a second thread is made ready once the first has answered.
 */
export function rapporteurInThreads(
  config: Config,
  {
    anyEmbedder = false,
    questionsHere = false,
    manyAsk = false,
    onCall,
  }: {
    anyEmbedder?: boolean;
    questionsHere?: boolean;
    manyAsk?: boolean;
    onCall?: ((done: DoneCall) => void) | undefined;
  } = {},
): Rapporteur {
  let asking: Promise<Line> | null = null;
  let second: Promise<void> | null = null;
  let ingesting: Promise<CallThread> | null = null;
  let here: Promise<(call: Call) => Promise<Outcome>> | null = null;
  const start = (name: CallsOptions['name']) => startThread({ config, anyEmbedder, name });

  async function openLine(): Promise<Line> {
    const line = lineOf();
    line.add(await start('questions'));
    return line;
  }

  async function answered(call: Call): Promise<Outcome> {
    asking ??= openLine();
    const line = await asking;
    const outcome = await line.call(call);
    if (manyAsk && call.method === 'ask' && 'value' in outcome && hasRoomForSecond(config))
      second ??= addSecond(line, call);
    return outcome;
  }

  /** Ready when it comes to the line, so that nobody waits for what it reads first. Without it the first answers on. */
  async function addSecond(line: Line, call: Call): Promise<void> {
    try {
      const thread = await start('more questions');
      if ('value' in (await thread.call(readied(call, config)))) line.add(thread);
      else await thread.close();
    } catch {
      // It broke, and a thread of these would break under a question of somebody.
    }
  }

  async function callHere(call: Call): Promise<Outcome> {
    here ??= import('./calls.ts').then(({ callsIn }) => callsIn({ config, anyEmbedder, name: 'questions' }));
    return (await here)(call);
  }

  async function put(call: Call): Promise<Outcome> {
    ingesting ??= start('ingests');
    return (await ingesting).call(call);
  }

  async function run<T>(name: Thread, call: Call): Promise<T> {
    const startMs = now();
    const outcome = await (name === 'ingests' ? put : questionsHere ? callHere : answered)(call);
    const { method, args } = call;
    const value = 'value' in outcome ? outcome.value : undefined;
    const { measured = { counts: [], steps: [] } } = outcome;
    onCall?.({ method, args, value, isFailed: 'error' in outcome, startMs, endMs: now(), measured });
    return valueOf(outcome) as T;
  }

  async function runTold<T>(
    method: Call['method'],
    args: unknown[],
    onProgress?: (progress: IngestProgress) => void,
  ): Promise<T> {
    if (!onProgress) return run('ingests', { method, args });
    return told('ingests', { method, args }, onProgress);
  }

  /** Work that tells how far it is, and can be told to stop. */
  async function told<T, Step>(
    name: Thread,
    call: Call,
    onStep: (step: Step) => void,
    signal?: AbortSignal,
  ): Promise<T> {
    const { port1, port2 } = new MessageChannel();
    const stop = () => port1.postMessage('stop');
    port1.on('message', onStep);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    try {
      return await run(name, { ...call, progress: port2 });
    } finally {
      signal?.removeEventListener('abort', stop);
      port1.close();
    }
  }

  const question =
    <T>(method: Call['method']) =>
    (...args: unknown[]) =>
      run<T>('questions', { method, args });
  return {
    ask: question('ask'),
    search: question('search'),
    verify: question('verify'),
    checkDocument: question('checkDocument'),
    quotes: question('quotes'),
    standing: question('standing'),
    quoted: question('quoted'),
    commitments: question('commitments'),
    agreements: question('agreements'),
    report: question('report'),
    commission: (order, onStep = () => {}, signal) =>
      told('questions', { method: 'commission', args: [order] }, onStep, signal),
    sessions: question('sessions'),
    speakers: question('speakers'),
    show: question('show'),
    versions: question('versions'),
    formerWords: question('formerWords'),
    context: question('context'),
    version: question('version'),
    ingest: (records, onProgress) => runTold('ingest', [records], onProgress),
    rebuild: (onProgress) => runTold('rebuild', [], onProgress),
    index: (onProgress) => runTold('index', [], onProgress),
    bringOver: (onProgress) => runTold('bringOver', [], onProgress),
    behind: question('behind'),
    check: (onProgress) => runTold('check', [], onProgress),
    remove: (session) => run('ingests', { method: 'remove', args: [session] }),
    removeFrom: (sources) => run('ingests', { method: 'removeFrom', args: [sources] }),
    holdings: question('holdings'),
    give: (ids, origin) => run('ingests', { method: 'give', args: [ids, origin] }),
    setRule: (target, rule, onProgress) => runTold('setRule', [target, rule], onProgress),
    overrule: question('overrule'),
    correct: (session, request) => run('ingests', { method: 'correct', args: [session, request] }),
    moveTo: (place, onProgress) => runTold('moveTo', [place], onProgress),
    link: (session, other, as) => run('ingests', { method: 'link', args: [session, other, as] }),
    close: async () => {
      if (here) await run('questions', { method: 'close', args: [] });
      await second;
      for (const outcome of (await (await asking)?.close()) ?? []) valueOf(outcome);
      const ended = await (await ingesting)?.close();
      if (ended) valueOf(ended);
      asking = null;
      second = null;
      ingesting = null;
      here = null;
    },
  };
}

function valueOf(outcome: Outcome): unknown {
  if ('value' in outcome) return outcome.value;
  throw Object.assign(new Error(outcome.error.message), outcome.error);
}

/**
 * A second thread holds most of a library again. Where a server keeps it or a model of its own runs here, most of a
 * question is waiting for these, which one thread does for many.
 */
function hasRoomForSecond({ LIBRARY_URL: url, EMBEDDING_MODEL: embedding }: Config): boolean {
  if (availableParallelism() < 2 || url !== undefined || embedding !== 'built-in') return false;
  return process.availableMemory() > 2 * process.memoryUsage.rss();
}

/** What reads as much as this question did, and asks no model. */
function readied(call: Call, { CHAT_MODEL: model }: Config): Call {
  if (model === undefined) return call;
  const [{ text, scope }] = call.args as [Question];
  return { method: 'search', args: [{ text, scope }] };
}
