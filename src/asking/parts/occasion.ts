/** What was being spoken of when what is asked for was said: "when discussing the budget". It tells where to look, and need not be said again. */
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';

/** The same question of any occasion. */
export function withoutOccasion(question: string): string {
  const found = occasion.first(textOf(question));
  return found === null || found.start === 0 ? question : `${question.slice(0, found.start).trimEnd()}?`;
}

const occasion = waysTo('occasion');
