/** Acronyms that names written out stand for, so that `GDC` finds "Global Digital Compact" and the other way round. */
import { acronymsOf, properRuns, tokensOf } from './names.ts';
import { remembering } from './remembering.ts';
import { isStopWord } from './terms.ts';

/** Acronyms, of three letters or more, of the runs of capitalised words in a text, folded, each as often as its name stands there. */
export function acronymsIn(text: string): string[] {
  return [...text.matchAll(capitalised)].flatMap(([words]) => acronymsOfNames(words));
}

const acronymsOfNames = remembering(
  (words) =>
    properRuns(tokensOf(words)).flatMap((run) => acronymsOf(run.slice(run.findIndex(({ word }) => !isStopWord(word))))),
  50_000,
);

/** Two capitalised words or more, with small ones between them. */
export const capitalised = /\p{Lu}[\p{L}\p{M}'’-]{1,40}(?: (?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}\p{M}'’-]{1,40}){1,9}/gu;
