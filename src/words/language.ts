/** Which language a text is in, as far as its script and commonest words tell, and the few phrases the program adds to prose. */
import { howMany } from './how-many.ts';
import type { Replies } from './languages/language-words.ts';
import { languageWords } from './languages/languages.ts';

/** BCP 47 language of a text, `fr`; null where it is too short or too mixed to say. */
export function languageOf(text: string): string | null {
  if (otherThanLatin.test(text)) {
    const letters = howMany(text, /\p{L}/gu);
    for (const [language, script] of scripts) if (howMany(text, script) > letters / 3) return language;
  }
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}]+/gu) ?? [])
    for (const language of commonIn.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, one], [, other]) => other - one);
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** `anglais` for English said in French; the tag itself where `Intl` does not know it. */
export function languageName(language: string, inLanguage: string): string {
  // Some records have a name that no tag is known of.
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)) return language;
  return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(language) ?? language;
}

/** The primary part of a tag, `fr` of `fr-CH` or `fr_FR`; null where a record has something else. */
export function primary(language: string | null): string | null {
  return /^[a-z]{2,3}(?=[-_]|$)/.exec(language?.toLowerCase() ?? '')?.[0] ?? null;
}

/** Also where nothing tells the language, for most is English. */
export function isEnglish(language: string | null): language is 'en' | null {
  return language === null || language === 'en';
}

/** What the program says in its own words, in the language of the question; English where that is another. */
export function phrasesIn(language: string | null): Replies {
  return languageWords[language ?? 'en']?.replies ?? languageWords['en']!.replies!;
}

/** Most text has no letter of any of these. */
const otherThanLatin = /[\u0370-\u1fff\u2e80-\u{10ffff}]/u;
// Kana before Han: Japanese has both.
const scripts: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
];

/** The languages that have each word among their commonest. */
const commonIn = new Map<string, string[]>();
for (const [language, { commonest = '' }] of Object.entries(languageWords)) {
  for (const word of new Set(commonest.split(/\s+/))) commonIn.set(word, [...(commonIn.get(word) ?? []), language]);
}
