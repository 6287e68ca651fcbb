/** What is measured on the way of a call, for whoever counts it: numbers and times, never words. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Rapporteur } from './rapporteur.ts';

export interface Measured {
  counts: Count[];
  steps: Step[];
}

export interface Count {
  of: Counted;
  labels: Record<string, string>;
  value: number;
}

export type Counted = 'vectors read' | 'vector searches' | 'statements left out' | 'tokens' | 'model faults';

/** A call of Rapporteur that is over, as it was asked and what came of it. */
export interface DoneCall {
  method: keyof Rapporteur;
  args: unknown[];
  /** Undefined where it failed. */
  value: unknown;
  isFailed: boolean;
  startMs: number;
  endMs: number;
  measured: Measured;
}

/** One step of the way, in milliseconds since 1970. */
export interface Step {
  step: StepName;
  startMs: number;
  endMs: number;
}

/** `waiting`: for a moment of the library; `finding`: by words and meaning; `model`: one request to it; `checking`: what it wrote. */
export type StepName = 'waiting' | 'finding' | 'model' | 'checking';

const collecting = new AsyncLocalStorage<Measured>();
/** An answer has a few dozen; nothing grows without end. */
const mostSteps = 200;

/** Does the work and gives what was measured meanwhile, also where it fails. */
export async function measuring<T>(
  work: () => Promise<T>,
): Promise<{ outcome: PromiseSettledResult<T>; measured: Measured }> {
  const measured: Measured = { counts: [], steps: [] };
  const [outcome] = await Promise.allSettled([collecting.run(measured, work)]);
  return { outcome, measured };
}

/** Adds to a number of the call at hand; outside of any nothing happens. */
export function count(of: Counted, value: number, labels: Record<string, string> = {}): void {
  const counts = collecting.getStore()?.counts;
  if (counts === undefined || value === 0) return;
  const same = counts.find((one) => one.of === of && isAlike(one.labels, labels));
  if (same) same.value += value;
  else counts.push({ of, labels, value });
}

export async function timed<T>(step: StepName, work: () => Promise<T>): Promise<T> {
  const startMs = now();
  try {
    return await work();
  } finally {
    note(step, startMs);
  }
}

/** A step that began then ends now. */
export function note(step: StepName, startMs: number): void {
  const steps = collecting.getStore()?.steps;
  if (steps && steps.length < mostSteps) steps.push({ step, startMs, endMs: now() });
}

export function now(): number {
  return performance.timeOrigin + performance.now();
}

function isAlike(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.keys(other).every((name) => one[name] === other[name]);
}
