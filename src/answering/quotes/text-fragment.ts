/**
 * The part of an address that opens a page at some of its words: https://wicg.github.io/scroll-to-text-fragment/.
 *
 * A browser takes the first place that fits, and of `start,end` the next `end` behind the first `start`. So the three words
 * before go with it, and more of all parts where the page has the same words earlier.
 */
import { aligned, lettersBefore, lettersOf, type Letters } from '../../words/letters.ts';

/** What a page shows, as in `Session.page`. */
export interface Shown {
  text: string;
  turns: number[];
}

/** `prefix-,start,end,-suffix` for the words of the page at these offsets, in at most `room` characters where that can be. */
export function textFragment(page: string, within: { start: number; end: number }, room: number): string {
  const place = atEdges(page, within);
  const letters = readPage(page);
  const nextBlock = page.indexOf(blockEnd, place.start);
  const isOneBlock = nextBlock < 0 || nextBlock >= place.end;
  const first = someWords(page, place.start, isOneBlock ? place.end : nextBlock);
  const last = isOneBlock ? first : someWords(page, page.lastIndexOf(blockEnd, place.end - 1) + 1, place.end);
  // The parts stand side by side on the page, whatever marks are between their words.
  first[0]!.start = place.start;
  last.at(-1)!.end = place.end;
  const before = wordsBefore(page, place.start);
  const after = wordsAfter(page, place.end);

  let best: string | null = null;
  for (const { prefix, start, end, suffix } of sizes(first.length)) {
    const isWhole = isOneBlock && (start === 0 || start + end >= first.length);
    // Over two blocks the first and the last words are all that there can be.
    if (start === 0 && !isOneBlock) continue;
    const parts: Parts = {
      prefix: before.slice(-prefix),
      start: isWhole ? first : first.slice(0, start),
      end: isWhole ? [] : last.slice(-end),
      suffix: after.slice(0, suffix),
    };
    const fragment = written(page, parts);
    if (fragment.length <= room && opensAtFirst(letters, parts)) return fragment;
    // What opens at the wrong one of two places is better than what cannot be sent.
    if (best === null || (best.length > room && fragment.length < best.length)) best = fragment;
  }
  return best!;
}

const blockEnd = '\u2029';

interface Word {
  start: number;
  end: number;
}

interface Parts {
  prefix: Word[];
  start: Word[];
  end: Word[];
  suffix: Word[];
}

/** How many words of each part, in the order they are tried; a start of 0 is all of the words. */
function sizes(count: number): { prefix: number; start: number; end: number; suffix: number }[] {
  const tried: [number, number, number, number][] = [
    ...(count <= 10 ? [[3, 0, 0, 0] as [number, number, number, number]] : []),
    [3, 5, 5, 0],
    [3, 7, 7, 0],
    [3, 5, 10, 0],
    [6, 5, 5, 0],
    [3, 0, 0, 0],
    [6, 8, 10, 0],
    [12, 5, 10, 0],
    [6, 0, 0, 0],
    [3, 0, 0, 3],
    [12, 0, 0, 0],
    [6, 0, 0, 6],
    [20, 0, 0, 10],
    [3, 4, 4, 0],
    [3, 3, 5, 0],
    [3, 3, 3, 0],
    [3, 2, 3, 0],
    [2, 2, 2, 0],
    [1, 2, 2, 0],
    [1, 1, 1, 0],
  ];
  return tried.map(([prefix, start, end, suffix]) => ({ prefix, start, end, suffix }));
}

/** Is the first place of the page that fits, whatever stands between its letters, the one meant? */
function opensAtFirst(letters: Letters, { prefix, start, end, suffix }: Parts): boolean {
  const { folded } = letters;
  const at = (offset: number) => lettersBefore(letters, offset);
  const of = (words: Word[]) => folded.slice(at(words[0]!.start), at(words.at(-1)!.end));
  const begins = at((prefix[0] ?? start[0]!).start);
  const ends = at(start.at(-1)!.end);
  if (end.length === 0) {
    const through = suffix.length === 0 ? ends : at(suffix.at(-1)!.end);
    return folded.indexOf(folded.slice(begins, through)) === begins;
  }
  if (folded.indexOf(folded.slice(begins, ends)) !== begins) return false;
  return folded.indexOf(of(end), ends) === at(end[0]!.start);
}

/** Each part with the page's own blanks and line ends between its words. */
function written(page: string, { prefix, start, end, suffix }: Parts): string {
  const part = (words: Word[]) =>
    words.length === 0
      ? null
      : encodeURIComponent(page.slice(words[0]!.start, words.at(-1)!.end).toWellFormed()).replaceAll('-', '%2D');
  const [before, after] = [part(prefix), part(suffix)];
  return [before && `${before}-`, part(start), part(end), after && `-${after}`]
    .filter((each) => each !== null)
    .join(',');
}

/** The words before, of the same line; of the line or block before it where there are none. */
function wordsBefore(page: string, start: number): Word[] {
  for (let to = start; to > 0;) {
    const from = Math.max(page.lastIndexOf(blockEnd, to - 1), page.lastIndexOf('\n', to - 1)) + 1;
    const near = Math.max(from, to - 400);
    const words = wordsIn(page, near, to);
    if (words.length > 0) {
      words.at(-1)!.end = near + page.slice(near, to).trimEnd().length;
      // The first may be cut.
      return near > from ? words.slice(1) : words;
    }
    to = from - 1;
  }
  return [];
}

/** The words after, of the same line; of the line or block after it where there are none. */
function wordsAfter(page: string, end: number): Word[] {
  for (let from = end; from < page.length;) {
    const ends = [page.indexOf(blockEnd, from), page.indexOf('\n', from), page.length].filter((at) => at >= 0);
    const to = Math.min(...ends);
    const words = wordsIn(page, from, Math.min(to, from + 200));
    if (words.length > 0) {
      words[0]!.start = from + (page.slice(from, to).length - page.slice(from, to).trimStart().length);
      // The last may be cut.
      return to > from + 200 ? words.slice(0, -1) : words;
    }
    from = to + 1;
  }
  return [];
}

/** Words between blanks; of languages that write without blanks, the words that a dictionary tells. */
function wordsIn(page: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  for (const { index, 0: word } of page.slice(start, end).matchAll(/[^\s\u2029]+/gu)) {
    const from = start + index;
    if (!withoutBlanks.test(word)) words.push({ start: from, end: from + word.length });
    else {
      for (const { index: at, segment, isWordLike } of segmenter.segment(word)) {
        const last = words.at(-1);
        // Marks go with the word before them.
        if (isWordLike || last?.end !== from + at) words.push({ start: from + at, end: from + at + segment.length });
        else last.end += segment.length;
      }
    }
  }
  return words.filter((word) => /[\p{L}\p{N}]/u.test(page.slice(word.start, word.end)));
}

/**
 * A browser finds nothing that ends inside what it takes for one word: "size.1" of a note mark, "2019.2". Marks alone
 * between the start of the line and the words go with them, or they would not follow the words before.
 */
function atEdges(page: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const line = Math.max(page.lastIndexOf(blockEnd, start - 1), page.lastIndexOf('\n', start - 1)) + 1;
  const between = page.slice(line, start);
  const first = /[\p{L}\p{N}]/u.test(between.slice(0, 200)) ? start : start - between.trimStart().length;
  if (!/[\p{L}\p{N}]/u.test(page.charAt(end)) || withoutBlanks.test(page.charAt(end))) return { start: first, end };
  const from = Math.max(first, end - 60);
  const word = segmenter.segment(page.slice(from, end + 60)).containing(end - from);
  return { start: first, end: word && word.index < end - from ? from + word.index + word.segment.length : end };
}

/** Marks alone are taken as they stand. */
function someWords(page: string, start: number, end: number): Word[] {
  const words = wordsIn(page, start, end);
  return words.length > 0 ? words : [{ start, end }];
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Of the pages read last, since the quotes of an answer are of few. */
const read = new Map<string, Letters>();
const mostRead = 16;

function readPage(page: string): Letters {
  const known = read.get(page) ?? lettersOf(page);
  // A turn is read as soon as it is looked for.
  if (page.length < 20_000) return known;
  read.delete(page);
  read.set(page, known);
  if (read.size > mostRead) read.delete(read.keys().next().value!);
  return known;
}

/** Where the page shows `turn.slice(start, end)`, or null where it does not read so. */
export function placeOnPage(
  { text: page, turns }: Shown,
  index: number,
  turn: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } | null {
  const begins = turns[index] ?? -1;
  if (begins < 0) return null;
  const letters = readPage(page);
  const before = lettersOf(turn.slice(0, start)).folded.length;
  const through = lettersOf(turn.slice(0, end)).folded.length;
  // What follows tells which of two places the last words stand at.
  const words = lettersOf(turn.slice(0, end + 100));
  const places = aligned(words, letters, lettersBefore(letters, begins)).subarray(before, through);
  const found = places.filter((at) => at >= 0);
  if (found.length === 0 || found.length * 10 < places.length * 8) return null;
  return widened(
    page,
    { start: letters.offsets[found[0]!]!, end: letters.offsets[found.at(-1)!]! + 1 },
    turn.slice(start, end),
  );
}

/** With the marks that the quotation has at its ends too. */
function widened(
  page: string,
  { start, end }: { start: number; end: number },
  quoted: string,
): { start: number; end: number } {
  const [, head = ''] = /^(?:\s*)([^\p{L}\p{N}\s]*)/u.exec(quoted) ?? [];
  const [tail = ''] = /[^\p{L}\p{N}\s]*$/u.exec(quoted.trimEnd()) ?? [];
  const before = page.slice(0, start).endsWith(head) ? head.length : 0;
  const after = page.startsWith(tail, end) ? tail.length : 0;
  return { start: start - before, end: end + after };
}
