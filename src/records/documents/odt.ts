/** OpenDocument text (OASIS), `.odt` and `.fodt`, to text: through the same HTML as other documents. */
import { load } from 'cheerio';
import type { LeftOut } from '../formats/format.ts';
import { toldAsLeftOut } from '../formats/left-out.ts';
import { element, elements, xmlTree, xmlText, type XmlElement } from '../formats/xml.ts';
import { markedText } from './marked-text.ts';
import { DocumentError, type ZipEntry } from './zip.ts';
import type { Problem } from '../../session.ts';

/** Throws a `DocumentError` for one that cannot be read. */
export function odtText(entries: ZipEntry[]): { text: string; problems: Problem[] } {
  const part = (name: string) => {
    const entry = entries.find((each) => each.name === name);
    return entry ? new TextDecoder().decode(entry.read()) : '';
  };
  if (part('META-INF/manifest.xml').includes('encryption-data'))
    throw new DocumentError('it is protected by a password; save it without one');
  return flatOdtText(part('content.xml'), part('styles.xml'));
}

/** Of the one file that holds all, or of the part with the words. */
export function flatOdtText(content: string, more = ''): { text: string; problems: Problem[] } {
  const root = xmlTree(content);
  const body = root && element(root, 'text');
  if (!root || !body) throw new DocumentError('it holds no text that can be read; open it and save it again');
  const styles = [xmlTree(more), root].flatMap((each) => (each === null ? [] : [...elements(each, 'style')]));
  const leftOut: LeftOut[] = [];
  const html = htmlOf(body, { styles: new Map(styles.map((style) => [nameOf(style), lookOf(style)])), leftOut });
  return { text: markedText(load(html, null, false)), problems: toldAsLeftOut(leftOut) };
}

interface Look {
  isBold: boolean;
  /** Why words that look so are left out; null where they are not. */
  why: string | null;
  isTitle: boolean;
}

interface Reading {
  styles: Map<string, Look>;
  leftOut: LeftOut[];
}

function lookOf(style: XmlElement): Look {
  const looks = element(style, 'text-properties')?.attributes ?? {};
  const struck = looks['text-line-through-style'] ?? looks['text-line-through-type'] ?? 'none';
  return {
    isBold: /^(?:bold|[6-9]00)$/.test(looks['font-weight'] ?? ''),
    why: struck !== 'none' ? 'struck-out words' : looks['display'] === 'none' ? 'hidden words' : null,
    isTitle: /^title$/i.test(style.attributes['parent-style-name'] ?? '') || /^title$/i.test(nameOf(style)),
  };
}

function nameOf(style: XmlElement): string {
  return style.attributes['name'] ?? '';
}

const asides: Record<string, string> = {
  note: 'notes',
  annotation: 'comments',
  'tracked-changes': 'deleted words',
  'hidden-text': 'hidden words',
  'hidden-paragraph': 'hidden words',
};

function htmlOf(node: XmlElement, reading: Reading): string {
  let html = '';
  for (const child of node.children) html += typeof child === 'string' ? escaped(child) : elementHtml(child, reading);
  return html;
}

function elementHtml(node: XmlElement, reading: Reading): string {
  const why = asides[node.name] ?? reading.styles.get(node.attributes['style-name'] ?? '')?.why ?? null;
  if (why !== null) {
    reading.leftOut.push({ line: null, text: xmlText(node), why });
    return '';
  }
  const look = reading.styles.get(node.attributes['style-name'] ?? '');
  const inner = () => htmlOf(node, reading);
  if (node.name === 'line-break') return '<br>';
  if (node.name === 'tab') return '\t';
  if (node.name === 's') return ' ';
  if (node.name === 'h') return `<h2>${inner()}</h2>`;
  if (node.name === 'p') return look?.isTitle ? `<h1>${inner()}</h1>` : `<p>${bold(inner(), look)}</p>`;
  if (node.name === 'span') return bold(inner(), look);
  if (node.name === 'list') return `<ul>${inner()}</ul>`;
  if (node.name === 'list-item') return `<li>${inner().replace(/<\/?p>/g, ' ')}</li>`;
  if (node.name === 'table') return `<table>${inner()}</table>`;
  if (node.name === 'table-row') return `<tr>${inner()}</tr>`;
  if (node.name === 'table-cell') return `<td>${inner()}</td>`;
  return /^(?:sequence-decls|forms|bookmark\S*|reference-mark\S*|variable-decls)$/.test(node.name) ? '' : inner();
}

function bold(html: string, look: Look | undefined): string {
  return look?.isBold && html !== '' ? `<strong>${html}</strong>` : html;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
