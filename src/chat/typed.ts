/** What is meant by the words that somebody types to choose from a list. */
import { foldVariants } from '../words/names.ts';

/** Every word typed begins a word of the text, in any spelling of its diacritics. */
export function holds(text: string, typed: string): boolean {
  const words = text.split(/[\s·,;:()"“”]+/).flatMap(foldVariants);
  return typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => foldVariants(word).some((variant) => words.some((one) => one.startsWith(variant))));
}
