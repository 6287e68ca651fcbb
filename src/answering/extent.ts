/** How much was said of a topic, over all sessions and not only those that are quoted. */
import type { Inquiry } from '../asking/asked.ts';
import { tokensOf } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';
import type { Wanted } from './evidence.ts';
import type { Ground } from './ground.ts';

/** Turns in which all of it is said, and the sessions they are in. */
export interface Extent {
  turns: number;
  sessions: number;
}

/** Whether a matter is asked for as such: "What was said about energy?", "energy?" */
export function isTopic(
  { question, words, wants, asksWho, yesNo, speakers, subject }: Inquiry,
  { terms }: Wanted,
): boolean {
  const isOther = wants === 'number' || wants === 'list' || asksWho || yesNo || speakers.length > 0 || subject !== null;
  if (isOther || terms.length === 0 || terms.length > mostTerms || /^\W*(?:why|how|when|where)\b/iu.test(question))
    return false;
  // Nothing is asked of it: all that tells something stands after "about", or there is no question at all.
  const [before, ...after] = words.split(/\b(?:about|on|regarding|concerning)\b/iu);
  return after.length > 0 ? termsOf(before!).length === 0 : tokensOf(question).length <= mostKeywords;
}

const mostTerms = 4;
const mostKeywords = 3;

/** Of the `sessions` that are meant. Null where it is too common to be counted. */
export async function extentOf(
  { terms }: Wanted,
  sessions: { id: string }[],
  { library }: Pick<Ground, 'library'>,
): Promise<Extent | null> {
  const all = await library.sessions();
  const among = sessions.length < all.length ? sessions.map(({ id }) => id) : undefined;
  return library.extent(
    terms.map(({ term }) => term),
    among,
  );
}
