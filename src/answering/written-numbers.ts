/** Numbers that are written in words and in figures: "ninth" and "9th", "six" and "6". */
import type { OtherWords } from '../retrieval/stands-for.ts';
import { termsOf, wordsOf } from '../words/terms.ts';
import { numberWordsOf } from './number-words.ts';

/** Of the numbers in a question, how else they are written. `language` is that of the question, null where it is not known. */
export function writtenOtherwise(words: string, language: string | null): OtherWords[] {
  const { small, ordinals } = numberWordsOf(language);
  return wordsOf(words).flatMap((word) => {
    const others = [...asFigures(word, small, ordinals), ...asWords(word, small, ordinals)];
    return others.length === 0 ? [] : [{ terms: termsOf(word), others: others.map((other) => termsOf(other)) }];
  });
}

type Numbers = Map<string, number>;

function asFigures(word: string, small: Numbers, ordinals: Numbers): string[] {
  const [count, place] = [small.get(word), ordinals.get(word)];
  return [
    ...(count !== undefined && count >= least ? [String(count)] : []),
    ...(place === undefined ? [] : [`${place}${endingOf(place)}`]),
  ];
}

function asWords(word: string, small: Numbers, ordinals: Numbers): string[] {
  const place = /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1];
  const [numbers, value] = place === undefined ? [small, Number(word)] : [ordinals, Number(place)];
  if (!/^\d/u.test(word) || value < least) return [];
  return [...numbers].flatMap(([name, counts]) => (counts === value ? [name] : []));
}

function endingOf(place: number): string {
  if (place > 3 && place < 21) return 'th';
  return ['th', 'st', 'nd', 'rd'][place % 10] ?? 'th';
}

/** "One" and "two" are said of anything. */
const least = 3;
