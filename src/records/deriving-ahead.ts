/**
 * While one session is written, the next is read on another core, where it is short text, and what is derived of its words
 * is made there. Where there is none, or few sessions come, each is read and derived when it is its turn; what is read and
 * derived is the same.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Derived, DerivedTalkOf } from '../library/derive.ts';
import { builtInVersion } from '../library/makers.ts';
import type { Turn } from '../session.ts';
import { termsFromText } from '../words/sentence-terms.ts';
import type { Part, Readable, RecordReader } from './reading/reading.ts';

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

/** What the thread read of a record. */
export interface ReadThere {
  parts: Part[];
  /** What is derived of the words of each part that is a session; null where it was not asked for. */
  talks: (DerivedTalk | null)[];
}

export interface DerivingAhead {
  /** Reads short text in the thread, unless that is not worth its start yet, and all else as `reader` does. */
  reading(reader: RecordReader): RecordReader;
  /** Begins with turns that will be put in soon, unless the thread is not worth its start yet. */
  begin(turns: Turn[]): void;
  /** What was made of these very turns; null where they are to be derived here. */
  talkOf: DerivedTalkOf;
}

/**
 * By which embedder vectors are wanted: others than the built-in one wait for a server, not for a core. `isWanted` tells
 * whether the next sessions are thought to be new, so that what is derived of them is needed.
 */
export function derivingAhead(embedder: string, isWanted: () => boolean = () => true): DerivingAhead {
  const made = new WeakMap<Turn[], Promise<DerivedTalk | null>>();
  const isWorthIt = builtInVersion(embedder) !== null && availableParallelism() > 1;
  let [seen, asked, waiting] = [0, 0, 0];

  async function run<T>(work: unknown, name: 'talkOf' | 'partsOfShort'): Promise<T | null> {
    waiting += 1;
    try {
      return (await inThread().run(work, { name })) as T;
    } catch {
      // Nothing is lost with the thread.
      return null;
    } finally {
      waiting -= 1;
    }
  }

  function begin(turns: Turn[]): void {
    if (made.has(turns) || !isWanted()) return;
    seen += 1;
    if (!isWorthIt || (!pool && seen <= fewSessions)) return;
    if (turns.reduce((sum, { text }) => sum + text.length, 0) > mostLetters) return;
    const work = turns.map(({ text, times }) => ({ speaker: null, text, times }));
    made.set(turns, run<DerivedTalk>(work, 'talkOf'));
  }

  /** With its bytes, where it is short and the thread is there to read it. */
  async function shortOf(reader: RecordReader, record: Readable): Promise<Readable | null> {
    asked += 1;
    // Of the first there is nothing to be done here meanwhile.
    if (!isWorthIt || asked === 1 || (!pool && asked <= fewSessions)) return null;
    return (await reader.short?.(record)) ?? null;
  }

  async function partsOf(reader: RecordReader, record: Readable): Promise<Part[]> {
    // What waits for long is read here, so that both have as much to do.
    if (waiting < mostWaiting) {
      const read = await run<ReadThere>({ record, isDerived: isWanted() }, 'partsOfShort');
      for (const [at, part] of read?.parts.entries() ?? [])
        if ('draft' in part && read!.talks[at]) made.set(part.draft.turns, Promise.resolve(read!.talks[at]));
      if (read) return read.parts;
    }
    const parts: Part[] = [];
    for await (const part of reader.read(record)) {
      if ('draft' in part) begin(part.draft.turns);
      parts.push(part);
    }
    return parts;
  }

  return {
    begin,
    reading: (reader) => ({
      ...reader,
      async *read(record) {
        const short = await shortOf(reader, record);
        yield* short ? await partsOf(reader, short) : reader.read(record);
      },
    }),
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
/** Of the eight that are begun ahead: with so many left to the thread, the next is read here. */
const mostWaiting = 6;
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
