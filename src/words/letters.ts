/** The letters and digits of a text, folded, with where each stands: how words are found again whatever is between them. */

export interface Letters {
  /** Small letters and digits without marks, nothing between them. */
  folded: string;
  /** UTF-16 offset in the text of each unit of `folded`, and the text's length at the end. */
  offsets: Uint32Array;
}

export function lettersOf(text: string): Letters {
  const parts: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at)!;
    const folded = foldOf(point);
    if (folded !== '') {
      parts.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) offsets.push(at);
    }
    at += point > 0xffff ? 2 : 1;
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) };
}

/** How many letters begin before an offset of the text. */
export function lettersBefore({ offsets }: Letters, offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * For each letter of `words` where it stands in `among`, from `from` on, or -1: in order, over whatever stands between
 * them there (a note mark, a name, the head of a page), and without those that are not there.
 */
export function aligned(words: string, among: string, from: number): Int32Array {
  const places = new Int32Array(words.length).fill(-1);
  let at = from;
  let run = 0;
  let lost = 0;
  for (let index = 0; index < words.length && lost < mostLost;) {
    if (words[index] === among[at]) {
      places[index] = at;
      index += 1;
      at += 1;
      run += 1;
      continue;
    }
    // The last letters may have been like those that stand between by chance: "But" and "Bryan".
    const back = Math.min(run, longestChance, at - from);
    run = 0;
    const next = again(words, index, among, at, back);
    if (next === null) {
      lost += 1;
      index += longestSkip;
    } else [index, at] = next;
  }
  return places;
}

/** Where words and text go on together. */
function again(words: string, index: number, among: string, at: number, back: number): [number, number] | null {
  for (let chance = back; chance > 0; chance -= 1) {
    const sought = words.slice(index - chance, index - chance + surely);
    const found = sought.length < surely ? -1 : among.slice(at - chance + 1, at + longestGap).indexOf(sought);
    if (found >= 0) return [index - chance, at - chance + 1 + found];
  }
  const reach = among.slice(at, at + longestGap);
  for (let skipped = 0; skipped < longestSkip; skipped += 1) {
    const sought = words.slice(index + skipped, index + skipped + surely);
    if (sought === '') break;
    const found = (skipped === 0 ? reach : reach.slice(0, longestGap / 4)).indexOf(sought);
    if (found >= 0) return [index + skipped, at + found];
  }
  return null;
}

/** As many letters that agree stand together by more than chance. */
const surely = 14;
/** Letters that may agree by chance before what stands between two of a turn. */
const longestChance = 6;
/** Letters that may stand between two of a turn, and letters of a turn that may not be there. */
const [longestGap, longestSkip] = [2000, 40];
/** After as many stretches that are not found it is not the same text. */
const mostLost = 60;

const folds = new Map<number, string>();

function foldOf(point: number): string {
  const known = folds.get(point);
  if (known !== undefined) return known;
  const folded = String.fromCodePoint(point)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  folds.set(point, folded);
  return folded;
}
