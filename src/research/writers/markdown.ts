/** A paper as Markdown, with footnotes. */
import type { NoteForm } from '../citations/notes.ts';
import { noteOf } from '../citations/notes.ts';
import type { Block, Paper } from '../paper.ts';

export function asMarkdown({ title, facts, sections }: Paper, form: NoteForm): string {
  const notes: string[] = [];
  const blocks = sections.flatMap(({ heading, blocks: all }) => [
    `## ${plain(heading)}`,
    // A picture has no place here; the table beside it says the same.
    ...all.filter(({ kind }) => kind !== 'picture').map((block) => blockOf(block, notes, form)),
  ]);
  return `${[`# ${plain(title)}`, ...facts.map(plain), ...blocks, ...notes].join('\n\n')}\n`;
}

function blockOf(block: Block, notes: string[], form: NoteForm): string {
  if (block.kind === 'text') return plain(block.text);
  if (block.kind === 'report') return `${plain(block.by)}, nobody’s words: ${plain(block.text)}`;
  if (block.kind === 'table') return tableOf(block);
  if (block.kind === 'picture') return plain(block.alt);
  const number = notes.length + 1;
  notes.push(`[^${number}]: ${plain(noteOf(block.cited, form))}`);
  const words = `“${plain(block.cited.quote.text)}”[^${number}]`;
  return block.asPoint ? `- **${plain(block.lead)}:** ${words}` : `**${plain(block.lead)}:**\n\n> ${words}`;
}

function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => plain(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Words of a record are no markup, and stay on one line. */
function plain(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/[\\`*_[\]<>#~&]/gu, String.raw`\$&`)
    .replace(/^(\d+)([.)])/u, String.raw`$1\$2`)
    .replace(/^([-+])/u, String.raw`\$1`);
}
