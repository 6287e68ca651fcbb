/** What has most of a matter, or what tells most of it, which is near where nothing has all of it. */
import type { ReadSentence } from '../retrieval/reading.ts';
import type { Wanted } from './evidence.ts';

/** Whether most of a matter's words stand side by side in a sentence: "long term care" of "long-term care homes". */
export function hasMostOf(
  { terms, pairs }: Pick<Wanted, 'terms' | 'pairs'>,
  { run, terms: said }: ReadSentence,
): boolean {
  const own = terms.filter(({ term }) => said.has(term));
  const weight = (all: Wanted['terms']) => all.reduce((sum, each) => sum + each.weight, 0);
  const isSaid = ([first, second]: [string, string]) =>
    run.some((term, at) => term === first && run[at + 1] === second);
  return (
    own.length > 1 &&
    own.length >= terms.length * mostOfMatter &&
    weight(own) >= weight(terms) * mostOfMatter &&
    pairs.filter(isSaid).length >= own.length - 1
  );
}

const mostOfMatter = 0.6;

/** The term that tells most of a matter, where hardly any passage of a large library has it; null where each is said more often. */
export function rareTermOf({ terms }: Pick<Wanted, 'terms'>): string | null {
  const known = terms.filter(({ unknown }) => !unknown).toSorted((one, other) => other.weight - one.weight);
  const [rarest] = known;
  return rarest !== undefined && rarest.weight >= leastRare ? rarest.term : null;
}

/** One passage in some three thousand. */
const leastRare = 8;
