/** Which words that tell something two texts do not share, each as it is written, in order. */
import { termsOf } from './terms.ts';
import { textOf } from './text-words.ts';

/** Most of each that are told; a longer list says that all is different. */
const most = 12;

export function changedWords(before: string, after: string): { gone: string[]; come: string[] } {
  const [one, other] = [before, after].map((text) => new Set(termsOf(text))) as [Set<string>, Set<string>];
  return { gone: without(before, other), come: without(after, one) };
}

function without(text: string, others: Set<string>): string[] {
  const words = textOf(text).words.flatMap(({ word }) => {
    const terms = termsOf(word);
    return terms.length > 0 && terms.every((term) => !others.has(term)) ? [word] : [];
  });
  return [...new Set(words)].slice(0, most);
}
