/** Paragraphs, headings, lists and tables, as HTML, to text: what a document of any maker is read through. */
import { load, type Cheerio, type CheerioAPI } from 'cheerio';

/** A line a paragraph; headings, and names in bold before their words, are marked as in Markdown. */
export function markedText($: CheerioAPI): string {
  const blocks = $.root()
    .children()
    .toArray()
    .flatMap((element): Block[] => blocksOf($, $(element)));
  let text = '';
  for (const [index, { kind, text: said }] of blocks.entries()) {
    // A name in bold over a paragraph belongs to it; so do rows and points to each other.
    const close = kind === 'next' || (kind === 'paragraph' && index > 1 && blocks[index - 1]!.kind === 'bold');
    // The first heading is the title, which formats look for among plain lines.
    text += `${index === 0 ? '' : close ? '\n' : '\n\n'}${kind === 'heading' && index > 0 ? `## ${said}` : said}`;
  }
  return text;
}

type Node = Exclude<Parameters<typeof load>[0], string | Buffer | unknown[]>;

interface Block {
  /** `next` is a row or a point after another of its table or list. */
  kind: 'paragraph' | 'bold' | 'heading' | 'next';
  text: string;
}

function blocksOf($: CheerioAPI, element: Cheerio<Node>): Block[] {
  const [node] = element.toArray();
  if (element.is('table')) return oneAfterAnother(rowsOf($, element));
  if (element.is('ul, ol')) {
    return oneAfterAnother(pointsOf($, element));
  }
  const lines = node ? linesOf(node) : [];
  const text = lines.join('\n');
  if (text === '') return [];
  if (element.is('h1, h2, h3, h4, h5, h6')) return [{ kind: 'heading', text: lines.join(' ').replaceAll('**', '') }];
  const whole =
    element.children('strong').length === 1 && element.children('strong').text().trim() === element.text().trim();
  return [{ kind: whole && lines.length === 1 && !text.includes('**') ? 'bold' : 'paragraph', text }];
}

function pointsOf($: CheerioAPI, list: Cheerio<Node>): string[] {
  return list
    .children('li')
    .toArray()
    .flatMap((item) => {
      const inner = $(item).children('ul, ol').remove();
      const text = linesOf(item).join(' ');
      return [...(text === '' ? [] : [`– ${text}`]), ...inner.toArray().flatMap((each) => pointsOf($, $(each)))];
    });
}

function oneAfterAnother(texts: string[]): Block[] {
  return texts.map((text, index) => ({ kind: index === 0 ? 'paragraph' : 'next', text }));
}

/** A table with heads as a table in Markdown; one of two columns without heads says who says what. */
function rowsOf($: CheerioAPI, table: Cheerio<Node>): string[] {
  const rows = table
    .find('tr')
    .toArray()
    .map((row) =>
      $(row)
        .children('td, th')
        .toArray()
        .map((cell) => linesIn($, cell).join(' ').replaceAll('**', '')),
    )
    .filter((row) => row.some(Boolean));
  const [head, ...rest] = rows;
  if (!head) return [];
  const hasHeads =
    rest.length > 0 && head.length > 1 && head.every((cell) => cell.length < 30 && /^\p{L}[\p{L} ]*$/u.test(cell));
  if (!hasHeads && head.length === 2 && rows.every(([who = '', what = '']) => who.length < 80 && what !== '')) {
    return rows.map(([who, what]) => (who === '' ? what! : `${who!.replace(/:$/, '')}: ${what}`));
  }
  const markdown = (row: string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  if (rows.every((row) => row.length === 1)) return rows.flat();
  return [markdown(head), ...(hasHeads ? [`|${' --- |'.repeat(head.length)}`] : []), ...rest.map(markdown)];
}

function linesIn($: CheerioAPI, cell: Node): string[] {
  const paragraphs = $(cell).find('p').toArray();
  return paragraphs.length === 0 ? linesOf(cell) : paragraphs.flatMap((paragraph) => linesOf(paragraph));
}

/** The lines of a paragraph. A name in bold before its words keeps its marks, since formats tell it by them; all other bold is emphasis. */
function linesOf(paragraph: Node): string[] {
  const lines: { text: string; bold: boolean }[][] = [[]];
  const walk = (node: Node, bold: boolean) => {
    if (node.type === 'text') lines.at(-1)!.push({ text: node.data.replace(/\s+/g, ' '), bold });
    else if ('name' in node && node.name === 'br') lines.push([]);
    else if ('children' in node)
      for (const child of node.children) walk(child, bold || ('name' in node && node.name === 'strong'));
  };
  walk(paragraph, false);
  return lines.map(lineOf).filter((line) => line !== '');
}

function lineOf(runs: { text: string; bold: boolean }[]): string {
  const text = runs
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const first = runs.findIndex((run) => !run.bold && run.text.trim() !== '');
  const bold = runs
    .slice(0, first < 0 ? runs.length : first)
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const rest = text.slice(bold.length).trimStart();
  const isLabel =
    bold !== '' && bold.length <= 100 && (bold.endsWith(':') || /^(?::|[–—-]\s|[[(]?\d{1,2}:\d\d)/.test(rest));
  if (!isLabel) return text;
  return `**${bold}**${rest === '' || rest.startsWith(':') ? '' : ' '}${rest}`;
}
