/** "Who spoke first?", "Who spoke last?" */
import type { Reading } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../choose.ts';
import type { Saying } from '../phrases/saying.ts';
import { denied, numbered, type Made } from './kind.ts';

export async function firstTurn(
  reading: Reading,
  { subject: { which }, say }: { subject: { which: 'first' | 'last' }; say: Saying },
): Promise<Made | null> {
  const { sentences, session } = reading;
  // Its turns are in no order.
  if (session.chathamHouse) return denied(say('orderNotTold'));
  const { turn } = (which === 'first' ? sentences[0] : sentences.at(-1)) ?? { turn: -1 };
  const first = sentences.findIndex((sentence) => sentence.turn === turn);
  if (first < 0) return null;
  let last = first;
  while (last - first < mostShown - 1 && sentences[last + 1]?.turn === turn) last += 1;
  const quotes = [quoteOfRun(reading, { first, last })];
  return { text: `${say.names(numbered(quotes))}.`, quotes, report: [], marked: true };
}

/** Sentences. */
const mostShown = 2;
