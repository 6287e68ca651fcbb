/** What is counted for whoever watches over it, as Prometheus reads it. It holds numbers, and names of kinds: no words. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer, Seen, Verification } from '../answer.ts';
import { payerOf } from '../budget.ts';
import type { HearsTrouble } from '../log.ts';
import type { Counted, DoneCall } from '../measures.ts';

export interface Metrics {
  /** A call of Rapporteur is over. */
  observe(done: DoneCall): void;
  onTrouble: HearsTrouble;
  /** In Prometheus' text format; `state` is looked at for it. */
  text(state: WatchedState): Promise<string>;
}

/** What is looked at when it is asked for. */
export interface WatchedState {
  platforms: {
    name: string;
    isConnected: boolean;
    /** Another process is connected in place of this one. */
    heldBy?: string;
    waiting: number;
    answering: number;
    oldestMs: number | null;
  }[];
  /** Tokens used and the most that may be, of all places. */
  budget: { per: 'day' | 'month'; used: number; limit: number | null }[];
}

/** In seconds: from what one waits for without noticing it to the longest time for an answer. */
const buckets = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60];

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name: `rapporteur_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `rapporteur_${name}`, help, labelNames, registers });

  const answers = counter(
    'answers_total',
    'Answers, by where it was asked, what came of it, and whether a model wrote',
    ['place', 'outcome', 'model'],
  );
  const calls = counter('calls_total', 'All that was asked of the library, by what it was', ['method', 'outcome']);
  const seconds = new Histogram({
    name: 'rapporteur_step_seconds',
    help: 'Time by step of an answer; "whole" is all of one',
    labelNames: ['step'],
    buckets,
    registers,
  });
  const counted: Record<Counted, Counter> = {
    'statements left out': counter('statements_left_out_total', 'Statements of a model that were not printed', [
      'reason',
    ]),
    'model faults': counter('model_faults_total', 'Answers made without the model, by why', ['fault']),
    'vectors read': counter('vectors_read_total', 'Vectors read from the library into memory'),
    'vector searches': counter('vector_searches_total', 'Searches by vector'),
    tokens: counter('tokens_total', 'Tokens that the servers of models used', ['purpose', 'direction']),
  };
  const errors = counter('platform_errors_total', 'Warnings and errors of the chat platforms in the log', [
    'platform',
    'level',
  ]);
  const connected = gauge('platform_connected', '1 while a platform is connected', ['platform']);
  const queue = gauge('queue', 'Questions that wait, and that are being answered', ['platform', 'state']);
  const oldest = gauge('queue_oldest_seconds', 'Age of the oldest question that has no answer', ['platform']);
  const used = gauge('budget_used_tokens', 'Tokens used so far, of all places', ['per']);
  const limit = gauge('budget_limit_tokens', 'Most tokens, of all places; absent where none is set', ['per']);

  return {
    observe({ method, args, value, isFailed, startMs, endMs, measured }) {
      if (method === 'close') return;
      calls.inc({
        method,
        outcome: isFailed ? 'failed' : method === 'verify' ? (value as Verification).verdict : 'done',
      });
      if (method === 'ask') {
        const { scope } = args[0] as { scope?: Seen };
        const answer = value as Answer | undefined;
        const model = answer?.model === null || answer === undefined ? 'no' : 'yes';
        answers.inc({ place: kindOf(payerOf(scope)), outcome: answer?.status ?? 'failed', model });
        seconds.observe({ step: 'whole' }, (endMs - startMs) / 1000);
        for (const { step, ...at } of measured.steps) seconds.observe({ step }, (at.endMs - at.startMs) / 1000);
      }
      for (const { of, labels, value: by } of measured.counts) counted[of].inc(labels, by);
    },

    onTrouble(level, message) {
      const platform = platformOf(message);
      if (platform !== null) errors.inc({ platform, level: level >= 50 ? 'error' : 'warning' });
    },

    async text({ platforms, budget }) {
      for (const { name, isConnected, waiting, answering, oldestMs } of platforms) {
        connected.set({ platform: name }, isConnected ? 1 : 0);
        queue.set({ platform: name, state: 'waiting' }, waiting);
        queue.set({ platform: name, state: 'answering' }, answering);
        oldest.set({ platform: name }, (oldestMs ?? 0) / 1000);
      }
      for (const { per, used: now, limit: most } of budget) {
        used.set({ per }, now);
        if (most !== null) limit.set({ per }, most);
      }
      return registry.metrics();
    },
  };
}

/** `slack` of `slack:T0123`, `token` of `token:NAME`: who it is is in `usage`, and would be a new number for each. */
function kindOf(payer: string): string {
  return payer.split(':')[0]!;
}

/** By how messages of the log begin; those of the desk are of whichever platform it was. */
function platformOf(message: string): string | null {
  if (/^slack\b/iu.test(message)) return 'slack';
  if (/^discord\b/iu.test(message)) return 'discord';
  return desk.has(message) ? 'chat' : null;
}

const desk = new Set([
  'reply could not be sent',
  'reply could not be taken back',
  'question could not be acknowledged',
]);
