/**
 * An address of words inside a record that lasts: it tells them by a fingerprint of their letters and of those around
 * them, so that they are found again where turns are numbered, cut or punctuated otherwise, and holds no readable word.
 *
 * Fingerprints are rolling hashes of letters (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987),
 * two of 32 bits each.
 */

/** Words of a record, from an offset into one turn's text to one of the same turn or a later one. */
export interface AnchoredPlace {
  from: { turn: number; offset: number };
  to: { turn: number; offset: number };
}

/**
 * `words` stand there as they did; `alike`: the same few words with nothing around them that stood there, which may be
 * said by somebody else; `changed`: what stands between what stood around them; `gone`: none of this is there.
 */
export type Anchored = { outcome: 'words' | 'alike' | 'changed'; place: AnchoredPlace } | { outcome: 'gone' };

/** Letters before and after the words that tell them from the same words elsewhere. */
const around = 24;
/** So many letters are hardly said twice; thanks and asking for the floor are shorter. */
const noFormula = 72;

/**
 * The address of `turns[turn].text.slice(start, end)`, such as `12.1f.k3jd9a…`: turn, count of letters, fingerprints of
 * the words, of what stands before and after. Null where there is no letter or figure to tell it by.
 */
export function anchorOf(
  turns: { text: string }[],
  { turn, start, end }: { turn: number; start: number; end: number },
): string | null {
  const words = lettersOf(turns[turn]!.text.slice(start, end));
  if (words.length === 0) return null;
  const before = lettersBefore(turns, turn, start);
  const after = lettersAfter(turns, turn, end);
  return [
    turn.toString(36),
    words.length.toString(36),
    fingerprint(words),
    fingerprint(before),
    fingerprint(after),
  ].join('.');
}

/** The same of several stretches of one turn, in order, which is read once. */
export function anchorsOf(
  turns: { text: string }[],
  turn: number,
  stretches: { start: number; end: number }[],
): (string | null)[] {
  const [codes, offsets]: [number[], number[]] = [[], []];
  eachLetter(turns[turn]!.text, (code, from) => {
    codes.push(code);
    offsets.push(from);
  });
  const preceding = lettersBefore(turns, turn, 0);
  const following = lettersAfter(turns, turn, turns[turn]!.text.length);
  let at = 0;
  return stretches.map(({ start, end }) => {
    while (at < offsets.length && offsets[at]! < start) at += 1;
    const first = at;
    while (at < offsets.length && offsets[at]! < end) at += 1;
    if (at === first) return null;
    const before = codes.slice(Math.max(first - around, 0), first);
    const after = codes.slice(at, at + around);
    return [
      turn.toString(36),
      (at - first).toString(36),
      fingerprint(codes.slice(first, at)),
      fingerprint([...preceding, ...before].slice(-around)),
      fingerprint([...after, ...following].slice(0, around)),
    ].join('.');
  });
}

/** Where the words of an anchor are now. Null where it is no anchor. */
export function findAnchor(anchor: string, turns: { text: string }[]): Anchored | null {
  const read = readAnchor(anchor);
  if (!read) return null;
  const letters = allLetters(turns);
  const [best] = windowsLike(letters.codes, read.count, read.words)
    .map((at) => ({ at, fit: fitOf(letters, at, read) }))
    .toSorted((one, other) => other.fit - one.fit);
  // The same few words elsewhere are not those that were meant, where what stood around these is still there.
  const isElsewhere = best !== undefined && best.fit <= 0;
  const between = best === undefined || isElsewhere ? betweenNeighbours(letters, read, isElsewhere) : null;
  if (between) return { outcome: 'changed', place: between };
  if (best === undefined) return { outcome: 'gone' };
  const isTold = !isElsewhere || read.count >= noFormula;
  return { outcome: isTold ? 'words' : 'alike', place: placeOf(letters, best.at, best.at + read.count) };
}

/** The stretches of turns that a place is. */
export function turnsOf(
  { from, to }: AnchoredPlace,
  turns: { text: string }[],
): { turn: number; start: number; end: number }[] {
  return turns.slice(from.turn, to.turn + 1).map(({ text }, at) => ({
    turn: from.turn + at,
    start: at === 0 ? from.offset : 0,
    end: from.turn + at === to.turn ? to.offset : text.length,
  }));
}

interface Read {
  turn: number;
  count: number;
  words: string;
  before: string;
  after: string;
}

function readAnchor(anchor: string): Read | null {
  const [turn, count, words, before, after, ...rest] = anchor.split('.');
  if (after === undefined || rest.length > 0 || !/^[0-9a-z]{1,6}\.[0-9a-z]{1,6}(?:\.[0-9a-z]{1,14}){3}$/u.test(anchor))
    return null;
  const numbers = [turn, count].map((part) => Number.parseInt(part!, 36));
  return { turn: numbers[0]!, count: numbers[1]!, words: words!, before: before!, after };
}

/** Letters of a whole record, each with the turn and the offset it is from. */
interface Letters {
  codes: Uint32Array;
  turn: Uint32Array;
  /** Where each begins and ends in its turn. */
  start: Uint32Array;
  end: Uint32Array;
}

function allLetters(turns: { text: string }[]): Letters {
  // They are counted first: folded, one sign may be eighteen letters (`ﷺ`).
  let count = 0;
  for (const { text } of turns) eachLetter(text, () => (count += 1));
  const [codes, turn, start, end] = Array.from({ length: 4 }, () => new Uint32Array(count)) as Columns;
  let at = 0;
  for (const [which, { text }] of turns.entries()) {
    eachLetter(text, (code, from, to) => {
      codes[at] = code;
      turn[at] = which;
      start[at] = from;
      end[at] = to;
      at += 1;
    });
  }
  return { codes, turn, start, end };
}

type Columns = [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

/** Letters and figures without case and marks, each with where it begins and ends. */
function eachLetter(text: string, tell: (code: number, start: number, end: number) => void): void {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const isCapital = code >= 65 && code <= 90;
      if (isCapital || (code >= 97 && code <= 122) || (code >= 48 && code <= 57))
        tell(isCapital ? code + 32 : code, at, at + 1);
      at += 1;
      continue;
    }
    const sign = String.fromCodePoint(text.codePointAt(at)!);
    for (const folded of sign.normalize('NFKD').toLowerCase()) {
      if (isLetter.test(folded)) tell(folded.codePointAt(0)!, at, at + sign.length);
    }
    at += sign.length;
  }
}

const isLetter = /[\p{L}\p{N}]/u;

function lettersOf(text: string): number[] {
  const letters: number[] = [];
  eachLetter(text, (code) => letters.push(code));
  return letters;
}

/** The last letters before a place; those of the turns before where its own has too few. */
function lettersBefore(turns: { text: string }[], turn: number, offset: number): number[] {
  const letters = lastLetters(turns[turn]!.text.slice(0, offset));
  for (let at = turn - 1; at >= 0 && letters.length < around; at -= 1) letters.unshift(...lastLetters(turns[at]!.text));
  return letters.slice(-around);
}

/** Enough of them, without reading a long text whole. */
function lastLetters(text: string): number[] {
  for (let most = 4 * around; ; most *= 4) {
    const letters = lettersOf(text.slice(-most));
    if (letters.length >= around || most >= text.length) return letters;
  }
}

function lettersAfter(turns: { text: string }[], turn: number, offset: number): number[] {
  const letters = firstLetters(turns[turn]!.text.slice(offset));
  for (let at = turn + 1; at < turns.length && letters.length < around; at += 1)
    letters.push(...firstLetters(turns[at]!.text));
  return letters.slice(0, around);
}

function firstLetters(text: string): number[] {
  for (let most = 4 * around; ; most *= 4) {
    const letters = lettersOf(text.slice(0, most));
    if (letters.length >= around || most >= text.length) return letters;
  }
}

const [firstBase, secondBase] = [0x01000193, 0x5bd1e995];

function fingerprint(codes: number[] | Uint32Array): string {
  let [first, second] = [codes.length, 0];
  for (const code of codes) {
    first = (Math.imul(first, firstBase) + code) | 0;
    second = (Math.imul(second, secondBase) + code) | 0;
  }
  return joined(first, second);
}

function joined(first: number, second: number): string {
  return (BigInt(first >>> 0) * 0x100000000n + BigInt(second >>> 0)).toString(36);
}

/** Where windows of so many letters have this fingerprint. */
function windowsLike(codes: Uint32Array, count: number, wanted: string): number[] {
  if (count === 0 || count > codes.length) return [];
  const [number, half] = [parseBase36(wanted), 0x100000000n];
  const [wantedFirst, wantedSecond] = [Number(number / half) | 0, Number(number % half) | 0];
  let [firstPower, secondPower] = [1, 1];
  for (let at = 0; at < count; at += 1) {
    firstPower = Math.imul(firstPower, firstBase);
    secondPower = Math.imul(secondPower, secondBase);
  }
  // The count of letters is where the first begins, so that it counts as one letter before all others.
  const seeded = Math.imul(count, firstPower);
  let [first, second] = [0, 0];
  const found: number[] = [];
  for (let at = 0; at < codes.length; at += 1) {
    const leaving = at >= count ? codes[at - count]! : 0;
    first = (Math.imul(first, firstBase) + codes[at]! - Math.imul(leaving, firstPower)) | 0;
    second = (Math.imul(second, secondBase) + codes[at]! - Math.imul(leaving, secondPower)) | 0;
    if (at >= count - 1 && ((first + seeded) | 0) === wantedFirst && second === wantedSecond)
      found.push(at - count + 1);
  }
  return found;
}

function parseBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}

/** Of the same words in several places: what stands around them tells most, how near the turn is the rest. */
function fitOf({ codes, turn }: Letters, at: number, { count, before, after, turn: wanted }: Read): number {
  const [preceding, following] = [
    codes.slice(Math.max(at - around, 0), at),
    codes.slice(at + count, at + count + around),
  ];
  const told = (there: Uint32Array, asked: string) =>
    fingerprint(there) === asked ? Math.max(there.length, 1) / around : 0;
  return told(preceding, before) + told(following, after) - Math.min(Math.abs(turn[at]! - wanted), 1e6) / 1e9;
}

/** What stands now between what stood before and after, where it is not much longer; beside one of them unless both are needed. */
function betweenNeighbours(letters: Letters, { count, before, after }: Read, needsBoth: boolean): AnchoredPlace | null {
  const ends = windowsLike(letters.codes, around, before).map((at) => at + around);
  const starts = windowsLike(letters.codes, around, after);
  const most = 2 * count + around;
  let nearest = 0;
  for (const end of ends) {
    // Both rise, so that neither is gone through twice where a record has the same words without end.
    while (nearest < starts.length && starts[nearest]! <= end) nearest += 1;
    const start = starts[nearest];
    if (start !== undefined && start - end <= most) return placeOf(letters, end, start);
  }
  if (needsBoth) return null;
  const [end] = ends;
  if (end !== undefined && end < letters.codes.length)
    return placeOf(letters, end, Math.min(end + count, letters.codes.length));
  const [start] = starts;
  return start !== undefined && start > 0 ? placeOf(letters, Math.max(start - count, 0), start) : null;
}

function placeOf({ turn, start, end }: Letters, from: number, to: number): AnchoredPlace {
  return {
    from: { turn: turn[from]!, offset: start[from]! },
    to: { turn: turn[to - 1]!, offset: end[to - 1]! },
  };
}
