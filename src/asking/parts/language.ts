/** Which language a question is in. */
import { languageOf } from '../../words/language.ts';

/** Primary tag, `fr`; null where it is too short to say. */
export function languageOfQuestion(question: string): string | null {
  return languageOf(question);
}
