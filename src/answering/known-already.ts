/** "What does she do about it?" is not told by the words that made somebody ask: where nothing else is found, they only come near. */
import type { Inquiry } from '../asking/asked.ts';
import { asksDiscussion } from '../asking/parts/wanted.ts';
import { phrases } from '../words/matcher.ts';
import { textOf } from '../words/text-words.ts';
import type { Before, Made } from './kinds/kind.ts';
import { overlaps } from './nearest.ts';

/** Whether a question asks for more of what was shown, and not to say it again. */
export function asksMoreOfShown({ question, own, asksMoreOf, goesOn, form }: Inquiry): boolean {
  const isAfterIt = own !== null || asksMoreOf !== null;
  return isAfterIt && goesOn === null && form === null && asks.in(textOf(question)) && !asksDiscussion(question);
}

const asks = phrases({
  lines: '^ [and|but|so] (what|how) (do|does|did|is|are|was|were|will|can|could|would|should|has|have|else)',
});

/** What was found by its words, where all of it was shown before; none where anything else was found. */
export function knownAlready(made: Made | null, before: Before | null): Made['quotes'] {
  const isShown = (quote: Made['quotes'][number]) => before?.shown.some((each) => overlaps(each, quote)) ?? false;
  return made?.isOpen && made.quotes.every(isShown) ? made.quotes : [];
}
