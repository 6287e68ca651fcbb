/** Calls to Rapporteur, all but its adapters, carried out in the thread that this is loaded in. */
import type { MessagePort } from 'node:worker_threads';
import { canMakeGraphs, howToMakeGraphs } from '../../embeddings/graph.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import { countsTokens, unlimited } from '../budget.ts';
import type { Config } from '../config.ts';
import { logWhenTold } from '../log.ts';
import { type Measured, measuring } from '../measures.ts';
import { openRapporteur } from '../open-rapporteur.ts';
import type { Rapporteur } from '../rapporteur.ts';

export interface Call {
  method: keyof Rapporteur;
  args: unknown[];
  /** Where progress is told, for the methods that take long, and from where they are told to stop. */
  progress?: MessagePort;
}

/** An error as it crosses threads: its name is what tells the reader's mistakes from ours. */
export type Outcome = { measured?: Measured } & (
  | { value: unknown }
  | { error: { name: string; message: string; stack: string | undefined; code?: string } }
);

export interface CallsOptions {
  config: Config;
  anyEmbedder: boolean;
  name: 'questions' | 'more questions' | 'ingests';
}

/** `name` is that of the thread. The library is opened at the first call. */
export function callsIn({ config, anyEmbedder, name }: CallsOptions): (call: Call) => Promise<Outcome> {
  const log = logWhenTold(config.LOG_LEVEL);
  let opened: Promise<Rapporteur> | null = null;
  // Said once, by one of the threads.
  if (name === 'questions' && !canMakeGraphs) log.warn({}, howToMakeGraphs);
  return call;

  async function open(): Promise<Rapporteur> {
    const budget = countsTokens(config)
      ? (await import('../chat/token-budget.ts')).sharedBudget(config, log)
      : unlimited;
    const embedderOf = () => openEmbedder(config, budget);
    return openRapporteur({ config, anyEmbedder, openEmbedder: embedderOf, openVectorIndex, budget, log });
  }

  async function call({ method, args, progress }: Call): Promise<Outcome> {
    try {
      if (method === 'close' && !opened) return { value: undefined };
      opened ??= open().catch((error: unknown) => {
        // A library that could not be opened may be mended and tried again.
        opened = null;
        throw error;
      });
      const rapporteur = await opened;
      const run = rapporteur[method] as (...args: unknown[]) => Promise<unknown>;
      const stopping = new AbortController();
      // Nobody is kept waiting for a word that does not come.
      progress?.on('message', () => stopping.abort()).unref();
      const told = progress ? [(step: unknown) => progress.postMessage(step), stopping.signal] : [];
      const { outcome, measured } = await measuring(() => run(...args, ...told));
      return outcome.status === 'fulfilled'
        ? { value: outcome.value, measured }
        : { ...failed(outcome.reason), measured };
    } catch (error) {
      return failed(error);
    }
  }
}

function failed(error: unknown): Outcome {
  const { name, message, stack, code } = error as NodeJS.ErrnoException;
  return { error: { name, message, stack, ...(code !== undefined && { code }) } };
}
