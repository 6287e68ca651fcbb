/** What is also called by its first letters: who says "RSI" is not counted among those who say "repetitive strain injury". */
import { termsOf } from '../../words/terms.ts';
import type { Wanted } from './evidence.ts';
import type { Ground } from '../ground.ts';

/** Whether anybody says the first letters of words that belong together, and it is not known that they mean them: then no total is one. */
export async function mayBeSaidShorter(
  { terms, compounds }: Pick<Wanted, 'terms' | 'compounds'>,
  { library }: Pick<Ground, 'library'>,
): Promise<boolean> {
  const known = new Set(terms.flatMap(({ term, others }) => [term, ...others.flat()]));
  const short = compounds
    .filter(({ length }) => length >= fewestLetters)
    .flatMap((compound) =>
      compound.slice(0, 1 - fewestLetters).flatMap((_, from) => termsOf(lettersOf(compound.slice(from)))),
    )
    .filter((letters) => !known.has(letters));
  if (short.length === 0) return false;
  const { documentFrequency } = await library.counts(short);
  return short.some((letters) => documentFrequency(letters) > 0);
}

const lettersOf = (terms: string[]) => terms.map((term) => term.slice(0, 1)).join('');
/** Two letters stand for too much. */
const fewestLetters = 3;
