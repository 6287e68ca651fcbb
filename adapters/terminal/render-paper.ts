/** A paper as text for a terminal: each quotation under who said it, with the number of its note; the notes at the end. */
import widthOf from 'string-width';
import { noteOf, type NoteForm } from '../../src/research/citations/notes.ts';
import type { Block, Paper } from '../../src/research/paper.ts';
import { paragraphs, safe, style, wrap, type Look } from './columns.ts';

export function renderPaper({ title, facts, sections }: Paper, form: NoteForm, look: Look): string {
  const notes: string[] = [];
  const body = sections.flatMap(({ heading, blocks }) => [
    style('bold', wrap(oneLine(heading), look), look),
    ...blocks.map((block) => renderBlock(block, notes, form, look)),
  ]);
  return paragraphs([
    style('bold', wrap(oneLine(title), look), look),
    facts.map((fact) => wrap(oneLine(fact), look)).join('\n'),
    ...body,
    ...(notes.length === 0 ? [] : [style('bold', 'Notes', look), notes.join('\n')]),
  ]);
}

function renderBlock(block: Block, notes: string[], form: NoteForm, look: Look): string {
  switch (block.kind) {
    case 'text':
      return wrap(oneLine(block.text), look);
    case 'report':
      return `${style('dim', wrap(`${oneLine(block.by)}, nobody’s words:`, look), look)}\n${wrap(oneLine(block.text), look, indent)}`;
    case 'table':
      return renderTable(block, look);
    // The table beside it says the same.
    case 'picture':
      return '';
    default: {
      const { lead, cited } = block;
      const mark = `[${notes.length + 1}]`;
      notes.push(
        style('dim', wrap(oneLine(noteOf(cited, form)), look, indent, `${mark} `.padEnd(indent.length)), look),
      );
      const who = style('cyan', wrap(`${oneLine(lead)}:`, look), look);
      return `${who}\n${wrap(`“${oneLine(cited.quote.text)}” ${mark}`, look, indent)}`;
    }
  }
}

const indent = '    ';

/** Side by side where it fits, and otherwise row by row, each cell under the name of its column. */
function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>, look: Look): string {
  const all = [head, ...rows].map((row) => row.map((cell) => safe(oneLine(cell))));
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]!))));
  const isWide = widths.reduce((sum, width) => sum + width + gap, -gap) > look.columns;
  if (!isWide)
    return all
      .map((row) =>
        row
          .map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell) + gap))
          .join('')
          .trimEnd(),
      )
      .map((line, at) => (at === 0 ? style('bold', line, look) : line))
      .join('\n');
  return rows
    .map(([first = '', ...cells]) =>
      [
        wrap(oneLine(first), look),
        ...cells.flatMap((cell, at) =>
          cell === '' ? [] : wrap(`${oneLine(head[at + 1]!)}: ${oneLine(cell)}`, look, indent, '  '),
        ),
      ].join('\n'),
    )
    .join('\n');
}

/** Between columns. */
const gap = 2;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
