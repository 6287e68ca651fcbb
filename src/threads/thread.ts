/** Runs in a worker thread: the whole of Rapporteur but its adapters, so that no search ever holds up a chat. */
import type { MessagePort } from 'node:worker_threads';
import { pino } from 'pino';
import { workerData } from 'piscina';
import { canMakeGraphs, howToMakeGraphs } from '../../embeddings/graph.ts';
import { openEmbedder } from '../../embeddings/open-embedder.ts';
import { openVectorIndex } from '../../embeddings/vector-index.ts';
import type { Config } from '../config.ts';
import { openRapporteur } from '../open-rapporteur.ts';
import type { Rapporteur } from '../rapporteur.ts';

export interface Call {
  method: keyof Rapporteur;
  args: unknown[];
  /** Where progress is told, for the methods that take long, and from where they are told to stop. */
  progress?: MessagePort;
}

/** An error as it crosses threads: its name is what tells the reader's mistakes from ours. */
export type Outcome = { value: unknown } | { error: { name: string; message: string; stack: string | undefined } };

const { config, anyEmbedder, name } = workerData as { config: Config; anyEmbedder: boolean; name: string };
const log = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
let opened: Promise<Rapporteur> | null = null;
// Said once, by one of the threads.
if (name === 'questions' && !canMakeGraphs) log.warn({}, howToMakeGraphs);

export async function call({ method, args, progress }: Call): Promise<Outcome> {
  try {
    if (method === 'close' && !opened) return { value: undefined };
    opened ??= openRapporteur({ config, anyEmbedder, openEmbedder, openVectorIndex, log }).catch((error: unknown) => {
      // A library that could not be opened may be mended and tried again.
      opened = null;
      throw error;
    });
    const rapporteur = await opened;
    const run = rapporteur[method] as (...args: unknown[]) => Promise<unknown>;
    if (!progress) return { value: await run(...args) };
    const stopping = new AbortController();
    // Nobody is kept waiting for a word that does not come.
    progress.on('message', () => stopping.abort()).unref();
    return { value: await run(...args, (step: unknown) => progress.postMessage(step), stopping.signal) };
  } catch (error) {
    const { name, message, stack } = error as Error;
    return { error: { name, message, stack } };
  }
}
