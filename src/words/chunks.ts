/** Chunks: stretches of talk short enough to embed and to read, and long enough to speak of something. */
import { countWords } from './terms.ts';
import type { Sentence, Turn } from '../session.ts';

/** Whole sentences that follow each other, from the first to the last, both included. */
export interface Chunk {
  /** Counted from 0 in the session. */
  firstTurn: number;
  /** Counted from 0 in its turn. */
  firstSentence: number;
  lastTurn: number;
  lastSentence: number;
  /** As it stands in the turns, one turn a line. */
  text: string;
}

/**
 * Chunks of a session in order, of about `size` words: short turns are taken together, a long one is cut between
 * sentences. Every sentence is in exactly one chunk; the ranking looks at a chunk's neighbours instead.
 */
export function splitIntoChunks(
  { turns }: { turns: Pick<Turn, 'text'>[] },
  sentences: Sentence[][],
  size = 100,
): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  let openSize = 0;
  for (const [turn, { text }] of turns.entries()) {
    for (const [sentence, { start, end }] of (sentences[turn] ?? []).entries()) {
      const slice = text.slice(start, end);
      const length = countWords(slice);
      // Rather cut a little early between two turns than later inside one.
      const enough = sentence === 0 ? size * 0.75 : size - length / 2;
      if (open && openSize >= enough) {
        chunks.push(open);
        open = null;
      }
      if (open) {
        open.text += (turn === open.lastTurn ? ' ' : '\n') + slice;
        open.lastTurn = turn;
        open.lastSentence = sentence;
        openSize += length;
      } else {
        open = { firstTurn: turn, firstSentence: sentence, lastTurn: turn, lastSentence: sentence, text: slice };
        openSize = length;
      }
    }
  }
  if (open) chunks.push(open);
  return chunks;
}
