/** The letters and digits of a text, folded, with where each stands: how words are found again whatever is between them. */

export interface Letters {
  /** Small letters and digits without marks, nothing between them. */
  folded: string;
  /** UTF-16 offset in the text of each unit of `folded`, and the text's length at the end. */
  offsets: Uint32Array;
  /** 1 where a word begins, or where one may in scripts without blanks. */
  begins: Uint8Array;
}

export function lettersOf(text: string): Letters {
  const parts: string[] = [];
  const offsets: number[] = [];
  const begins: number[] = [];
  let isAfterLetter = false;
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at)!;
    const folded = foldOf(point);
    for (let unit = 0; unit < folded.length; unit += 1) {
      offsets.push(at);
      begins.push(unit === 0 && (!isAfterLetter || point > lastOfBlanks) ? 1 : 0);
    }
    if (folded !== '') parts.push(folded);
    // Soft hyphens and the marks of vowels part no words.
    isAfterLetter = folded !== '' || (isAfterLetter && unheard.test(String.fromCodePoint(point)));
    at += point > 0xffff ? 2 : 1;
  }
  offsets.push(text.length);
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets), begins: Uint8Array.from(begins) };
}

const unheard = /[\p{M}\p{Cf}'’]/u;
/** Behind it are the scripts of East Asia. */
const lastOfBlanks = 0x2e7f;

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
export function aligned(words: Letters, among: Letters, from: number): Int32Array {
  const places = new Int32Array(words.folded.length).fill(-1);
  let at = from;
  let run = 0;
  let lost = 0;
  for (let index = 0; index < places.length && lost < mostLost;) {
    if (words.folded[index] === among.folded[at]) {
      places[index] = at;
      index += 1;
      at += 1;
      run += 1;
      continue;
    }
    const next = again(words, index, among, at, run);
    run = 0;
    if (next === null) {
      lost += 1;
      index += longestSkip;
    } else [index, at] = next;
  }
  return places;
}

/** Where words and text go on together; the last letters of the `run` before may have agreed by chance: "But" and "Bryan". */
function again(words: Letters, index: number, among: Letters, at: number, run: number): [number, number] | null {
  for (const [length, reach, isSure] of looks) {
    for (let back = 0; back <= Math.min(run, longestChance); back += 1) {
      if (words.begins[index - back] !== 1) continue;
      const sought = words.folded.slice(index - back, index - back + length);
      for (
        let found = nextWord(among, sought, at - back + 1, reach + back);
        found >= 0;
        found = nextWord(among, sought, found + 1, at + reach - found)
      )
        if (isSure || goesOn(words, index - back, among, found)) return [index - back, found];
    }
  }
  const reach = among.folded.slice(at, at + longestGap);
  for (let skipped = 0; skipped < longestSkip; skipped += 1) {
    const sought = words.folded.slice(index + skipped, index + skipped + surely);
    if (sought === '') break;
    const found = (skipped === 0 ? reach : reach.slice(0, longestGap / 4)).indexOf(sought);
    if (found >= 0) return [index + skipped, at + found];
  }
  return null;
}

/** Where the letters from here on end to agree, do others of the words stand soon after? */
function goesOn(words: Letters, index: number, among: Letters, at: number): boolean {
  let length = 0;
  while (index + length < words.folded.length && words.folded[index + length] === among.folded[at + length])
    length += 1;
  if (length >= surely || index + length >= words.folded.length) return true;
  for (let back = 0; back < Math.min(length, longestChance); back += 1) {
    if (words.begins[index + length - back] !== 1) continue;
    const sought = words.folded.slice(index + length - back, index + length - back + 9);
    if (nextWord(among, sought, at + length - back, 100) >= 0) return true;
  }
  return false;
}

/** Where these letters stand next at the beginning of a word; -1 where they do not, or are too few to tell. */
function nextWord({ folded, begins }: Letters, sought: string, from: number, far: number): number {
  if (sought.length < fewest || far <= 0) return -1;
  const reach = folded.slice(from, from + far + sought.length);
  for (let found = reach.indexOf(sought); found >= 0; found = reach.indexOf(sought, found + 1))
    if (begins[from + found] === 1) return from + found;
  return -1;
}

/** As many letters that agree stand together by more than chance; at the end of the words fewer are enough. */
const [surely, fewest] = [14, 2];
/**
 * Letters of whole words, how far they are looked for, and whether they are enough: a short line between two names is
 * near, and where it ends the next one is.
 */
const looks: [number, number, boolean][] = [
  [14, 300, true],
  [9, 150, false],
  [5, 100, false],
  [3, 60, false],
  [14, 2000, true],
  [6, 60, true],
];
/** Letters that may agree by chance before what stands between two of a turn. */
const longestChance = 12;
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
