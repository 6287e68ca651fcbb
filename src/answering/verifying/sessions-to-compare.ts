/** Which sessions may have a quotation, by the words they have. */
import type { TermCounts } from '../../library/library.ts';
import { tellingTerms } from '../../retrieval/search.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf, termsOfWord } from '../../words/terms.ts';
import type { Ground } from '../ground.ts';
import { leastShare } from './verify.ts';

/** Read at a time. */
export const openedTogether = 8;
const mostTerms = 1000;
const mostChunks = 200;

/** What to compare, best first; only the first `likely` of them can have the quotation word for word. */
export async function sessionsToCompare(
  quotation: string,
  inScope: { id: string }[],
  { library }: Ground,
): Promise<{ ids: string[]; likely: number }> {
  const all = inScope.map(({ id }) => id);
  // The rarest of a long text are found among its first words, and each must be counted.
  const terms = [...new Set(termsOf(quotation))].slice(0, mostTerms);
  // A quotation of stop words alone has no term to search for; then every session is compared.
  if (terms.length === 0) return { ids: all, likely: all.length };
  const counts = await library.counts([...terms, ...timesOf(quotation).keys()]);
  const looked = tellingTerms(terms, counts);
  const hits = await library.searchWords(looked, mostChunks);
  const named = [...new Set(hits.map(({ session }) => session))];
  // The report of a few sessions may have what nobody said.
  if (all.length <= openedTogether)
    return { ids: [...named, ...all.filter((id) => !named.includes(id))], likely: all.length };
  if (named.length <= openedTogether) return { ids: named, likely: named.length };
  const lacking = await lackingOf(named, quotation, counts, library);
  const isLikely = (id: string) => lacking(id) <= mostLacking;
  const most = textOf(quotation).words.length * (1 - leastShare);
  const isNear = (id: string) => lacking(id) <= Math.max(mostLacking, most);
  const [likely, near] = [named.filter(isLikely), named.filter((id) => !isLikely(id) && isNear(id))];
  return { ids: [...likely, ...near], likely: likely.length };
}

/** Sessions that speak of the same beside those compared: their reports may give the words to somebody. */
export async function sessionsOnSame(
  quotation: string,
  compared: string[],
  { library }: Pick<Ground, 'library'>,
): Promise<string[]> {
  const hits = await library.searchWords([...new Set(termsOf(quotation))].slice(0, mostTerms), mostChunks);
  const named = [...new Set(hits.map(({ session }) => session))];
  return named.filter((id) => !compared.includes(id)).slice(0, mostReportsRead);
}

const mostReportsRead = 16;

/** How many of the words of a quotation each session has nowhere, as far as rare ones tell it. */
async function lackingOf(
  sessions: string[],
  quotation: string,
  { documentFrequency }: TermCounts,
  library: Ground['library'],
): Promise<(id: string) => number> {
  const rare = [...timesOf(quotation)]
    .map(([term, times]) => ({ term, times, chunks: documentFrequency(term) }))
    .filter(({ chunks }) => chunks <= mostChunks)
    .toSorted((one, other) => one.chunks - other.chunks)
    .slice(0, mostRare);
  const lacking = new Map(sessions.map((id) => [id, 0]));
  for (const { term, times, chunks } of rare) {
    const having = new Set(
      chunks === 0 ? [] : (await library.searchWords([term], mostChunks)).map(({ session }) => session),
    );
    for (const id of sessions) if (!having.has(id)) lacking.set(id, lacking.get(id)! + times);
  }
  return (id) => lacking.get(id)!;
}

/** How often the term of each word stands in a text; without figures and words with hyphens, which may be written otherwise. */
function timesOf(text: string): Map<string, number> {
  const times = new Map<string, number>();
  const { words } = textOf(text);
  for (const [at, { word, joined }] of words.entries()) {
    const [term, another] = termsOfWord(word);
    if (joined || words[at + 1]?.joined || term === undefined || another !== undefined) continue;
    if (isWord.test(term)) times.set(term, (times.get(term) ?? 0) + 1);
  }
  return times;
}

/** Of letters alone, and no pair of characters of a script without blanks. */
const isWord = /^(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai})\p{L})+$/u;
/** Words that a session may lack and still have a quotation word for word: they may be written otherwise there. */
const mostLacking = 2;
const mostRare = 16;
