/** From words placed on a page to its lines, each in the order in which it is read. */
import type { Line } from './page-paragraphs.ts';
import { asRead } from './right-to-left.ts';

/** A stretch of text on a page; `x` from the left and `y` from the bottom, in points. */
export interface Placed {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  width: number;
  /** Height of the letters. */
  size: number;
  /** Letters of a font of their own, such as bold ones, have another name. */
  font?: string;
  /** Where the page has a direction: what stands there one after another, from the side at which `x` begins. */
  letters?: string[];
}

/** Stretches of text without a wide gap, from the top; several may stand side by side. */
export function linesOf(items: Placed[], from?: 'left' | 'right'): Line[] {
  const rows: { y: number; size: number; items: Placed[] }[] = [];
  for (const item of items
    .filter(({ text, size }) => text.trim() !== '' && size > 0)
    .toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    // Raised marks and small capitals sit a little off the line they belong to.
    if (row && row.y - item.y < Math.max(row.size, item.size) * 0.45) {
      row.items.push(item);
      if (item.size > row.size) Object.assign(row, { size: item.size, y: item.y });
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  const found = rows.flatMap(({ y, size, items: placed }) => {
    const lines: { line: Line; letters: string[] }[] = [];
    let isNote = false;
    for (const item of placed.toSorted((one, other) => one.x - other.x)) {
      const { line, letters } = lines.at(-1) ?? {};
      if (isNoteMark(item, { y, size }) && !/(?:\d|(?:^|[\s\d])(?:[cdkm]?m|s))$/.test(line?.text ?? '')) {
        isNote ||= line === undefined;
        if (line) line.right = item.x + item.width;
        continue;
      }
      const gap = line ? item.x - line.right : Infinity;
      const text = item.text.replace(/\s+/g, ' ');
      if (line && letters && gap < item.size * widestBlank) {
        // A word may come in pieces; pieces of different words are a fifth of a letter apart at least.
        const parted = gap > item.size * 0.15 && !line.text.endsWith(' ') && !text.startsWith(' ');
        line.text += `${parted ? ' ' : ''}${text}`;
        letters.push(...(parted ? [' '] : []), ...(item.letters ?? []));
        line.right = Math.max(line.right, item.x + item.width);
        line.size = Math.max(line.size, item.size);
        if (line.font !== (item.font ?? '')) line.font = null;
      } else
        lines.push({
          line: {
            text,
            left: item.x,
            right: item.x + item.width,
            y,
            size: item.size,
            font: item.font ?? '',
            ...(isNote && line === undefined ? { isNote } : {}),
          },
          letters: [...(item.letters ?? [])],
        });
    }
    return lines;
  });
  const texts = from
    ? asRead(
        found.map(({ letters }) => letters),
        from,
      )
    : found.map(({ line }) => line.text);
  return found
    .map(({ line }, index) => ({
      ...line,
      text: texts[index]!.replace(/\s+/g, ' ')
        .trim()
        // Points have signs of fonts of their own.
        .replace(/^[\uE000-\uF8FF\u2022\u25A0-\u25FF\u2043\u2219](?=\s|$)/u, '–'),
    }))
    .filter(({ text }) => text !== '');
}

/** The raised number of a note, inside words or before the note itself. */
function isNoteMark(item: Placed, row: { y: number; size: number }): boolean {
  return (
    item.size < row.size * 0.8 && item.y > row.y + row.size * 0.2 && /^\s*(?:\d{1,3}|[*†‡]{1,3})\s*$/.test(item.text)
  );
}

/** In sizes of letters; what is further apart may be of two columns. */
const widestBlank = 1.2;

/** Records of courts and parliaments count their lines in the margin. */
export function withoutLineNumbers(items: Placed[]): Placed[] {
  const isNumber = ({ text }: Placed) => /^\s*\d{1,3}\s*$/.test(text);
  const edge = Math.min(...items.filter((item) => item.text.trim() !== '' && !isNumber(item)).map(({ x }) => x));
  const numbers = items
    .filter((item) => isNumber(item) && item.x + item.width <= edge)
    .toSorted((one, other) => other.y - one.y);
  const steps = numbers
    .slice(1)
    .filter(({ text }, index) => [1, 5].includes(Number(text) - Number(numbers[index]!.text))).length;
  return numbers.length >= 5 && steps >= (numbers.length - 1) * 0.8
    ? items.filter((item) => !numbers.includes(item))
    : items;
}
