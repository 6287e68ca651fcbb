/** The words and sentences the program has of each language: one file a language. */
import { arabic } from './arabic.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import type { Language } from './language-words.ts';

/** By primary tag. */
export const languageWords: Record<string, Language> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
  de: german,
  pt: portuguese,
  it: italian,
};
