/** What else the words of a question can be called: acronyms for names written out, and names for acronyms. */
import { acronymsOf, tokensOf } from '../words/names.ts';
import { acronymsIn, capitalised } from '../words/acronyms.ts';
import { placesOf, type Rankable } from './rank.ts';
import { termsOf } from '../words/terms.ts';

/**
 * By term of a query, what can stand in its place: for an acronym the terms it is short for, for each term of a name its
 * acronym. A name in capitals has its acronyms wherever `isKnown` knows them; of other words one of `sessions` must have
 * both in one passage. Several terms are put with blanks between them.
 */
export function otherWords(
  query: string,
  isKnown: (term: string) => boolean,
  sessions: Rankable[],
): Map<string, string[]> {
  const others = new Map<string, string[]>();
  const add = (term: string, other: string) => others.set(term, [...new Set([...(others.get(term) ?? []), other])]);
  const asked = query.slice(0, longestQuery);
  for (const [words] of asked.matchAll(capitalised)) {
    for (const acronym of acronymsIn(words).filter(isKnown)) for (const term of termsOf(words)) add(term, acronym);
  }
  const tokens = tokensOf(asked);
  for (const [from, { upper, word }] of tokens.entries()) {
    const written =
      upper && /^\p{L}{3,6}$/u.test(word) ? first(sessions, (session) => writtenOut(word, session)) : null;
    if (written !== null) add(word, written);
    for (const length of lengths) {
      const phrase = tokens.slice(from, from + length);
      if (phrase.length < length || phrase.some(({ capital }) => capital)) continue;
      const terms = termsOf(phrase.map(({ raw }) => raw).join(' '));
      const saying = sessions.filter((session) => placesOf(terms.join(' '), session).length > 0);
      if (saying.length === 0) continue;
      const acronym = acronymsOf(phrase).find((each) =>
        saying.some((session) => haveBoth(each, terms.join(' '), session)),
      );
      if (acronym !== undefined) for (const term of terms) add(term, acronym);
    }
  }
  return others;
}

/** Acronyms of the names in capitals in a query: what `isKnown` of `otherWords` is asked. */
export function acronymsAsked(query: string): string[] {
  return [...query.slice(0, longestQuery).matchAll(capitalised)].flatMap(([words]) => acronymsIn(words));
}

/** What is beyond is a text pasted in, not a question. */
const longestQuery = 300;
/** Of names written small, in words. */
const lengths = [3, 4, 5, 6];

function first(sessions: Rankable[], find: (session: Rankable) => string | null): string | null {
  for (const session of sessions) {
    const found = find(session);
    if (found !== null) return found;
  }
  return null;
}

/** Terms beside each other that begin with the letters of an acronym, in a passage that has it. */
function writtenOut(acronym: string, { postings, passageAt }: Rankable): string | null {
  const having = new Set((postings.get(acronym) ?? []).map((place) => passageAt[place]!));
  if (having.size === 0) return null;
  const termAt: string[] = [];
  for (const [term, places] of postings)
    for (const place of places) if (having.has(passageAt[place]!)) termAt[place] = term;
  const letters = acronym.split('');
  const at = passageAt.findIndex((_, place) =>
    letters.every((letter, which) => termAt[place + which]?.startsWith(letter) && termAt[place + which] !== acronym),
  );
  return at === -1 ? null : letters.map((_, which) => termAt[at + which]!).join(' ');
}

function haveBoth(acronym: string, terms: string, session: Rankable): boolean {
  const having = new Set(placesOf(acronym, session).map((place) => session.passageAt[place]!));
  return having.size > 0 && placesOf(terms, session).some((place) => having.has(session.passageAt[place]!));
}
