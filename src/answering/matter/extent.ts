/** How much was said of a topic, over all sessions and not only those that are quoted. */
import type { Inquiry } from '../../asking/asked.ts';
import { tokensOf } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { singleWordsFor, type Wanted } from './evidence.ts';
import type { Ground } from '../ground.ts';
import { mayBeSaidShorter } from './said-shorter.ts';

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
  if (await mayBeSaidShorter({ terms, compounds }, { library })) return null;
  const among = await restrictedTo(ids(sessions), { library });
  const each = terms.map(({ term }) => term);
  const isSaidOtherwise = terms.some(({ others }) => others.length > 0);
  const counted = async (asked: string[]) => {
    const extent = await library.extent(asked, among);
    // What is said in other words alone is said.
    if (!extent || (extent.turns === 0 && isSaidOtherwise)) return null;
    return { turns: extent.turns, sessions: extent.sessions.length };
  };
  if (compounds.length === 0) return counted(each);
  const apart = each.filter((term) => !compounds.some((compound) => compound.includes(term)));
  const extent = await counted([...compounds.map((compound) => compound.join(' ')), ...apart]);
  if (extent === null || extent.turns > 0) return extent;
  // In other spellings turns could be counted twice.
  if ((await sessionsSaying({ terms, compounds }, ids(sessions), { library })).length > 0) return null;
  // "Building of capacity" is counted where nobody says "capacity building".
  return counted(each);
}

const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id);

/** The sessions that an extent is of, as `extent` takes them: none are named where all that are seen are meant. */
async function restrictedTo(among: string[], { library }: Pick<Ground, 'library'>): Promise<string[] | undefined> {
  return among.length < (await library.sessions()).length ? among : undefined;
}

/** The first of `ids` in which all of it is said; null where none is, or it is too common to be told. */
export async function firstSaying(
  { terms }: Wanted,
  ids: string[],
  { library }: Pick<Ground, 'library'>,
): Promise<string | null> {
  if (terms.length === 0 || terms.length > mostTerms || terms.some(({ country }) => country !== undefined)) return null;
  const among = await restrictedTo(ids, { library });
  const saying = new Set(
    (
      await library.extent(
        terms.map(({ term }) => term),
        among,
      )
    )?.sessions,
  );
  return ids.find((id) => saying.has(id)) ?? null;
}

/** The sessions of `among` in which the words that belong together are said so, in any spelling; those that do most first. */
export async function sessionsSaying(
  { terms, compounds }: Pick<Wanted, 'terms' | 'compounds'>,
  among: string[],
  { library }: Pick<Ground, 'library'>,
): Promise<string[]> {
  if (compounds.length === 0) return [];
  const restricted = await restrictedTo(among, { library });
  const saying = await Promise.all(
    compounds.map(async (compound) => {
      const ways = waysToSay(compound.map((term) => singleWordsFor(term, { terms })));
      const extents = await Promise.all(ways.map((way) => library.extent([way], restricted)));
      return new Set(extents.flatMap((extent) => extent?.sessions ?? []));
    }),
  );
  return [...saying[0]!].filter((id) => saying.every((each) => each.has(id)));
}

/** The sessions of `among` in which one turn has all of it, in its own words or what else these are called; those that do most first. */
export async function sessionsSayingAll(
  { terms }: Pick<Wanted, 'terms'>,
  among: string[],
  { library }: Pick<Ground, 'library'>,
): Promise<string[]> {
  if (terms.length === 0) return [];
  const restricted = await restrictedTo(among, { library });
  const ways = waysToSayAll(terms);
  const extents = await Promise.all(ways.map((way) => library.extent(way, restricted)));
  return [...new Set(extents.flatMap((extent) => extent?.sessions ?? []))];
}

/** What must be said for all of it to be: each term, or what it is called too, as `extent` takes them; the first few ways. */
function waysToSayAll(terms: Wanted['terms']): string[][] {
  const ways = terms.reduce<string[][]>(
    (before, { term, others }) => {
      const each = [term, ...others.map((other) => other.join(' '))];
      // "U.S." stands for both words of "United States", and is looked for once.
      return different(before.flatMap((way) => each.map((said) => [...new Set([...way, said])]))).slice(0, mostWhole);
    },
    [[]],
  );
  // One that must also have the words it stands for is the same or less.
  return ways.filter(
    (way) => !ways.some((other) => other.length < way.length && other.every((each) => way.includes(each))),
  );
}

const different = (ways: string[][]) => [...new Map(ways.map((way) => [way.join('\n'), way])).values()];

const mostWhole = 12;

/** Terms one after the other, each in any of its spellings: the first few ways, for a long row of terms has more than memory holds. */
function waysToSay([first, ...others]: string[][]): string[] {
  return others.reduce(
    (before, spellings) => before.flatMap((way) => spellings.map((each) => `${way} ${each}`)).slice(0, mostWays),
    first?.slice(0, mostWays) ?? [],
  );
}

const mostWays = 6;
