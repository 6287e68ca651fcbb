/** Words that belong together in a text, such as "harbour dues". */
import { termsOf } from './terms.ts';

/** The terms of words that stand side by side in a text with no other word and no mark between, two or more of each. */
export function compoundsIn(text: string): string[][] {
  const compounds: string[][] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length > 1) compounds.push(run);
    run = [];
  };
  for (const word of text.split(/\s+/u)) {
    const terms = termsOf(word);
    const [opens, closes] = [/^[^\p{L}\p{N}]/u.test(word), /[^\p{L}\p{N}]$/u.test(word)];
    if (opens || terms.length === 0) close();
    // "SDG4" is one word, and its parts too.
    if (terms.length === 1 || (terms.length > 1 && !/\p{N}/u.test(word))) run.push(...terms);
    else close();
    if (closes) close();
  }
  close();
  return compounds;
}
