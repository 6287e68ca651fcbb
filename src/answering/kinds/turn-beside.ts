/** "What did Ana Ruiz say right before him?", "Who spoke next?": by the order in which people spoke. */
import type { Quote } from '../../answer.ts';
import { namesIn } from '../../people/person.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { givesFloor } from '../replies.ts';
import { denied, numbered, type Asked, type Before, type Made } from './kind.ts';

/** Whoever spoke before or after the turn that was quoted last; where somebody is named, their turn that is nearest to it. */
export async function turnBeside(to: 'turnBefore' | 'turnAfter', { shown }: Before, asked: Asked): Promise<Made> {
  const { inquiry, people, say, ground } = asked;
  const [quote] = shown;
  if (!quote) return denied(say('nothingToGoOnFrom'));
  // Its turns are in no order, and none is told.
  if (quote.session.chathamHouse) return denied(say('orderNotTold'));
  const [reading] = await readingsOf([quote.session.id], ground);
  const { turns } = reading!.session;
  const names = namesIn(quote.session.id, people);
  const isNamed = inquiry.speakers.length > 0;
  const step = to === 'turnBefore' ? -1 : 1;
  const found: Omit<Quote, 'n'>[] = [];
  for (let at = quote.turn + step; turns[at] && found.length < mostTurns; at += step) {
    const { speaker } = turns[at]!;
    if (speaker === quote.speaker || (isNamed && !names.has(speaker ?? ''))) continue;
    const end = endOf(reading!, at, to);
    if (!end) continue;
    found.push(end);
    // Who only gives the floor stands between two who speak.
    if (isNamed || !onlyGivesFloor(turns[at]!.text)) break;
  }
  if (found.length === 0) return denied(say(to === 'turnBefore' ? 'nothingBefore' : 'nothingAfter'));
  return { text: say(to, { names: say.names(numbered(found)) }), quotes: found, report: [], marked: true };
}

const mostTurns = 2;

/** The last sentences of a turn that stands before, the first of one that stands after. */
function endOf(reading: Reading, turn: number, to: 'turnBefore' | 'turnAfter'): Omit<Quote, 'n'> | null {
  const { sentences } = reading;
  const first = sentences.findIndex((sentence) => sentence.turn === turn);
  if (first < 0) return null;
  const last = sentences.findLastIndex((sentence) => sentence.turn === turn);
  const run =
    to === 'turnBefore'
      ? { first: Math.max(first, last - mostSentences + 1), last }
      : { first, last: Math.min(last, first + mostSentences - 1) };
  return quoteOfRun(reading, run);
}

const mostSentences = 5;

function onlyGivesFloor(text: string): boolean {
  return text.length <= longestFloor && givesFloor(text);
}

/** In characters. */
const longestFloor = 600;
