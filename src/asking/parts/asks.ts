/** Whether a message among people asks something, in a place where nobody has to say that it is for the bot. */
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';
import { withoutCourtesy } from './courtesy.ts';
import { goingOnIn } from './going-on.ts';
import { smallTalkOf } from './small-talk.ts';

/** A question mark, what opens a question, or what goes on from an answer: "more", "and the levy". */
export function asksSomething(message: string): boolean {
  if (/[?？؟]/u.test(message) || goingOnIn(message) !== null) return true;
  const text = textOf(withoutCourtesy(message));
  const [first] = text.words;
  if (first === undefined || smallTalkOf(message) !== null) return false;
  const isShort = text.words.length <= mostOfFollowUp;
  return opening.in(text) || (isShort && (asksMore.in(text) || goesOn.first(text)?.start === first.start));
}

/** Said to whoever answered, as "thanks" is. */
export function isSaidInReturn(message: string): boolean {
  return smallTalkOf(message) !== null;
}

/** A longer sentence that begins with "and" or "but" is talk. */
const mostOfFollowUp = 6;
const opening = waysTo('opensRequest');
const asksMore = waysTo('asksMore');
const goesOn = waysTo('followsOn');
