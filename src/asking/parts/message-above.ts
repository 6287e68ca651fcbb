/** What a question in a chat takes from the messages it stands under. */
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { waysTo } from '../phrases/languages.ts';
import { withoutCourtesy } from './courtesy.ts';
import { withoutFrame } from './matter.ts';

/** "Is this true?", "who said that?": the whole of it asks about the message above. */
export function asksOfMessageAbove(question: string): boolean {
  return ofMessageAbove.in(textOf(withoutCourtesy(question)));
}

/** "And why?", "who else spoke of it?": what is asked cannot be told without what was said before. */
export function leansOnWhatWasSaid(question: string): boolean {
  const polite = withoutCourtesy(question);
  const text = textOf(polite);
  return pointing.some((phrases) => phrases.in(text)) || termsOf(withoutFrame(polite)).length === 0;
}

const ofMessageAbove = waysTo('ofMessageAbove');
const pointing = (['followsOn', 'somebodyBefore', 'somethingBefore', 'thingsBefore', 'asksMore'] as const).map((ask) =>
  waysTo(ask),
);
