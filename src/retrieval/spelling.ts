/** Words of a question that nobody used, written as somebody did. */
import { distance } from 'fastest-levenshtein';
import { termsOf } from '../words/terms.ts';

/**
 * A query with each word that `isKnown` does not know, of five letters or more, put as the nearest term of `vocabularies`: one that
 * begins with the same letter and differs by one letter or two swapped, or by two letters of eight. Where none is so near the word stays.
 */
export function spelledAs(query: string, vocabularies: Iterable<string>[], isKnown: (term: string) => boolean): string {
  const unknown = new Map<string, { nearest: string | null; apart: number }>();
  for (const term of termsOf(query))
    if (unknown.size < mostWords && term.length >= 5 && /^\p{L}+$/u.test(term) && !isKnown(term))
      unknown.set(term, { nearest: null, apart: term.length >= 8 ? 3 : 2 });
  if (unknown.size === 0) return query;
  for (const vocabulary of vocabularies) {
    for (const term of vocabulary) {
      for (const [wrong, found] of unknown) {
        if (term[0] !== wrong[0] || Math.abs(term.length - wrong.length) >= found.apart) continue;
        const apart = isSwapped(term, wrong) ? 1 : distance(term, wrong);
        if (apart < found.apart) unknown.set(wrong, { nearest: term, apart });
      }
    }
  }
  return query.replaceAll(/\p{L}+/gu, (word) => {
    const [term, ...more] = termsOf(word);
    return (term !== undefined && more.length === 0 && unknown.get(term)?.nearest) || word;
  });
}

/** A text pasted in may have any number of words that nobody used. */
const mostWords = 16;

/** Whether two letters that follow each other stand the other way round, and nothing else differs. */
function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one.length === other.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
