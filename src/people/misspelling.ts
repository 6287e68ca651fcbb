/** Spelling put right: whether a word could be a name misspelt, and how far it is from it. */
import { distance } from 'fastest-levenshtein';
import { languages, regions, singular } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';
import { wordsOfAsking } from './asked-of.ts';
import { forms } from './asked-phrase.ts';
import { roleNouns } from './roles.ts';

/** How far a word is from a name it could be a misspelling of: 0 where only its sound agrees, null where it is none. */
export function misspelling(word: string, wordSounds: string, name: string, nameSounds: string): number | null {
  const shorter = Math.min(word.length, name.length);
  if (name.length < 5 || shorter < 4 || Math.abs(word.length - name.length) > 2) return null;
  if (word[0] === name[0] && wordSounds === nameSounds) return 0;
  if (shorter < 5) return null;
  const apart = distance(word, name);
  const one = apart <= 1 || (apart === 2 && isSwapped(word, name));
  if (one) return shorter > 5 || word[0] === name[0] ? 1 : null;
  return apart === 2 && shorter > 7 ? 2 : null;
}

/** Whether a folded word could be a name misspelt, rather than a word like others. */
export function mayBeMisspelt(word: string): boolean {
  return (
    word.length > 3 &&
    /^\p{L}+$/u.test(word) &&
    !wordsOfAsking.has(word) &&
    !forms.has(singular(word)) &&
    !roleNouns.has(singular(word)) &&
    !regions().has(word) &&
    !languages().has(word) &&
    !groupWords.has(word)
  );
}

function isSwapped(word: string, name: string): boolean {
  if (word.length !== name.length) return false;
  let at = 0;
  while (word[at] === name[at]) at += 1;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
}

const groupWords = new Set(
  wordList(`
    people others everyone everybody anyone anybody nobody they them she he it
    members speakers experts panel audience panelists participants group team companies market marketing
    countries government governments
  `),
);
