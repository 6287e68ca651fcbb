/** What stands in quotation marks in somebody's paper. */

export interface MarkedWords {
  /** Without the marks. */
  text: string;
  /** UTF-16 offsets of the words, the marks around them left out. */
  start: number;
  end: number;
}

/** Marks that open, and those that close what they opened. */
const closers: { [opener: string]: string } = {
  '“': '”“',
  '„': '“”',
  '«': '»',
  '「': '」',
  '『': '』',
  '"': '"',
  '‘': '’',
  "'": "'",
};
const isUpright = (mark: string) => mark === '"' || mark === "'";
const isSingle = (mark: string) => mark === '‘' || mark === "'";

/**
 * In the order they stand, none within another. Of words whose mark is not closed all that follow are taken where `goesOn`:
 * the next paragraph opens it again.
 */
export function markedWordsIn(text: string, goesOn = false): MarkedWords[] {
  const found: MarkedWords[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    if (!Object.hasOwn(closers, mark) || !opens(text, at)) continue;
    const end = closing(text, at) ?? closingFar(text, at);
    if (end === null) {
      if (!goesOn || mark !== '“') continue;
      add(at + 1, text.length);
      break;
    }
    add(at + 1, end);
    at = end;
  }
  return found;

  function add(start: number, end: number): void {
    const words = text.slice(start, end);
    const [before, after] = [words.length - words.trimStart().length, words.length - words.trimEnd().length];
    if (words.trim() !== '') found.push({ text: words.trim(), start: start + before, end: end - after });
  }
}

/** In characters: what is longer is a mark that was never closed, or words that nothing else in such marks stands in. */
const longest = 5_000;

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** An upright mark opens at the beginning of a word, an apostrophe does not. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (!isUpright(mark) && !isSingle(mark)) return true;
  return !isLetter(text[at - 1]) && text[at + 1] !== undefined && !/\s/u.test(text[at + 1]!);
}

function closing(text: string, at: number): number | null {
  const mark = text[at]!;
  const marks = closers[mark]!;
  const past = Math.min(text.length, at + longest);
  let possessive: number | null = null;
  for (let end = at + 1; end < past; end += 1) {
    if (!marks.includes(text[end]!)) continue;
    if (!isSingle(mark)) {
      if (isUpright(mark) && isLetter(text[end + 1])) continue;
      return end;
    }
    if (isLetter(text[end + 1])) continue;
    // "the members’ fund" may go on: the next one closes, where there is one before another opens.
    if (possessive === null && text[end - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(end + 1, end + 3))) {
      possessive = end;
      continue;
    }
    return possessive !== null && text.slice(possessive, end).includes('‘') ? possessive : end;
  }
  return possessive;
}

/** Of a long quotation, the first of its marks that follows is the one that closes it. */
function closingFar(text: string, at: number): number | null {
  const mark = text[at]!;
  const marks = closers[mark]!;
  if (isSingle(mark)) return null;
  let end = at + 1;
  while (end < text.length && text[end] !== mark && !marks.includes(text[end]!)) end += 1;
  const isClosed = end < text.length && (isUpright(mark) || text[end] !== mark);
  return isClosed && end - at >= longest ? end : null;
}
