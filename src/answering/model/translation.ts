/** What a model makes of a quote in the language of the question: never checked whole, but held to what can be. */
import { languageOf } from '../../words/language.ts';
import { amountsIn } from '../figures/amounts.ts';
import type { EvidenceSentence } from './evidence-list.ts';
import { soundsLikeInstructions } from '../quotes/instructions.ts';
import { cleaned } from './model-text.ts';
import { isNegated } from '../stances/negation.ts';
import { regionsIn } from '../names/regions.ts';

/**
 * The translation from the language that is spoken into that of the question, as it may be printed under the sentences,
 * marked as unchecked. Null where it is in another, where its figures, its countries or its "not" are others than
 * theirs, or where it leads or orders somewhere.
 */
export function checkedTranslation(
  written: string,
  cited: EvidenceSentence[],
  spoken: string | null,
  asked: string | null,
): string | null {
  if (written.length > 2 * longest) return null;
  const text = cleaned(written);
  const language = languageOf(text);
  const said = cited.map(({ sentence }) => sentence.text).join('\n');
  if (text === '' || text.length > longest) return null;
  if (language === null || language !== asked || spoken === null || language === spoken) return null;
  if (soundsLikeInstructions(text) || address.test(text)) return null;
  const [figures, others] = [new Set(amountsIn(said, spoken)), new Set(amountsIn(text, language))];
  const countries = new Set(regionsIn(said, spoken).map(({ code }) => code));
  const isTrue =
    figures.size === others.size &&
    [...others].every((amount) => figures.has(amount)) &&
    regionsIn(text, language).every(({ code }) => countries.has(code)) &&
    isNegated(text, language) === isNegated(said, spoken);
  return isTrue ? text : null;
}

/** In characters. */
const longest = 1200;

/** What a chat would make a link or a call of. */
const address = /\p{L}\.\p{L}|[\p{L}\p{N}]\/\p{L}|@/u;
