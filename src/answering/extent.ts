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
  return isOfMatter({ words, question });
}

/** Whether nothing is asked of a matter: all that tells something stands after "about", or there is no question at all. */
export function isOfMatter({ words, question }: Pick<Inquiry, 'words' | 'question'>): boolean {
  const [before, ...after] = words.split(/\b(?:about|on|regarding|concerning)\b/iu);
  return after.length > 0 ? termsOf(before!).length === 0 : tokensOf(question).length <= mostKeywords;
}

const mostTerms = 4;
const mostKeywords = 3;

/** Of the `sessions` that are meant. Null where it is too common to be counted. */
export async function extentOf(
  { terms, compounds }: Wanted,
  sessions: { id: string }[],
  { library }: Pick<Ground, 'library'>,
): Promise<Extent | null> {
  // Letters that are another word's too are not counted.
  if (terms.some(({ country }) => country !== undefined)) return null;
  const all = await library.sessions();
  const among = sessions.length < all.length ? sessions.map(({ id }) => id) : undefined;
  const each = terms.map(({ term }) => term);
  if (compounds.length === 0) return library.extent(each, among);
  const apart = each.filter((term) => !compounds.some((compound) => compound.includes(term)));
  const extent = await library.extent([...compounds.map((compound) => compound.join(' ')), ...apart], among);
  // "Building of capacity" is counted where nobody says "capacity building".
  return extent?.turns === 0 ? library.extent(each, among) : extent;
}
