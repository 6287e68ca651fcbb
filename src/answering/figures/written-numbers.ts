/** Numbers that are written in words and in figures: "ninth" and "9th", "six" and "6", "the sixties" and "the 60s". */
import type { OtherWords } from '../../retrieval/stands-for.ts';
import { isEnglish } from '../../words/language.ts';
import { termsOf, wordsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import { numberWordsOf } from './number-words.ts';

/** Of the numbers in a question, how else they are written. `language` is that of the question, null where it is not known. */
export function writtenOtherwise(words: string, language: string | null): OtherWords[] {
  const { small, ordinals } = numberWordsOf(language);
  return wordsOf(words).flatMap((word) => {
    const decades = isEnglish(language) ? decadeOtherwise(word) : [];
    const others = [...asFigures(word, small, ordinals), ...asWords(word, small, ordinals), ...decades];
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

/** "The sixties", "the 60s" and "the 1960s". */
function decadeOtherwise(word: string): string[] {
  const named = decades.indexOf(word) + 1;
  const tens = named > 0 ? named : Number(/^(?:19)?([1-9])0s$/u.exec(word)?.[1] ?? 0);
  if (tens === 0) return [];
  const ways = [`${tens}0s`, `19${tens}0s`, decades[tens - 1] ?? ''];
  return ways.filter((way) => way !== '' && way !== word);
}

/** From the tens on, which nobody calls so. */
export const decades = ['', ...wordList('twenties thirties forties fifties sixties seventies eighties nineties')];

function endingOf(place: number): string {
  if (place > 3 && place < 21) return 'th';
  return ['th', 'st', 'nd', 'rd'][place % 10] ?? 'th';
}

/** "One" and "two" are said of anything. */
const least = 3;
