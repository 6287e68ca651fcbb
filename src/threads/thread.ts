/** Runs in a worker thread: the whole of Rapporteur but its adapters, so that no search ever holds up a chat. */
import { workerData } from 'piscina';
import { callsIn, type CallsOptions } from './calls.ts';

export const call = callsIn(workerData as CallsOptions);
