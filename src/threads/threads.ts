/** Rapporteur, as the main thread sees it: questions and ingests each run in a thread of their own. */
import { MessageChannel } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import type { Config } from '../config.ts';
import type { IngestProgress, Rapporteur } from '../rapporteur.ts';
import { type DoneCall, now } from '../measures.ts';
import type { Call, Outcome } from './calls.ts';

type Thread = 'questions' | 'ingests';

/** What waits for a model, or for other work of its thread, does not hold up the rest. */
const callsAtOnce = 64;

/**
 * Starts no thread until it is needed. `anyEmbedder` opens a library whose vectors another embedder made, for `rebuild`;
 * with `questionsHere` they run in this thread, where nobody else waits for it: nothing is loaded twice then.
 */
export function rapporteurInThreads(
  config: Config,
  {
    anyEmbedder = false,
    questionsHere = false,
    onCall,
  }: { anyEmbedder?: boolean; questionsHere?: boolean; onCall?: ((done: DoneCall) => void) | undefined } = {},
): Rapporteur {
  const threads = new Map<Thread, Promise<Piscina>>();
  let here: Promise<(call: Call) => Promise<Outcome>> | null = null;

  function thread(name: Thread): Promise<Piscina> {
    const known = threads.get(name) ?? startThread(name);
    threads.set(name, known);
    return known;
  }

  async function startThread(name: Thread): Promise<Piscina> {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename: new URL('./thread.ts', import.meta.url).href,
      workerData: { config, anyEmbedder, name },
      minThreads: 1,
      maxThreads: 1,
      concurrentTasksPerWorker: callsAtOnce,
    });
  }

  async function callHere(call: Call): Promise<Outcome> {
    here ??= import('./calls.ts').then(({ callsIn }) => callsIn({ config, anyEmbedder, name: 'questions' }));
    return (await here)(call);
  }

  async function callThere(name: Thread, call: Call): Promise<Outcome> {
    const pool = await thread(name);
    return pool.run(call, { name: 'call', ...(call.progress && { transferList: [call.progress] }) });
  }

  async function run<T>(name: Thread, call: Call): Promise<T> {
    const startMs = now();
    const outcome = await (questionsHere && name === 'questions' ? callHere(call) : callThere(name, call));
    const { method, args } = call;
    const value = 'value' in outcome ? outcome.value : undefined;
    const { measured = { counts: [], steps: [] } } = outcome;
    onCall?.({ method, args, value, isFailed: 'error' in outcome, startMs, endMs: now(), measured });
    if ('value' in outcome) return outcome.value as T;
    throw Object.assign(new Error(outcome.error.message), outcome.error);
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
      for (const [name, pool] of threads) {
        await run(name, { method: 'close', args: [] });
        await (await pool).close();
      }
      threads.clear();
      here = null;
    },
  };
}
