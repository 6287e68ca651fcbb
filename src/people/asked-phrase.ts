/** Reading a phrase that names someone: its titles, its words, and which of them only say that it is a person. */
import { stemmer } from 'stemmer';
import { foldVariants, partsOf, singular, smallWords, sound, titles, tokensOf, type Token } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { remembering } from '../words/remembering.ts';
import { inLatin } from './name-forms.ts';
import { roleNouns } from './roles.ts';

/** Reads the phrase that names someone: `the Director of the Lake Office`, `Dr. Lee`, `someone from the Ministry`. */
export function readPhrase(phrase: string): Asked {
  const tokens = tokensOf(phrase);
  let first = 0;
  while (first < tokens.length && articles.has(tokens[first]!.word) && !tokens[first]!.upper) first += 1;
  const given: string[] = [];
  while (
    first < tokens.length - 1 &&
    titles.has(tokens[first]!.word) &&
    !smallWords.has(tokens[first + 1]!.word) &&
    !roleNouns.has(tokens[first + 1]!.word)
  ) {
    given.push(tokens[first]!.word);
    first += 1;
  }
  const left = tokens.slice(first);
  const kept = left.filter(({ word, capital }) => !smallWords.has(word) || (capital && left.length === 1));
  const words = kept.flatMap(({ raw }) => wordsOf(raw));
  return {
    tokens: left,
    words: words.map(({ asked }) => asked),
    titles: given,
    forms: words.filter(({ isForm }) => isForm).map(({ asked }) => asked.word),
  };
}

/** Of a word as it is written, its parts. One question is read in many stretches, and has the same words in each: not to be changed. */
const wordsOf = remembering((raw): { asked: AskedWord; isForm: boolean }[] => {
  const [token] = tokensOf(raw);
  const single = token!.word.length === 1 && /\p{L}/u.test(token!.word);
  const initial = (/^\p{Lu}(?:\.\p{Lu})*\.?$/u.test(raw) && raw.length < 3) || single;
  const acronym = token!.upper || raw.includes('.');
  const parts = acronym && !initial ? [token!.word] : partsOf(raw);
  return parts.map((word) => ({
    asked: {
      raw,
      word: forms.has(singular(word)) ? singular(word) : word,
      variants: [
        ...new Set([
          ...foldVariants(raw.includes('-') || acronym ? word : raw.replaceAll('.', '')),
          word,
          ...inLatin(word),
        ]),
      ],
      stem: stemmer(word),
      sounds: sound(word),
      initial,
    },
    isForm: forms.has(word),
  }));
}, 2_000);

/** A word of the phrase, and the ways it is compared: `raw` as written, the others folded. */
export interface AskedWord {
  raw: string;
  word: string;
  variants: string[];
  stem: string;
  sounds: string;
  initial: boolean;
}

/** A phrase read: `tokens` without articles and titles, `words` without the small ones, `forms` those that say only that it is a person. */
export interface Asked {
  tokens: Token[];
  words: AskedWord[];
  titles: string[];
  forms: string[];
}

/** Words before a name or an office that are no part of it. */
export const articles = new Set(wordList('the a an this that our his her someone anyone anybody somebody from'));

/** Words for a person that say nothing of which. */
export const forms = new Set(
  wordList(`
    representative delegate delegation official expert colleague
    speaker panelist panellist participant presenter
    gentleman lady man woman guy person someone somebody one
  `),
);
