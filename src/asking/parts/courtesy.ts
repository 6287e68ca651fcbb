/** What a question says to be polite, and for whom its answer is. Neither must have been said. */
import { blanked, type Phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';

/** The question with blanks in place of "please", "could you tell me", "I would like to know". */
export function withoutCourtesy(question: string): string {
  return blankedAll(question, courtesy);
}

/** `my minister` of "for my minister", `a cable` of "for a cable", and the question without. */
export function audienceIn(question: string): { audience: string | null; left: string } {
  const [found] = audience.all(textOf(question));
  return found ? { audience: found.taken, left: blanked(question, found) } : { audience: null, left: question };
}

/** Blanks the first of the phrases as long as there is one: what stood second may stand first then. */
export function blankedAll(question: string, phrases: Phrases): string {
  let left = question;
  for (let times = 0; times < most; times += 1) {
    const [found] = phrases.all(textOf(left));
    if (!found) break;
    left = blanked(left, found);
  }
  return left;
}

const most = 8;
export const courtesy = waysTo('courtesy');
const audience = waysTo('audience');
