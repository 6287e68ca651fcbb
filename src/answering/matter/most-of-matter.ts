/** What has most of a matter, or what tells most of it, which is near where nothing has all of it. */
import type { ReadSentence } from '../../retrieval/reading.ts';
import { weightOfAll, type Matched, type Wanted } from './evidence.ts';

/** Whether most of a matter's words stand side by side in a sentence: "long term care" of "long-term care homes". */
export function hasMostOf(
  { terms, pairs }: Pick<Wanted, 'terms' | 'pairs'>,
  { run, terms: said }: ReadSentence,
): boolean {
  const own = terms.filter(({ term }) => said.has(term));
  const isSaid = ([first, second]: [string, string]) =>
    run.some((term, at) => term === first && run[at + 1] === second);
  return (
    own.length > 1 &&
    own.length >= terms.length * mostOfMatter &&
    weightOfAll(own) >= weightOfAll(terms) * mostOfMatter &&
    pairs.filter(isSaid).length >= own.length - 1
  );
}

const mostOfMatter = 0.6;

/** How much of a matter's weight is in words that anybody of those heard says, 0 to 1. */
export function shareSaidAtAll({ terms }: Pick<Wanted, 'terms'>, heard: { matched: Pick<Matched, 'forms'> }[]): number {
  const isSaid = (which: number) => heard.some(({ matched }) => matched.forms[which]!.size > 0);
  return terms.length === 0 ? 0 : weightOfAll(terms.filter((_, which) => isSaid(which))) / weightOfAll(terms);
}

/** The term that tells most of a matter, where hardly any passage of a large library has it; null where each is said more often. */
export function rareTermOf({ terms }: Pick<Wanted, 'terms'>): string | null {
  const known = terms.filter(({ unknown }) => !unknown).toSorted((one, other) => other.weight - one.weight);
  const [rarest] = known;
  return rarest !== undefined && rarest.weight >= leastRare ? rarest.term : null;
}

/** One passage in some three thousand. */
const leastRare = 8;
