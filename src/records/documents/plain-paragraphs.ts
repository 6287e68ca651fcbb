/** Plain text, Markdown and pages of the web, paragraph by paragraph without their markup. */
import { load } from 'cheerio';
import type { Paragraph } from './paragraph.ts';

/** `ending` of the file's name tells Markdown, which looks like any text. */
export function paragraphsOfText(text: string, ending: string): Paragraph[] {
  const all = isPage(text) ? ofPage(text) : ofLines(text, ['.md', '.markdown'].includes(ending));
  return all.filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph.text));
}

function isPage(text: string): boolean {
  const head = text.slice(0, 2000).trimStart();
  return head.startsWith('<') && /<(?:!doctype html|html|head|body|p|div|h1|article|blockquote)\b/iu.test(head);
}

/** Blocks are parted by empty lines; a block of long lines is a paragraph a line, one of short lines is wrapped. */
function ofLines(text: string, isMarkdown: boolean): Paragraph[] {
  const blocks: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (line.trim() === '') blocks.push([]);
    else blocks.at(-1)!.push(line.trim());
  }
  return blocks.flatMap((lines) => {
    if (lines.length === 0) return [];
    const read = lines.map((line) => (isMarkdown ? markdownLine(line) : plainLine(line)));
    const isWrapped = !lines.some((line) => line.length > longestWrapped || isOwnParagraph(line));
    if (!isWrapped) return read;
    return [{ ...read[0]!, text: read.map((line) => line.text).join(' ') }];
  });
}

/** In characters, of a line that an editor or a mail program ends. */
const longestWrapped = 100;

/** A point of a list, a heading, a row of a table, a note. */
function isOwnParagraph(line: string): boolean {
  return /^(?:[-–—*+•|#]|\d{1,3}[.)]\s|\[\^)/u.test(line);
}

const plainLine = (line: string): Paragraph => ({ text: line, isQuoted: false, isNote: false });

function markdownLine(line: string): Paragraph {
  const isNote = /^\[\^[^\]]{1,40}\]:/u.test(line);
  const isQuoted = line.startsWith('>');
  const text = line
    .replace(/^(?:\[\^[^\]]{1,40}\]:|[>\s]{1,20}|#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s)/u, '')
    .replaceAll(/\[\^[^\]]{1,40}\]/gu, '')
    .replaceAll(/!?\[([^[\]]{0,400})\]\([^()\s]{0,2000}\)/gu, '$1')
    .replaceAll(/(?<!\\)(?:\*{1,3}|_{1,3}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_{1,3}|`{1,3}|~~)/gu, '')
    .replaceAll(/\\([\\`*_[\]<>#~&|.)+-])/gu, '$1');
  return { text: text.trim(), isQuoted, isNote };
}

/** Elements whose words are on lines of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr ' +
    'html li main ol p pre section table tbody td tfoot th thead tr ul br'
  ).split(' '),
);
const noWords = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'nav', 'form', 'button']);

/** What pages call their notes: `fn:1`, `footnote-1`, `cite_note-3`. */
const notes = /^(?:fn|note|footnotes?|endnotes?|cite_note)(?:$|[\d:_\s-])/u;

function ofPage(page: string): Paragraph[] {
  const $ = load(page);
  type Node = NonNullable<ReturnType<ReturnType<typeof $.root>['contents']>[0]>;
  const paragraphs: Paragraph[] = [];
  let open = '';
  let block = { isQuoted: false, isNote: false };
  const close = () => {
    paragraphs.push({ text: open.replaceAll(/\s+/gu, ' ').trim(), ...block });
    open = '';
  };
  // Without calls in calls, however deep a page is nested; `null` ends an element that parts paragraphs, `q` one of quoted words.
  const left: { node: Node | 'q' | null; outer: typeof block }[] = [{ node: $.root()[0]!, outer: block }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, outer } = next;
    if (node === null) {
      close();
      block = outer;
    } else if (node === 'q') open += '”';
    else if (node.type === 'text') open += node.data;
    else if ('children' in node) {
      const name = 'name' in node ? node.name : '';
      if (noWords.has(name)) continue;
      const { id = '', class: kind = '' } = 'attribs' in node ? node.attribs : {};
      const within = {
        isQuoted: outer.isQuoted || name === 'blockquote',
        isNote: outer.isNote || notes.test(id) || notes.test(kind),
      };
      if (blocks.has(name)) {
        close();
        block = within;
        left.push({ node: null, outer });
      }
      // What a browser puts in quotation marks has none in the page.
      if (name === 'q') {
        open += '“';
        left.push({ node: 'q', outer });
      }
      for (const child of node.children.toReversed()) left.push({ node: child, outer: within });
    }
  }
  close();
  return paragraphs;
}
