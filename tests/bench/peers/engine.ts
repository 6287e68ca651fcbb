/** What the bench of peers asks of each engine, and what it gives to those that do not split by themselves. */
import { sessionOf, type Meeting } from '../search-measures.ts';
import type { Peers } from './installed.ts';

export interface Engine {
  /** Makes ready what it is given; what comes back makes that searchable, and is what the clock measures. */
  build(meetings: Meeting[], folder: string, peers: Peers): Promise<() => Promise<Searchable>>;
  /** From what it kept in the folder; null where nothing outlives the process. */
  reopen: ((folder: string, peers: Peers) => Promise<Searchable>) | null;
}

export interface Searchable {
  /** Best first; with `only` (a meeting's id) of that meeting alone. */
  search(text: string, limit: number, only?: string): Promise<Found[]>;
  ask?(text: string): Promise<unknown>;
  /** Writes what `reopen` needs, and ends the use of it. */
  keep(): Promise<void>;
}

/** Turns first to last, both included. */
export interface Found {
  meeting: string;
  turns: [number, number];
}

/** A chunk of ours, with the names of those who speak in it before its words. */
export interface GivenChunk {
  /** Counted from 1. */
  id: number;
  text: string;
  meeting: string;
  first: number;
  last: number;
}

export async function chunksOf(meetings: Meeting[]): Promise<GivenChunk[]> {
  const [{ splitIntoChunks }, { splitIntoSentences }] = await Promise.all([
    import('../../../src/words/chunks.ts'),
    import('../../../src/words/sentences.ts'),
  ]);
  let id = 0;
  return meetings.flatMap((meeting) =>
    splitIntoChunks(
      sessionOf(meeting),
      meeting.turns.map((turn) => splitIntoSentences(turn)),
    ).map(({ text, firstTurn, lastTurn }) => {
      const speakers = new Set(meeting.turns.slice(firstTurn, lastTurn + 1).map(({ speaker }) => speaker));
      id += 1;
      const words = `${[...speakers].join(', ')}: ${text}`;
      return { id, text: words, meeting: meeting.id, first: firstTurn, last: lastTurn };
    }),
  );
}

/** What each engine gives of a chunk it found. */
export function foundIn({ meeting, first, last }: Omit<GivenChunk, 'id' | 'text'>): Found {
  return { meeting, turns: [first, last] };
}

export async function embedder() {
  const { builtInEmbedder } = await import('../../../embeddings/built-in.ts');
  return builtInEmbedder().model;
}
