/** Whom "he" and "they" mean where the question before asked of nobody: who was quoted for it, or told of. */
import { waysTo } from '../asking/phrases/languages.ts';
import type { Directory } from '../people/directory.ts';
import type { Mention } from '../people/mentions.ts';
import { textOf } from '../words/text-words.ts';
import { wordList } from '../words/word-list.ts';
import type { Before } from './kinds/kind.ts';
import { mentionOf } from './parts-of.ts';

/** Where several were quoted, "they" are all of them, and "he" may be any, which is said. `named` is who was spoken of besides. */
export function whoAnswered(
  question: string,
  last: Before | null,
  named: string | undefined,
  directory: Directory,
): Mention[] {
  const quoted = new Set((last?.quotes ?? []).flatMap(({ speaker }) => speaker ?? []));
  const names = last?.about ? [last.about] : quoted.size > 0 ? [...quoted] : named ? [named] : [];
  const mentions = names.map((name) => mentionOf(name, directory));
  if (mentions.length < 2 || isOfSeveralBefore(question)) return mentions;
  const pronoun = pronounIn(question);
  const people = new Map(mentions.flatMap(({ matches }) => matches.map((match) => [match.person, match])));
  return pronoun === null
    ? mentions.slice(0, 1)
    : [{ ...mentions[0]!, phrase: pronoun, matches: [...people.values()] }];
}

/** "They" and "them". */
export const isOfSeveralBefore = (question: string) => severalBefore.in(textOf(question));
const severalBefore = waysTo('severalBefore');

/** As it is told of; null where the question has none, as "¿Qué más dijo?". */
function pronounIn(question: string): string | null {
  const found = textOf(question).words.find(({ word }) => asSubject.has(word));
  return found ? asSubject.get(found.word)! : (/[他她](?!们)/u.exec(question)?.[0] ?? null);
}

/** Each form of a pronoun with the one that begins a sentence. */
const asSubject = new Map(
  wordList(`he/He him/He his/He she/She her/She hers/She il/Il elle/Elle lui/Lui ella/Ella
    он/Он его/Он ему/Он она/Она ее/Она ей/Она هو/هو هي/هي`).map((pair) => pair.split('/') as [string, string]),
);
