/** An answer's table: a row for each quote, its cells, the words and where they stand beside each other. */
import type { TableView } from '../../src/chat/answer-view.ts';
import { isSameSession } from '../../src/chat/quote-view.ts';
import { isRightToLeft, safe, style, wrap, type Look } from './columns.ts';
import { widthOf } from './width.ts';

/** Null where rows would be no easier to read: on a narrow screen, of several sessions, from right to left. */
export function renderRows({ head, rows }: TableView, look: Look): string | null {
  const quoted = rows.flatMap(({ quote }) => quote ?? []);
  const cells = rows.map((row) =>
    row.quote === null
      ? ['', ...row.cells]
      : [row.quote.mark, ...row.cells, `“${oneLine(row.quote.text)}”`, row.quote.place],
  );
  const isReadAcross = quoted.every((quote) => isSameSession(quote, quoted[0]!)) && !isRightToLeft(cells.join(' '));
  // Without any words, the last of the cells has the room that is left.
  const widths = widthsOf([['', ...head], ...cells], quoted.length > 0 ? head.length - 1 : head.length, look);
  if (widths === null || !isReadAcross) return null;
  const lines = cells.map((row) => beside(row.length < widths.length ? over(row, widths) : row.map(laidOut)));
  return [style('bold', beside(['', ...head].map(laidOut)), look), ...lines].join('\n\n');

  function laidOut(cell: string, column: number): Laid {
    return { text: wrap(cell, { columns: widths![column]!, colours: false }), width: widths![column]! };
  }
}

interface Laid {
  /** In lines. */
  text: string;
  width: number;
}

/** The columns of a row without a quote: its last cell has the room of all that follow. */
function over(row: string[], widths: number[]): Laid[] {
  return row.map((cell, column) => {
    const room =
      column < row.length - 1 ? widths[column]! : widths.slice(column).reduce((sum, width) => sum + width + gap, -gap);
    return { text: wrap(cell, { columns: room, colours: false }), width: room };
  });
}

/** The words have what the others leave; null where that is too little. `words` is the column of the words. */
function widthsOf(rows: string[][], words: number, { columns }: Look): number[] | null {
  const widths = rows[0]!.map((_, column) => {
    const longest = Math.max(
      ...rows.filter((row) => row.length === rows[0]!.length).map((row) => widthOf(row[column]!)),
    );
    return column === 0 ? longest : Math.min(longest, widest);
  });
  const left = columns - widths.reduce((sum, width, column) => sum + gap + (column === words ? 0 : width), -gap);
  return left < leastOfWords ? null : widths.with(words, left);
}

/** In columns. */
const widest = 22;
const leastOfWords = 24;
const gap = 2;

function beside(cells: Laid[]): string {
  const parts = cells.map(({ text, width }) => ({ width, lines: text.split('\n') }));
  const height = Math.max(...parts.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    parts
      .map(({ lines, width }) => {
        const line = lines[at] ?? '';
        return line + ' '.repeat(Math.max(0, width - widthOf(line)) + gap);
      })
      .join('')
      .trimEnd(),
  ).join('\n');
}

function oneLine(text: string): string {
  return safe(text).replaceAll(/\s+/gu, ' ');
}
