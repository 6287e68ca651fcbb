/** What people give is cut to what is worth reading, and they are told. */

/** In characters after folding: `ﷺ` is one as written, and eighteen as it is read. */
export const longest = { question: 4_000, name: 300, quotation: 5_000 };

export interface Shortened {
  text: string;
  isCut: boolean;
}

/** The beginning of a text that folds to no more than `most` characters, to the end of a word where one is near. */
export function shortened(text: string, most: number): Shortened {
  let room = most;
  let end = 0;
  for (const character of text) {
    room -= character < '\x80' ? 1 : character.normalize('NFKC').length;
    if (room < 0) break;
    end += character.length;
  }
  if (room >= 0) return { text, isCut: false };
  const wordEnd = text.slice(0, end).search(/\s\S{0,40}$/u);
  return { text: text.slice(0, wordEnd > 0 && /\S/.test(text[end]!) ? wordEnd : end), isCut: true };
}

/** A question without runs of blanks. */
export function shortenedQuestion(text: string): Shortened {
  return shortened(text.replace(/\s+/g, ' '), longest.question);
}

/** The sentence that tells of it. */
export function cutNotice(what: string, most: number): string {
  return `Only the first ${most.toLocaleString('en')} characters of the ${what} were read; give the rest by itself.`;
}
