/** A thread that calls are carried out in, as the main thread sees it. */
import type { Call, CallsOptions, Outcome } from './calls.ts';

export interface CallThread {
  call(call: Call): Promise<Outcome>;
  /** Resolves once it has come to all that it was given, and has nothing left to do but to wait for others. */
  idle(): Promise<void>;
  /** Ends it when it has closed what it opened; gives how that went. */
  close(): Promise<Outcome>;
}

/** What waits for a model, or for other work of its thread, does not hold up the rest. */
const callsAtOnce = 64;

export async function startThread(options: CallsOptions): Promise<CallThread> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina({
    filename: new URL('./thread.ts', import.meta.url).href,
    workerData: options,
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: callsAtOnce,
  });
  const call = (of: Call): Promise<Outcome> =>
    pool.run(of, { name: 'call', ...(of.progress && { transferList: [of.progress] }) });
  return {
    call,
    idle: () => pool.run(undefined, { name: 'idle' }),
    async close() {
      const outcome = await call({ method: 'close', args: [] });
      await pool.close();
      return outcome;
    },
  };
}
