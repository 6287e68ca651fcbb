/**
 * Whose stance a sentence in another language than English tells: "la Suisse soutient le fonds" is Switzerland's, whoever says it.
 * A form of the third person is the speaker's own only with their own name, what they speak for, or "our" before it.
 */
import { spokenElsewhere, spokenIn } from '../../words/languages/spoken-phrases.ts';
import { remembering } from '../../words/remembering.ts';
import { phrases, type Phrases } from '../../words/matcher.ts';
import { textOf, type TextWord } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';

/** `about` has the terms of the speaker's name, role and affiliation. */
export function isOwnStance(sentence: string, about: Set<string>, language: string): boolean {
  const text = textOf(sentence);
  return ofSomebody.all(text).every(({ start, end }) => {
    const before = text.words.filter((word) => word.end <= start);
    const opening = before.findLastIndex(({ word, breaks }) => breaks || joins.has(word));
    const clause = before.slice(joins.has(before[opening]?.word ?? '') ? opening + 1 : Math.max(opening, 0));
    // The verb comes first in Arabic.
    const behind = text.words.filter((word) => word.start >= end).slice(0, language === 'ar' ? mostBehind : 0);
    const said = [...clause, ...behind].map(({ start: from, end: to }: TextWord) => sentence.slice(from, to));
    const whose = language === 'zh' ? said.join('') : said.join(' ');
    const terms = termsOf(adverbs(language).cutFrom(whose));
    return terms.length === 0 || terms.some((term) => about.has(term)) || own.in(textOf(whose));
  });
}

/** In words. */
const mostBehind = 1;
const joins = new Set(wordList('que qui car mais porque pero что но который أن لكن'));
const ofSomebody = phrases(...spokenElsewhere('takesSides'));
const own = phrases(...spokenElsewhere('own'));
const adverbs = remembering((language: string): Phrases => phrases(...spokenIn(language, 'beside')), 10);
