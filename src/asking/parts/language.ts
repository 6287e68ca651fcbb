/** Which language a question is in. */
import { languageOf } from '../../words/language.ts';
import { textOf } from '../../words/matcher.ts';
import { tellingWords } from '../phrases/languages.ts';

/** Primary tag, `fr`; null where nothing tells it. A question is short: what asks in it tells more than its length. */
export function languageOfQuestion(question: string): string | null {
  const known = languageOf(question);
  if (known) return known;
  const text = textOf(question);
  const counts = tellingWords
    .map(({ tag, words }) => ({ tag, count: words.all(text).length }))
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = counts;
  return first!.count > second!.count ? first!.tag : null;
}
