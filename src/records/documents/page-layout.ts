/**
 * From words placed on pages to text in the order it is read: columns one after the other, what stands on every page
 * left out, words broken over lines made whole, and lines of one paragraph joined.
 */
import { linesOf, withoutLineNumbers, type Placed } from './page-lines.ts';
import { knownWords, paragraphsOf, withMargins, type Line } from './page-paragraphs.ts';
import { startsIn } from './page-starts.ts';

export interface Page {
  height: number;
  items: Placed[];
  /** Of a page with words that are read from the right: where `x` begins. What is mostly from the right is laid out as in a mirror. */
  from?: 'left' | 'right';
}

/**
 * The text of a document: paragraphs with a blank line between them, headings after the first as `## …`, a name in
 * letters of its own right over its words; how many notes at the foot of pages are left out, and what is printed on every
 * page and stands in the text at most once, over the first; and the offset in the text at which each page begins, or null
 * where that cannot be told.
 */
export function textOfPages(pages: Page[]): {
  text: string;
  notes: number;
  running: string[];
  starts: (number | null)[];
} {
  const { pages: laidOut, running } = withoutRunningLines(
    pages.map(({ height, items, from }) => ({ height, lines: linesOf(withoutLineNumbers(items), from) })),
  );
  const bodySize =
    commonest(
      laidOut.flatMap((lines) =>
        lines.map((line) => ({ value: Math.round(line.size * 2) / 2, weight: line.text.length })),
      ),
    ) ?? 0;
  const bodyFont = commonest(
    laidOut.flatMap((lines) => lines.map((line) => ({ value: line.font, weight: line.text.length }))),
  );
  // A last page of a few lines has the columns of those before it.
  const gutters = laidOut.map(gutterOf);
  const usual = commonest(gutters.map((gutter) => ({ value: gutter === null ? null : Math.round(gutter), weight: 1 })));
  const spoken = laidOut.map((page, index) =>
    inReadingOrder(page, gutters[index] ?? (isGutter(page, usual) ? usual : null)).map((column) =>
      withoutNotes(column, bodySize),
    ),
  );
  const lines = spoken.flat().flatMap(({ column }) => withMargins(column));
  const text = paragraphsOf(lines, { size: bodySize, font: bodyFont }, knownWords(lines));
  return {
    text,
    notes: spoken.flat().reduce((sum, { notes }) => sum + notes, 0),
    running,
    starts: startsIn(
      text,
      spoken.map((columns) => columns.flatMap(({ column }) => column.map((line) => line.text)).join('\n')),
    ),
  };
}

/** Notes stand at the foot of a column: from the first line with a raised number, or all lines that are smaller and start with one. */
function withoutNotes(column: Line[], bodySize: number): { column: Line[]; notes: number } {
  const starts = (line: Line) =>
    line.isNote || (line.size < bodySize * 0.95 && /^(?:\d{1,3}|[*†‡]{1,3})\s?\p{L}/u.test(line.text));
  const first = column.findIndex(
    (line, index) =>
      starts(line) && column.slice(index).every((each) => starts(each) || each.size < bodySize * 0.95 || line.isNote),
  );
  return first < 0
    ? { column, notes: 0 }
    : { column: column.slice(0, first), notes: column.slice(first).filter(starts).length };
}

/** Headers, footers and page numbers: lines at the edge of pages that recur there, numbers aside. */
function withoutRunningLines(pages: { height: number; lines: Line[] }[]): { pages: Line[][]; running: string[] } {
  const edges = pages.map(({ height, lines }) => {
    // From the top; lines beside each other have the same height.
    const rows = [...new Set(lines.map(({ y }) => y))];
    const size = medianOf(lines.map((line) => line.size));
    const isApart = (row: number, other: number) => Math.abs(rows[row]! - (rows[other] ?? Infinity)) > size * 1.6;
    const top = [2, 1, 0].find((row) => row < rows.length && isApart(row, row + 1)) ?? -1;
    const bottom =
      [3, 2, 1].map((fromEnd) => rows.length - fromEnd).find((row) => row > 0 && isApart(row, row - 1)) ?? rows.length;
    const outer = new Set([
      ...rows.slice(0, top + 1).filter((y) => y > height * 0.85),
      ...rows.slice(bottom).filter((y) => y < height * 0.13),
    ]);
    return lines.filter(
      (line) => outer.has(line.y) || (isPageNumber(line.text) && (line.y === rows[0] || line.y === rows.at(-1))),
    );
  });
  // Numbers of pages differ; the time beside a name is of what is said there.
  const patternOf = ({ text }: Line) =>
    text
      .toLowerCase()
      .replace(/(?<![\d:])\d+(?![\d:])/g, '#')
      .replace(/\s+/g, ' ');
  const count = (lines: Line[][]) => {
    const counts = new Map<string, number>();
    for (const each of lines)
      for (const pattern of new Set(each.map(patternOf))) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    return counts;
  };
  const counts = count(edges);
  // A name that stands over its words stands at the top of some pages, too.
  const inside = count(pages.map(({ lines }, page) => lines.filter((line) => !edges[page]!.includes(line))));
  // Left and right pages may have headers of their own.
  const often = Math.max(2, Math.min(pages.length * 0.3, 20));
  const isOften = (line: Line) => (counts.get(patternOf(line)) ?? 0) >= often;
  const isOnlyThere = (line: Line) => (inside.get(patternOf(line)) ?? 0) < 2;
  // The title of what is discussed stands inside, too: a head all the same beside what is surely one, or on most pages.
  const isHeadToo = (line: Line, page: number) => {
    const count = counts.get(patternOf(line)) ?? 0;
    const isMost = pages.length > 3 && count > Math.max(pages.length * 0.6, 2 * (inside.get(patternOf(line)) ?? 0));
    const beside = edges[page]!.filter((other) => other !== line && other.y === line.y && !isPageNumber(other.text));
    return isMost || beside.some((other) => isOften(other) && isOnlyThere(other));
  };
  const running: string[] = [];
  const kept = pages.map(({ height, lines }, page) => {
    const dropped = new Set(
      edges[page]!.filter(
        (line) =>
          isPageNumber(line.text) ||
          // The head of the first page may tell the day and the number of the document.
          ((page > 0 || line.y < height / 2 || !/\d{4}/.test(line.text)) &&
            isOften(line) &&
            (isOnlyThere(line) || isHeadToo(line, page))),
      ),
    );
    running.push(...[...dropped].map(({ text }) => text));
    return lines.filter((line) => !dropped.has(line));
  });
  const first = kept[0]?.find((line) => edges[0]!.includes(line) && isOften(line));
  if (first) first.isHead = true;
  return { pages: kept, running };
}

function isPageNumber(text: string): boolean {
  return /^[-–—|()[\]/·•~\s]{0,3}(?:page|p\.|seite|página|стр\.)?\s?(?:\d{1,4}|[ivxl]{1,7})(?:\s?(?:\/|of|de|von|из)\s?\d{1,4})?[-–—|()[\]/·•~\s]{0,3}$/iu.test(
    text,
  );
}

/** Columns of a page, one after another as they are read; lines beside each other that are no columns are made one. */
function inReadingOrder(lines: Line[], gutter = gutterOf(lines)): Line[][] {
  if (gutter === null) return [joinedRows(lines)];
  const columns: Line[][] = [];
  let left: Line[] = [];
  let right: Line[] = [];
  const finish = () => {
    for (const side of [left, right])
      if (side.length > 0) columns.push(...inReadingOrder(rowsOf(side).flatMap(withoutStretch)));
    left = [];
    right = [];
  };
  for (const line of lines) {
    if (line.right <= gutter) left.push(line);
    else if (line.left >= gutter) right.push(line);
    else {
      // A line over both columns, such as a heading, parts what is above from what is below it.
      finish();
      const whole = columns.at(-1);
      if (whole?.at(-1)?.right !== undefined && whole.some((each) => each.left < gutter && each.right > gutter))
        whole.push(line);
      else columns.push([line]);
    }
  }
  finish();
  return columns;
}

/**
 * Where a page falls into two columns of running text; null where it does not. Names or times in a narrow column with
 * words beside them are no columns: each belongs to the words at its height.
 */
function gutterOf(lines: Line[]): number | null {
  if (lines.length < 8) return null;
  const start = Math.min(...lines.map(({ left }) => left));
  const end = Math.max(...lines.map(({ right }) => right));
  const lefts = [...new Set(lines.map(({ left }) => left))].filter(
    (left) => left > start + (end - start) * 0.3 && left < start + (end - start) * 0.75,
  );
  let best: { at: number; crossing: number } | null = null;
  for (const at of lefts) {
    const before = lines.filter(({ right }) => right <= at);
    const after = lines.filter(({ left }) => left >= at);
    const crossing = lines.length - before.length - after.length;
    if (before.length < 4 || after.length < 4 || crossing > lines.length * 0.25) continue;
    // A line that is stretched to the margin comes in several parts.
    const [widthsBefore, widthsAfter] = [rowWidths(before), rowWidths(after)];
    if (Math.min(widthsBefore.length, widthsAfter.length) * 3 < Math.max(widthsBefore.length, widthsAfter.length))
      continue;
    // Full lines on both sides, and at the same heights: not a heading on the left and a date on the right.
    const widths = [medianOf(widthsBefore), medianOf(widthsAfter)];
    if (Math.min(...widths) < (end - start) * 0.2) continue;
    const spans = [before, after].map((side) => ({ top: side[0]!.y, bottom: side.at(-1)!.y }));
    if (Math.min(spans[0]!.top, spans[1]!.top) <= Math.max(spans[0]!.bottom, spans[1]!.bottom)) continue;
    if (!best || crossing < best.crossing) best = { at, crossing };
  }
  return best?.at ?? null;
}

/** Of the widest part of each row. */
function rowWidths(lines: Line[]): number[] {
  return rowsOf(lines).map((row) => Math.max(...withoutStretch(row).map(({ left, right }) => right - left)));
}

function rowsOf(lines: Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && row[0]!.y === line.y) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Whether a page that is too short to tell may have its columns there: lines on both sides, and none across. */
function isGutter(lines: Line[], at: number | null): at is number {
  return (
    at !== null &&
    lines.some(({ right }) => right <= at) &&
    lines.some(({ left }) => left >= at) &&
    lines.every(({ left, right }) => right <= at || left >= at)
  );
}

/** Parts at one height are one line; where words stand in a column beside names, a colon tells which is which. */
function joinedRows(lines: Line[]): Line[] {
  const rows = rowsOf(lines);
  const gathered = rows.map(withoutStretch);
  // Columns begin at the same place in many rows.
  const places = new Map<number, number>();
  for (const { left } of gathered.flat()) places.set(Math.round(left), (places.get(Math.round(left)) ?? 0) + 1);
  const margin = Math.min(...lines.map(({ left }) => left));
  return gathered.map((parts) => {
    const row: Line[] = [];
    for (const part of parts) {
      if (row.length > 0 && (places.get(Math.round(part.left)) ?? 0) < Math.max(3, rows.length * 0.06))
        row.push(asOne(row.pop()!, part));
      else row.push(part);
    }
    const [first, last] = [row[0]!, row.at(-1)!];
    if (row.length === 1) return first;
    const before = row
      .slice(0, -1)
      .map(({ text }) => text)
      .join('  ');
    // A time between the name and the words belongs to the name; a time alone, or "Q.", is followed by words.
    const named =
      before.length <= 60 &&
      first.left - margin < first.size &&
      row.length <= 3 &&
      (/\p{L}[\p{L})\]]$/u.test(before) || /^\p{L}{2}.*\s\d{1,2}:\d\d(?::\d\d)?$/u.test(before)) &&
      !/^\d{1,2}:\d\d(?::\d\d)?$/.test(last.text);
    const start = first.right - first.left < (last.right - first.left) * 0.4;
    return {
      ...first,
      text: `${before}${named ? ': ' : '  '}${last.text}`,
      right: last.right,
      font: null,
      size: Math.max(...row.map(({ size }) => size)),
      isRow: start,
    };
  });
}

/** Words of a line that is stretched to the margin stand far apart as well, but each as far as the next. */
function withoutStretch(row: Line[]): Line[] {
  const gathered: Line[] = [];
  /** Between the words that are gathered last, and how many such gaps there are. */
  let gap = 0;
  for (const [index, part] of row.entries()) {
    const last = gathered.at(-1);
    const before = last ? part.left - last.right : Infinity;
    const after = (row[index + 1]?.left ?? Infinity) - part.right;
    const isLike = (one: number, other: number) => Math.abs(one - other) < Math.max(one, other) * 0.15;
    if (
      last &&
      before < part.size * 3 &&
      (gap > 0 ? isLike(before, gap) : isLike(before, after) && !last.text.includes(' '))
    ) {
      gathered[gathered.length - 1] = asOne(last, part);
      gap = before;
    } else {
      gathered.push(part);
      gap = 0;
    }
  }
  return gathered;
}

function asOne(line: Line, next: Line): Line {
  return {
    ...line,
    text: `${line.text} ${next.text}`,
    right: next.right,
    size: Math.max(line.size, next.size),
    font: line.font === next.font ? line.font : null,
  };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

function commonest<T>(values: { value: T; weight: number }[]): T | null {
  const weights = new Map<T, number>();
  for (const { value, weight } of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}
