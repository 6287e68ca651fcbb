/** What somebody has to do, may do or wants to do: "Did the divers have to pay?" */
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';

/** The term of `pay` in "Did the divers have to pay?"; null where that is not asked. */
export function deedIn(question: string): string | null {
  return termsOf(todo.first(textOf(question))?.taken ?? '')[0] ?? null;
}

const todo = phrases({
  lines: `(have|has|had|need|needs|needed|able|allowed|supposed|obliged|forced|required|expected|willing|ready|free|want|wants|wanted
    |plan|plans|planned|agree|agreed|refuse|refused|promise|promised) to <*>`,
});
