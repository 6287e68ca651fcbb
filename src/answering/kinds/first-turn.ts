/** "Who spoke first?", "Who spoke last?" */
import type { Inquiry } from '../../asking/asked.ts';
import { besidesModerator } from '../../asking/parts/session-name.ts';
import { peopleMeant } from '../../people/mentions.ts';
import { namesIn } from '../../people/person.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { textOf } from '../../words/text-words.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import type { Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import { denied, numbered, type Made } from './kind.ts';
import { moderatorsOf } from './moderator.ts';

export async function firstTurn(
  reading: Reading,
  {
    subject: { which },
    inquiry: { question, leftOut },
    ground,
    say,
  }: { subject: { which: 'first' | 'last' }; inquiry: Inquiry; ground: Ground; say: Saying },
): Promise<Made | null> {
  const { sentences, session } = reading;
  // Its turns are in no order.
  if (session.chathamHouse) return denied(say('orderNotTold'));
  const inOrder = which === 'first' ? sentences : sentences.toReversed();
  const isWithoutModerator = leftOut.presiding || besidesModerator.in(textOf(question));
  const passedOver = isWithoutModerator ? await moderatorsOf(session.id, ground) : null;
  // Where nobody is known to preside, whoever opened or closed it did.
  const presiding = passedOver?.size === 0 ? new Set([inOrder[0]?.speaker]) : passedOver;
  const others = namesIn(session.id, peopleMeant(leftOut.people));
  const { turn } = inOrder.find(({ speaker }) => !presiding?.has(speaker ?? '') && !others.has(speaker ?? '')) ?? {
    turn: -1,
  };
  const first = sentences.findIndex((sentence) => sentence.turn === turn);
  if (first < 0) return null;
  let last = first;
  while (last - first < mostShown - 1 && sentences[last + 1]?.turn === turn) last += 1;
  const quotes = [quoteOfRun(reading, { first, last })];
  return { text: `${say.names(numbered(quotes))}.`, quotes, report: [], marked: true };
}

/** Sentences. */
const mostShown = 2;
