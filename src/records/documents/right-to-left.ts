/** Letters as they stand on a line, into the order in which they are read: the rules of Unicode for both directions, the other way round. */

/** Whether it has a letter of a script that is read from the right. */
export function isReadFromRight(text: string): boolean {
  return scripts.test(text);
}

/** Hebrew, Arabic, Syriac, Thaana, N'Ko and other scripts. */
const scripts =
  /[\u05BE-\u05F4\u0608\u060B\u060D\u061B-\u064A\u066D-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const arabic = /[\u0600-\u07BF\u0860-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/u;

/**
 * The texts of the lines of a page. Of each line `letters` are what stands there, one after another from the right or from
 * the left; each has its own text in the order in which it is read.
 */
export function asRead(lines: string[][], from: 'left' | 'right'): string[] {
  // Some makers of documents keep a bracket as it is typed, others as it is drawn, turned round.
  const [typed, drawn] = [false, true].map((areDrawn) => lines.map((letters) => lineAsRead(letters, from, areDrawn)));
  const unpaired = (texts: string[]) => texts.reduce((sum, text) => sum + unpairedIn(text), 0);
  return unpaired(typed!) <= unpaired(drawn!) ? typed! : drawn!;
}

function lineAsRead(letters: string[], from: 'left' | 'right', areDrawn: boolean): string {
  const kinds = letters.map(kindOf);
  const fromRight = letters.filter((_, at) => kinds[at] === 'right').length;
  const fromLeft = letters.filter((_, at) => kinds[at] === 'left').length;
  // Where a line from the right has nothing but Latin words or figures, its full stop stands at the left.
  if (
    fromRight === 0 &&
    (from === 'left' || !/^[.,:;!?\u060C\u061B\u061F]/.test(letters.findLast((letter) => letter.trim() !== '') ?? ''))
  )
    return (from === 'left' ? letters : letters.toReversed()).join('');
  if (from === 'right') return rightToLeft(letters, areDrawn);
  if (fromRight > fromLeft * 3) return rightToLeft(letters.toReversed(), areDrawn);
  // Of a line that is read from the left, what is between letters from the right is turned.
  let text = '';
  for (let at = 0; at < letters.length; at += 1) {
    if (kinds[at] !== 'right') {
      text += letters[at];
      continue;
    }
    const beyond = kinds.findIndex((kind, next) => next > at && (kind === 'left' || '()[]'.includes(letters[next]!)));
    const last = kinds.slice(0, beyond < 0 ? undefined : beyond).lastIndexOf('right');
    text += rightToLeft(letters.slice(at, last + 1).toReversed(), areDrawn);
    at = last;
  }
  return text;
}

/** Brackets and quotation marks that close before they open, or do not close. */
function unpairedIn(text: string): number {
  let unpaired = 0;
  const open: string[] = [];
  for (const letter of text) {
    if (closing[letter] !== undefined) {
      if (open.at(-1) === closing[letter]) open.pop();
      else unpaired += 1;
    } else if (mirrored[letter] !== undefined) open.push(letter);
  }
  return unpaired + open.length;
}

/** Figures of Arabic's own are never one with Latin words. */
type Kind = 'right' | 'left' | 'digit' | 'arabic digit' | 'other';

function kindOf(letter: string): Kind {
  if (/^[\u0660-\u0669]/.test(letter)) return 'arabic digit';
  if (/^\p{Nd}/u.test(letter)) return 'digit';
  if (isReadFromRight(letter)) return 'right';
  return /^[\p{L}\p{N}]/u.test(letter) ? 'left' : 'other';
}

/** What stands from the right: Latin words and figures in it stand from the left. */
function rightToLeft(letters: string[], areDrawn: boolean): string {
  const kinds = letters.map(kindOf);
  // A line goes on with what was before it.
  let isAfterArabic = letters.some((letter) => arabic.test(letter));
  let text = '';
  for (let at = 0; at < letters.length;) {
    const letter = letters[at]!;
    const end = kinds[at] === 'right' ? at : endOfRun(letters, kinds, at, isAfterArabic);
    if (end > at) {
      text += letters.slice(at, end).toReversed().join('');
      if (kinds.slice(at, end).includes('left')) isAfterArabic = false;
      at = end;
      continue;
    }
    if (kinds[at] === 'right') isAfterArabic = arabic.test(letter);
    text += areDrawn ? (mirrored[letter] ?? letter) : letter;
    at += 1;
  }
  return text;
}

/** Where what stands from the left and begins (with its end) at `at` is over; `at` where none does. */
function endOfRun(letters: string[], kinds: Kind[], at: number, isAfterArabic: boolean): number {
  const words = endOfWords(letters, kinds, at);
  if (words > at) return words;
  const isFigure = (index: number) => kinds[index] === 'digit' || kinds[index] === 'arabic digit';
  // "45%" is one, unless Arabic goes before.
  const isSign = (index: number) => !isAfterArabic && signs.has(letters[index] ?? '-');
  let end = at;
  while (isSign(end)) end += 1;
  if (!isFigure(end)) return at;
  const kind = kinds[end];
  while (kinds[end] === kind || (kinds[end + 1] === kind && joins(letters[end]!, isAfterArabic))) end += 1;
  while (isSign(end)) end += 1;
  return end;
}

/** Latin words, with the figures, signs and brackets among them. */
function endOfWords(letters: string[], kinds: Kind[], at: number): number {
  /** What closes is met before what opens. */
  const closed: string[] = [];
  let end = at;
  for (let next = at; next < letters.length; next += 1) {
    const letter = letters[next]!;
    const kind = kinds[next]!;
    if (kind === 'right' || kind === 'arabic digit') break;
    if (next === at && kind === 'other' && closing[letter] === undefined) break;
    if (closing[letter] !== undefined) closed.push(closing[letter]);
    else if (mirrored[letter] !== undefined && closed.pop() !== letter) break;
    // "UNDP (Kelp Bay)": the brackets belong to the words if there are words before them.
    if (kind === 'left' && (closed.length === 0 || next === at)) end = next + 1;
    if (kind === 'digit' && closed.length === 0 && end > at) end = next + 1;
    if (
      closed.length === 0 &&
      mirrored[letter] !== undefined &&
      !/^ ?\p{L}/u.test(letters.slice(next + 1, next + 3).join(''))
    )
      break;
  }
  return letters.slice(at, end).some((_, index) => kinds[at + index] === 'left') ? end : at;
}

/** Whether figures on both sides of a sign are one. */
function joins(sign: string, isAfterArabic: boolean): boolean {
  return ',.:/\u060C\u00A0'.includes(sign) || (!isAfterArabic && '+-\u2212'.includes(sign));
}

const signs = new Set(['%', '‰', '\u066A', '$', '€', '£', '¥', '¢', '°', '#']);
const pairs = ['()', '[]', '{}', '«»', '‹›', '<>'];
/** The opening bracket of each closing one. */
const closing: Record<string, string> = Object.fromEntries(pairs.map((pair) => [pair[1]!, pair[0]!]));
const mirrored: Record<string, string> = Object.fromEntries(
  pairs.flatMap(([open, close]) => [
    [open!, close!],
    [close!, open!],
  ]),
);
