/**
 * While one session is written, what is derived of the words of the next is made on another core. Where there is none, or
 * few sessions come, each is derived when it is its turn; what is derived is the same.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Derived, DerivedTalkOf } from '../library/derive.ts';
import { builtInVersion } from '../library/makers.ts';
import type { Turn } from '../session.ts';
import { termsFromText } from '../words/sentence-terms.ts';

/** As it comes from the thread. Terms are text: hundreds of short ones take longer to be sent than to be cut apart again. */
export interface DerivedTalk {
  /** Id of who made the vectors. */
  embedder: string;
  /** Sentences of each turn. */
  counts: number[];
  /** Start, end and seconds of each sentence, NaN where the time is not known. */
  places: Float64Array;
  /** The terms of each sentence as text, with '\v' between them. */
  lines: string;
  chunks: (Omit<Derived['chunks'][number], 'terms' | 'vector'> & { terms: string })[];
  vectors: Float32Array[];
}

export interface DerivingAhead {
  /** Begins with turns that will be put in soon, unless the thread is not worth its start yet. */
  begin(turns: Turn[]): void;
  /** What was made of these very turns; null where they are to be derived here. */
  talkOf: DerivedTalkOf;
}

/** By which embedder vectors are wanted: others than the built-in one wait for a server, not for a core. */
export function derivingAhead(embedder: string): DerivingAhead {
  const made = new WeakMap<Turn[], Promise<DerivedTalk | null>>();
  const isWorthIt = builtInVersion(embedder) !== null && availableParallelism() > 1;
  let seen = 0;
  return {
    begin(turns) {
      seen += 1;
      if (!isWorthIt || (!pool && seen <= fewSessions)) return;
      if (turns.reduce((sum, { text }) => sum + text.length, 0) > mostLetters) return;
      const work = turns.map(({ text, times }) => ({ speaker: null, text, times }));
      // Nothing is lost with the thread.
      made.set(
        turns,
        inThread()
          .run(work, { name: 'talkOf' })
          .catch(() => null) as Promise<DerivedTalk | null>,
      );
    },
    async talkOf(turns) {
      const talk = await made.get(turns);
      // It is asked for once, and is larger than the talk.
      made.delete(turns);
      return talk?.embedder === embedder ? asDerived(talk) : null;
    },
  };
}

/** Before so many, the thread would take longer to start than it saves. */
const fewSessions = 16;
/** What is longer would be held twice. */
const mostLetters = 1_000_000;

/** One for all ingests of this thread, which ends when none has come for a while. */
let pool: Piscina | null = null;

function inThread(): Piscina {
  if (pool) return pool;
  pool = new Piscina({
    filename: new URL('../threads/deriving-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 5_000,
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 },
  });
  // Where the thread cannot start or ends, each is derived when it is its turn.
  pool.on('error', () => {});
  return pool;
}

function asDerived({
  counts,
  places,
  lines,
  chunks,
  vectors,
}: DerivedTalk): NonNullable<Awaited<ReturnType<DerivedTalkOf>>> {
  const terms = lines.split('\v');
  let at = 0;
  const sentences = counts.map((count) =>
    Array.from({ length: count }, () => {
      const [start, end, seconds] = [places[3 * at]!, places[3 * at + 1]!, places[3 * at + 2]!];
      return { start, end, seconds: Number.isNaN(seconds) ? null : seconds, terms: termsFromText(terms[at++]!) };
    }),
  );
  return {
    sentences,
    chunks: chunks.map((chunk, index) => ({
      ...chunk,
      terms: chunk.terms === '' ? [] : chunk.terms.split(' '),
      vector: vectors[index]!,
    })),
  };
}
