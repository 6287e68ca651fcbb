/** What must have been said: a question without its frame and without whom it asks of. */
import { fold } from '../../words/names.ts';
import { termsOf } from '../../words/terms.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { wordList } from '../../words/word-list.ts';
import { withoutEnd } from './ends.ts';
import { waysTo } from '../phrases/languages.ts';

/**
 * The words that say what for, without those that ask: those stand in every question, and hardly in the sentence that
 * answers it.
 */
export function withoutFrame(question: string): string {
  return frame
    .cutFrom(withoutEnd(question))
    .replaceAll(/^[^\p{L}\p{N}]+|\s+(?=\s)|[\s?!.？！。؟]+$/gu, '')
    .trim();
}

/** The same, without what compares, or what calls somebody's words where all of them are wanted. */
export function matterOf(question: string, { compared, whole }: { compared: boolean; whole: boolean }): string {
  const asked = compared ? withoutComparing(question) : question;
  return withoutCallingIt(withoutFrame(whole ? remarks.cutFrom(asked) : asked));
}

/** "The energy issue" is of energy: whoever speaks of that need not call it an issue. */
function withoutCallingIt(words: string): string {
  const found = calledIssue.first(textOf(words));
  return found?.taken ? words.slice(0, found.end - found.taken.length).trimEnd() : words;
}

const calledIssue = phrases({
  lines: 'the !(other|same|main|key|whole|next|first|last|real|only) * [*] <(issue|topic|subject|theme)> $',
});

/** "How does … view of energy compare with …": what stands between the words that compare is what is compared. */
function withoutComparing(question: string): string {
  let left = question;
  for (const ways of [ofOneMind, compares])
    for (const { start, end } of ways.all(textOf(left)).toReversed())
      left = `${left.slice(0, start)} ${withinOf(left.slice(start, end))} ${left.slice(end)}`;
  return unrepeated(left);
}

/** A phrase without a gap holds nothing but what compares. */
function withinOf(phrase: string): string {
  const words = phrase.split(/\s+/u);
  return words.length <= shortest ? '' : words.filter((word) => !comparing.has(fold(word))).join(' ');
}

const shortest = 3;

/** "On tolls versus what … on tolls" is of tolls once. */
function unrepeated(words: string): string {
  const known = new Set<string>();
  return words
    .split(/\s+/u)
    .filter((word) => {
      const terms = termsOf(word);
      const isNew = terms.length === 0 || terms.some((term) => !known.has(term));
      for (const term of terms) known.add(term);
      return isNew;
    })
    .join(' ');
}

/** The question with a blank in place of each stretch. */
export function cutOut(question: string, stretches: { start: number; end: number }[]): string {
  let left = question;
  for (const { start, end } of stretches.toSorted((one, other) => other.start - one.start))
    left = `${left.slice(0, start)} ${left.slice(end)}`;
  return left;
}

const comparing = new Set(
  wordList(`how where what in do does did are is was were and differ differs differed diverge compare compared different
    agree disagree they both see view regard two the set put place side by against beside each one next to other another`),
);
const frame = waysTo('frame');
const compares = waysTo('compares');
const ofOneMind = waysTo('ofOneMind');
const remarks = waysTo('remarks');
