/** From lines of a page in the order they are read to paragraphs: where one ends, a name begins, a word is broken. */
import { isHandle, looksLikeName } from '../formats/labels.ts';
import { isReadFromRight } from './right-to-left.ts';

export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** Null where letters of several stand in it. */
  font: string | null;
  /** It starts with a raised number, as a note does. */
  isNote?: boolean;
  /** Printed over every page; a paragraph of its own on the first. */
  isHead?: boolean;
  /** Made of parts with wide gaps between them: a time, a name, words. */
  isRow?: boolean;
}

export interface LineInColumn extends Line {
  /** How far lines of the column go. */
  margins: { left: number; right: number };
  /** To the line before in the same column; null for its first. */
  gap: number | null;
  /** Usual distance between lines of the column. */
  leading: number;
}

export function withMargins(column: Line[]): LineInColumn[] {
  const margins = {
    left: Math.min(...column.map(({ left }) => left)),
    right: Math.max(...column.map(({ right }) => right)),
  };
  const gaps = column.slice(1).map((line, index) => column[index]!.y - line.y);
  // Where most paragraphs are of one line, most gaps are those between paragraphs.
  const leading = gaps.toSorted((one, other) => one - other)[(gaps.length - 1) >> 2] ?? 0;
  return column.map((line, index) => ({ ...line, margins, leading, gap: index === 0 ? null : gaps[index - 1]! }));
}

export function paragraphsOf(
  lines: LineInColumn[],
  body: { size: number; font: string | null },
  words: Set<string>,
): string {
  const paragraphs: { text: string; isName: boolean }[] = [];
  const inOne = lines.map(labelOf);
  const known = recurring(inOne, 2);
  const found = lines.map((line, index) => {
    const label = labelOver(line, lines[index + 1]);
    // "Well / Ana Lind: Words" is Ana Lind's line.
    const isOver =
      label !== null &&
      !known.has(inOne[index + 1] ?? '') &&
      (known.has(label) || (hasEnded(lines[index - 1]) && isFull(line, lines[index + 1]!)));
    return inOne[index] ?? (isOver ? label : null);
  });
  const labels = recurring(found, 3);
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    const before = lines[index - 1];
    const label = found[index] ?? null;
    // Of a label over two lines the second goes on with the first; a label that recurs, or stands after a full stop, begins anew.
    const isWithin =
      before !== undefined &&
      (brokenName.test(before.text.slice(-40)) || (found[index - 1] !== null && inOne[index - 1] === null));
    const begins =
      label !== null &&
      before !== undefined &&
      (labels.has(label) || (hasEnded(before) && (looksLikeName(label) || isHandle(label))));
    if (last && before && (isWithin || (!begins && !endsParagraph(before, line)))) {
      last.text = joined(last.text, line.text, words);
      last.isName = false;
    } else {
      const isHeading = line.size > body.size * 1.15 && last !== undefined;
      paragraphs.push({ text: isHeading ? `## ${line.text}` : line.text, isName: isName(line, body) });
    }
  }
  return paragraphs
    .map(
      ({ text, isName: over }, index) =>
        `${text}${index === paragraphs.length - 1 ? '' : over && !paragraphs[index + 1]!.isName ? '\n' : '\n\n'}`,
    )
    .join('');
}

/** What stands before a colon at the start of lines again and again; a sentence may break off before it. */
function recurring(labels: (string | null)[], times: number): Set<string> {
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= times).map(([label]) => label));
}

/** A label that is broken over this line and the next, `@lind / Ana Lind` and `(Kelp Bay): Words`: a name, or a name and where it is from. */
function labelOver(line: Line, next: Line | undefined): string | null {
  if (
    next === undefined ||
    !/^[\p{L}@][^:.?!]{1,60}$/u.test(line.text) ||
    !/^[\p{Lu}(|/][^:.?!]{0,40}:(?:\s|$)/u.test(next.text)
  )
    return null;
  const label = labelOf({ ...line, text: `${line.text} ${next.text}` });
  return label !== null && /\p{Lu}/u.test(label) && looksLikeName(label.replace(/^@\S+ \/ /, '')) ? label : null;
}

function labelOf({ text }: Line): string | null {
  // A full stop inside a label follows an abbreviation or an initial: "Mr. Lind".
  const label = /^([\p{L}\d@](?:[^:.?!]|(?<=\b\p{L}{1,4})\.(?=\s|\p{Lu}\.)){1,110}):\s/u.exec(text)?.[1] ?? '';
  if (label.length > 60 && !looksLikeName(label)) return null;
  // "Ms. Lind (spoke in / French):" begins in the line before.
  return label === '' || label.split('(').length !== label.split(')').length ? null : label;
}

/** A short line in letters of its own may name who says what stands under it. */
function isName(line: Line, body: { size: number; font: string | null }): boolean {
  return (
    line.font !== null &&
    body.font !== null &&
    line.font !== body.font &&
    Math.abs(line.size - body.size) < body.size * 0.15 &&
    line.text.length <= 60 &&
    !/[.,;!?…]$/.test(line.text)
  );
}

function endsParagraph(line: LineInColumn, next: LineInColumn): boolean {
  if (line.isHead || next.isHead) return true;
  if (timedName.test(next.text) || memberFirst.test(next.text)) return true;
  // A line that is all bold, and one that is not at all.
  if (line.font !== null && next.font !== null && line.font !== next.font && line.right < line.margins.right * 0.75)
    return true;
  if (Math.abs(line.size - next.size) > 0.12 * Math.max(line.size, next.size)) return true;
  const open = /[\p{Ll},\u00AD-]$/u.test(line.text);
  if (next.isRow) return true;
  if (next.gap !== null && next.gap > line.leading * 1.4) return true;
  // Over the end of a column or page, a sentence that is not over goes on.
  if (next.gap === null) return !(open || (/^\p{Ll}/u.test(next.text) && !/[.!?:]["”’)]?$/u.test(line.text)));
  if (open && /^\p{Ll}/u.test(next.text)) return false;
  // The break was meant.
  if (!isFull(line, next) && !line.text.endsWith('-')) return true;
  if (/^(?:>>|[–•*-]\s|[QA]\.\s)/.test(next.text)) return true;
  if (open) return false;
  // Beside a name, words from the right go on under words; small letters tell it of others.
  const isBeside = line.isRow === true && isReadFromRight(next.text);
  const indented =
    !isBeside && next.left - next.margins.left > next.size * 0.8 && line.left - line.margins.left < next.size * 0.4;
  return indented || /^(?:\p{Lu}[^:]{0,60}|[\p{L}\d@_.-]{2,30}|\[?\d{1,2}:\d\d\S*\s.{0,60}):\s/u.test(next.text);
}

/** The first word of the next line would have had no room on it. */
function isFull(line: LineInColumn, next: LineInColumn): boolean {
  const letter = next.text.length === 0 ? 0 : (next.right - next.left) / next.text.length;
  const firstWord = /^\S*/.exec(next.text)![0].length * letter;
  return line.right + letter + firstWord >= line.margins.right - letter;
}

function hasEnded(line: Line | undefined): boolean {
  // A speech that is cut short ends in a dash.
  return line === undefined || /(?:[.?!…]|--|[—–])["”’)\]]?$/.test(line.text);
}

/** "Ana Lind [39:41]" and "HON. A. LIND.- Words" are where somebody starts; "HON. A." at the end of a line goes on with the name. */
const timedName = /^[^[(:]{2,40}[[(]\d{1,2}:\d\d(?::\d\d)?[\])]/;
const brokenName =
  /(?:^|\s)(?:HON|MR|MRS|MS|DR|PROF)\.?(?: (?:\p{Lu}\.){1,4}| \p{Lu}{2,5}\.?){0,4}$|(?: \p{Lu}\.){2,3}$/u;
const memberFirst = /^(?:\p{Lu}[\p{Lu}.'’-]{0,30} ){1,8}\p{Lu}[\p{Lu}.'’-]{1,30}\. ?[-–—]/u;

/** A word broken over two lines is whole again; where the document has it with its hyphen elsewhere, it keeps it. */
function joined(text: string, next: string, words: Set<string>): string {
  const broken = /([\p{L}\p{M}]+)([-\u00AD\u2010])$/u.exec(text.slice(-40));
  const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (!broken || rest === undefined)
    return `${text}${/[-\u2010/–—]$/.test(text) && !/\s.$/.test(text.slice(-2)) ? '' : ' '}${next}`;
  if (numerals.test(broken[1]!)) return `${text}${next}`;
  const keeps =
    broken[2] !== '\u00AD' &&
    !words.has(`${broken[1]}${rest}`.toLowerCase()) &&
    words.has(`${broken[1]}-${rest}`.toLowerCase());
  return `${keeps ? text : text.slice(0, -1)}${next}`;
}

/** "forty-one" keeps its hyphen. */
const numerals = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;

/** Words inside lines, in small letters, to tell how a broken one is written. */
export function knownWords(lines: Line[]): Set<string> {
  return new Set(
    lines.flatMap(({ text }) =>
      (text.toLowerCase().match(/[\p{L}\p{M}-]+/gu) ?? []).filter((word) => !word.endsWith('-')),
    ),
  );
}
