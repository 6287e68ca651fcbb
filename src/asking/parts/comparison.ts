/** What a question holds against each other, and what it leaves open: "A and B", "energy or minerals". */
import { textOf, type TextWord } from '../../words/text-words.ts';
import { isStopWord } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';
import { waysTo } from '../phrases/languages.ts';
import type { Mention } from '../../people/mentions.ts';

/**
 * The sides of a comparison in the question's words and order; empty where nothing is compared. `asksOnlyWords`: what
 * was said is asked for, and nothing else.
 */
export function sidesIn(question: string, speakers: Mention[], asksOnlyWords: boolean): string[] {
  const asked = textOf(question);
  const comparing = compares.first(asked);
  // In whose view two differ is no side of it.
  const view = inViewOf.all(asked).find(({ start }) => comparing !== null && start >= comparing.end);
  const text = view ? textOf(question.slice(0, view.start)) : asked;
  // Where two differ, or agree, is seen from what each said; and of two who are asked of, each is heard.
  if (speakers.length > 1 && (asksOnlyWords || comparing || ofOneMind.in(text) || apart.in(text)))
    return speakers.map(({ phrase }) => phrase);
  if (!comparing) return [];
  // "How do Norden and Ossa differ in how they deal with mud?": who says so of both tells it.
  const isInside = ({ start }: TextWord) => start > comparing.start && start < comparing.end;
  if (text.words.some((word) => joints.has(word.word) && isInside(word))) return [];
  // Two matters: "Compare wind and tide as sources", "the difference between wind and tide".
  const pair = pairs.all(text).find(({ start }) => start >= comparing.start);
  const joint = text.words.findIndex(
    ({ word, start }) => joints.has(word) && start > (pair?.end ?? comparing.end) && start > comparing.start,
  );
  if (joint < 0) return [];
  const from = text.words.findIndex(({ start }) => start >= (pair?.end ?? comparing.end));
  const sides = [...listBefore(text.words, joint, from), chunkAfter(text.words, joint)].map((words) =>
    written(question, withWholeName(question, text.words, words)),
  );
  return sides.every((side) => side !== '') ? sides : [];
}

/** "Are Norden and Ossa of one mind?" asks of them, though neither is asked to have said a thing. */
export function asksWhetherAlike(question: string, known: Mention[]): boolean {
  return (asksOfBoth(question, known) && ofOneMind.in(textOf(question))) || asksHowTheySee(question, known);
}

/** "The difference between how Norden and Ossa see mud": each has a view of it. */
function asksHowTheySee(question: string, known: Mention[]): boolean {
  const comparing = compares.first(textOf(question));
  const [one, ...others] = known.toSorted((each, other) => each.start - other.start);
  const last = others.at(-1);
  if (!comparing || !one || !last || comparing.start > one.start) return false;
  const areJoined = [one, ...others].every(({ end }, at) => {
    const between = textOf(question.slice(end, others[at]?.start ?? end));
    return between.words.length === 0 || joinsBoth.in(between);
  });
  return (
    areJoined &&
    beforeViewers.in(textOf(question.slice(0, one.start))) &&
    afterViewers.in(textOf(question.slice(last.end)))
  );
}

/** "Do Norden and Ossa both want it?" is answered by what each said, as "Do they see it alike?" is. */
export function asksOfBoth(question: string, speakers: Mention[]): boolean {
  if (speakers.length < 2) return false;
  const inOrder = speakers.toSorted((one, other) => one.start - other.start);
  return inOrder.every(({ start }, at) => {
    if (at === 0) return opensWithBoth.in(textOf(question.slice(0, start)));
    const between = textOf(question.slice(inOrder[at - 1]!.end, start));
    return between.words.length === 0 || joinsBoth.in(between);
  });
}

/** "House of Lamps" is one side, and not the lamps of it. */
function withWholeName(question: string, all: TextWord[], side: TextWord[]): TextWord[] {
  if (side.length === 0) return side;
  const isCapital = (at: number) => /^\p{Lu}/u.test(question.slice(all[at]?.start, all[at]?.end));
  let [first, last] = [all.indexOf(side[0]!), all.indexOf(side.at(-1)!)];
  const joins = (at: number) => nameJoints.has(all[at]?.word ?? '') && isCapital(at - 1) && isCapital(at + 1);
  while (first > 2 && joins(first - 1)) first -= 2;
  while (joins(last + 1)) last += 2;
  return all.slice(first, last + 1);
}

const nameJoints = new Set(wordList('of for'));

/** Matters of which any will do: `energy` and `minerals` of "about energy or minerals"; empty where all is wanted. */
export function alternativesIn(matter: string): string[] {
  const { words } = textOf(matter);
  const joint = words.findIndex(({ word }) => either.has(word));
  if (joint < 0) return [];
  const sides = [...listBefore(words, joint), chunkAfter(words, joint)].map((side) => written(matter, side));
  return sides.every((side) => side !== '') ? sides : [];
}

/** Says in whose words, or of what. */
const closing = new Set(wordList('according regarding concerning described presented mentioned'));
const being = new Set(wordList('is are was were'));
const either = new Set(wordList('or ou o u или 或 أو oder'));
const joints = new Set(wordList('and with to versus vs et y и 和 و'));
const compares = waysTo('compares');
const ofOneMind = waysTo('ofOneMind');
const apart = waysTo('apart');
const opensWithBoth = waysTo('opensWithBoth');
const beforeViewers = waysTo('beforeViewers');
const afterViewers = waysTo('afterViewers');
const joinsBoth = waysTo('joinsBoth');
const inViewOf = waysTo('inViewOf');
const pairs = waysTo('between');

/** "Today's boat" is one side. */
const parts = (word: string) => word !== 's' && isStopWord(word);

/** Words up to the joint with no small word and no mark between them. */
function chunkBefore(words: TextWord[], joint: number, first = 0): TextWord[] {
  if (words[joint]!.breaks) return [];
  let from = joint;
  while (from > first && !parts(words[from - 1]!.word) && (from === joint || !words[from]!.breaks)) from -= 1;
  return words.slice(from, joint);
}

function chunkAfter(words: TextWord[], joint: number): TextWord[] {
  let first = joint + 1;
  while (first < words.length && articles.has(words[first]!.word)) first += 1;
  let to = first;
  while (
    to < words.length &&
    !parts(words[to]!.word) &&
    !closing.has(words[to]!.word) &&
    (to === first || !words[to]!.breaks)
  )
    to += 1;
  return words.slice(first, to);
}

/** "wind, tide or coal" has two before the "or". */
function listBefore(words: TextWord[], joint: number, from = 0): TextWord[][] {
  const last = chunkBefore(words, joint, from);
  const chunks = [last];
  let first = last[0];
  while (first?.breaks) {
    const at = words.indexOf(first);
    if (at <= from) break;
    const chunk = chunkBefore(
      words.map((word, index) => (index === at ? { ...word, breaks: false } : word)),
      at,
      from,
    );
    // "Which is bigger, wind or tide?" has two, not three.
    if (chunk.length === 0 || being.has(words[words.indexOf(chunk[0]!) - 1]?.word ?? '')) break;
    chunks.unshift(chunk);
    first = chunk[0];
  }
  return chunks;
}

const articles = new Set(wordList('the a an about on in of le la les l el los las de du des del sobre о об про'));

function written(text: string, words: TextWord[]): string {
  return words.length === 0 ? '' : text.slice(words[0]!.start, words.at(-1)!.end);
}
