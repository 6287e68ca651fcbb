/**
 * While one session is written, what is derived of the words of the next is made on another core. Where there is none, or
 * few sessions come, each is derived when it is its turn; what is derived is the same.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { sentencesOf, type Block } from '../library/blocks.ts';
import type { Derived, DerivingFrom } from '../library/derive.ts';
import { builtInVersion } from '../library/makers.ts';
import type { Person } from '../people/person.ts';
import type { Session, Turn } from '../session.ts';

/** What all that is derived of a session depends on. */
export type Derivable = Pick<Session, 'turns' | 'speakers'>;

/** As it comes from the thread. Terms are text: hundreds of short ones take longer to be sent than to be cut apart again. */
export interface DerivedAhead {
  /** Id of who made the vectors. */
  embedder: string;
  sentences: Block[];
  chunks: (Omit<Derived['chunks'][number], 'terms' | 'vector'> & { terms: string })[];
  /** Of each chunk, and as it is stored. */
  vectors: { vector: Float32Array; row: Uint8Array }[];
  /** Of a session without an id, which it gets later. */
  people: Person[];
}

export interface DerivingAhead {
  /** Begins with what will be put in soon, unless the thread is not worth its start yet. */
  begin(of: Derivable): void;
  madeAhead: NonNullable<DerivingFrom['madeAhead']>;
}

/** By which embedder vectors are wanted: others than the built-in one wait for a server, not for a core. */
export function derivingAhead(embedder: string): DerivingAhead {
  const made = new WeakMap<Turn[], Promise<DerivedAhead | null>>();
  const isWorthIt = builtInVersion(embedder) !== null && availableParallelism() > 1;
  let seen = 0;
  return {
    begin({ turns, speakers }) {
      seen += 1;
      if (!isWorthIt || (!pool && seen <= fewSessions)) return;
      if (turns.reduce((sum, { text }) => sum + text.length, 0) > mostLetters) return;
      const work = { turns: turns.map(({ speaker, text, times }) => ({ speaker, text, times })), speakers };
      // Nothing is lost with the thread.
      made.set(
        turns,
        inThread()
          .run(work, { name: 'derivedOf' })
          .catch(() => null) as Promise<DerivedAhead | null>,
      );
    },
    async madeAhead({ id, turns }) {
      const derived = await made.get(turns);
      // It is asked for once, and is larger than the talk.
      made.delete(turns);
      return derived?.embedder === embedder ? asDerived(derived, id) : null;
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
    // The next is there when one is done.
    concurrentTasksPerWorker: 4,
    idleTimeout: 5_000,
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 },
  });
  // Where the thread cannot start or ends, each is derived when it is its turn.
  pool.on('error', () => {});
  return pool;
}

function asDerived({ sentences, chunks, vectors, people }: DerivedAhead, session: string): Derived {
  return {
    // A file keeps them packed as they are.
    get sentences() {
      return sentencesOf(sentences);
    },
    chunks: chunks.map((chunk, at) => ({
      ...chunk,
      terms: chunk.terms === '' ? [] : chunk.terms.split(' '),
      vector: vectors[at]!.vector,
    })),
    people: people.map((person) => ({
      ...person,
      sessions: [session],
      appearances: person.appearances.map((appearance) => ({ ...appearance, session })),
    })),
    packed: { sentences, vectors: vectors.map(({ row }) => row) },
  };
}
