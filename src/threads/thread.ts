/** Runs in a worker thread: the whole of Rapporteur but its adapters, so that no search ever holds up a chat. */
import { setImmediate } from 'node:timers/promises';
import { workerData } from 'piscina';
import { callsIn, type CallsOptions } from './calls.ts';

export const call = callsIn(workerData as CallsOptions);

/** Ends when all that was given before has been come to: what is done without waiting for others is done by then. */
export const idle = () => setImmediate();
