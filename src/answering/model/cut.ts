/** A cut of a sentence: the words of it that a model keeps, found in it in their order, with what they cannot do without. */
import { mayGo } from '../quotes/clauses.ts';
import { isSameWord, placedWords, withoutMarks, wordsOfBoth, type PlacedWord } from '../verifying/placed-words.ts';

/**
 * The cut of a sentence to `keep`. Words that turn its sense are put back; sentences of other languages than English,
 * whose words that turn the sense are not all known, are cut to themselves. Null where `keep` says nothing, or has a
 * word that the sentence does not have in that order.
 */
export function cutOf(sentence: string, keep: string, language: string | null): string | null {
  const [said, stated] = wordsOfBoth(sentence, keep, language);
  if (stated.length === 0) return null;
  const found = inOrder(stated, said, 'loosely');
  if (found.some((at) => at === null)) return null;
  return printed(sentence, said, new Set(found as number[]), language);
}

/** The whole of it, but for fillers. */
export function wholeOf(sentence: string, language: string | null): string {
  return printed(sentence, placedWords(sentence, language), new Set(), language);
}

/**
 * Whether a statement says the whole of a cut of the sentence, in its words and their order: nothing in it but what was
 * said, and nothing left out but what a cut may leave out.
 */
export function isCutOf(sentence: string, statement: string, language: string | null): boolean {
  const [said, stated] = wordsOfBoth(sentence, statement, language);
  const found = inOrder(stated, said, 'strictly');
  const kept = new Set(found.filter((at) => at !== null));
  if (kept.size === 0 || stated.some((_, at) => found[at] === null && !isSmall(stated, at))) return false;
  const gone = language === 'en' ? mayGo(sentence, said, kept) : new Set<number>();
  return said.every((_, at) => kept.has(at) || gone.has(at) || isSmall(said, at));
}

/** "That" goes before a clause, "the" before some names: "the UK". */
function isSmall(words: PlacedWord[], at: number): boolean {
  return words[at]!.word === 'that' || (words[at]!.word === 'the' && words[at + 1]?.capital === true);
}

/**
 * Where each of the words stands in a sentence, in their order, as close together as can be; null for those that must
 * be passed over so that most find a place. A longest common subsequence that prefers neighbours.
 */
export function inOrder(stated: PlacedWord[], said: PlacedWord[], how: 'strictly' | 'loosely'): (number | null)[] {
  const [rows, columns] = [stated.length + 1, said.length + 1];
  const best = Array.from({ length: rows }, () => new Float64Array(columns));
  const ifHere = Array.from({ length: rows }, () => new Float64Array(columns));
  for (let i = rows - 2; i >= 0; i -= 1) {
    for (let j = columns - 2; j >= 0; j -= 1) {
      if (isSameWord(stated[i]!.word, said[j]!.word, how))
        ifHere[i]![j] = 1 + Math.max(best[i + 1]![j + 1]!, (ifHere[i + 1]![j + 1]! || -1) + besideCounts);
      best[i]![j] = Math.max(ifHere[i]![j]!, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const places: (number | null)[] = stated.map(() => null);
  for (let i = 0, j = 0; i < stated.length && j < said.length;) {
    if (ifHere[i]![j]! > 0 && ifHere[i]![j] === best[i]![j]) {
      for (let beside = true; beside;) {
        places[i] = j;
        beside = (ifHere[i + 1]?.[j + 1] ?? 0) > 0 && ifHere[i]![j] === 1 + ifHere[i + 1]![j + 1]! + besideCounts;
        i += 1;
        j += 1;
      }
    } else if (best[i]![j] === best[i]![j + 1]) j += 1;
    else i += 1;
  }
  return places;
}

/** Less than a word counts, however many stand side by side in a sentence. */
const besideCounts = 0.001;

function printed(sentence: string, said: PlacedWord[], kept: Set<number>, language: string | null): string {
  const gone = language === 'en' ? mayGo(sentence, said, kept) : new Set<number>();
  const parts: string[] = [];
  let from = 0;
  for (const [at, { start, end }] of said.entries()) {
    if (!gone.has(at)) continue;
    // What is left out together leaves one gap.
    if (!gone.has(at - 1)) parts.push(sentence.slice(from, start));
    from = Math.max(from, end);
  }
  return tidied([...parts, sentence.slice(from)]);
}

/** Joined where words were left out, with the marks that then part nothing taken away. */
function tidied(parts: string[]): string {
  const [first, ...others] = parts.map((part) => withoutMarks(part));
  const joined = others.reduce((before, after) => {
    const [said, rest] = [before.replace(marksAtEnd, ''), after.replace(marksAtStart, '')];
    const marks = before.slice(said.length) + after.slice(0, after.length - rest.length);
    if (said === '' || rest === '' || /^[.!?…]/u.test(rest)) return said + rest;
    return `${said}${markBetween(said, marks, rest)} ${rest}`;
  }, first!);
  return joined
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.;:?!…]|n?['’](?:s|re|ve|ll|m|d|t)(?!\p{L}))/gu, '')
    .replace(marksAtStart, '')
    .trim();
}

const marksAtEnd = /[\s,;:—–-]+$/u;
const marksAtStart = /^[\s,;:—–-]+/u;

/** A comma on either side of what was left out is one where a clause begins, none where one goes on. */
function markBetween(said: string, marks: string, rest: string): string {
  const stronger = /[;—–:]/u.exec(marks)?.[0];
  if (stronger !== undefined) return stronger;
  if (!marks.includes(',')) return '';
  const goesOn =
    marks.split(',').length > 2 && !/^(?:we|i|you|they|he|she|it|there|this|if|when)(?!\p{L})/iu.test(rest);
  return goesOn || /(?<!\p{L})(?:and|but|so|or|that|is|are|was|were)$/iu.test(said) ? '' : ',';
}
