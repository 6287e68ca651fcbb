/** Records in XML: whether one is, and its elements as a plain tree. */
import { notRead, type Parsed, type Source } from './format.ts';
import { loadHtml } from './html.ts';

/** Names of elements and attributes are without their prefixes, which are anybody's choice. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Text with its entities decoded, as it stands. */
  children: (XmlElement | string)[];
  parent: XmlElement | null;
}

const known = new WeakMap<Source, XmlElement | null>();

/** The outermost element, read once; null where the record is no XML, or nested too deep for any record. */
export function readXml(source: Source): XmlElement | null {
  let read = known.get(source);
  if (read === undefined) known.set(source, (read = xmlRoot(source.text) === null ? null : xmlTree(source.text)));
  return read;
}

/** What `parse` makes of the outermost element; a record that is no XML is not read. */
export function parsedXml(source: Source, parse: (root: XmlElement) => Parsed): Parsed {
  const root = readXml(source);
  return root ? parse(root) : notRead(source, 'is no XML that can be read; save it again');
}

/** The element and those inside it that have one of these names, in order; all of them where no name is given. */
export function* elements(within: XmlElement, ...names: string[]): Generator<XmlElement> {
  if (names.length === 0 || names.includes(within.name)) yield within;
  for (const child of within.children) if (typeof child !== 'string') yield* elements(child, ...names);
}

/** The first of them. */
export function element(within: XmlElement, ...names: string[]): XmlElement | null {
  for (const found of elements(within, ...names)) return found;
  return null;
}

/** All text in it, a blank between what stands in elements of its own: for telling what is left out. */
export function xmlWords(within: XmlElement | null): string {
  const parts: string[] = [];
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') parts.push(child);
      else walk(child);
    }
  };
  if (within) walk(within);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** All text in it, blanks made single; without elements of these names. */
export function xmlText(within: XmlElement | null, ...without: string[]): string {
  const parts: string[] = [];
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') parts.push(child);
      else if (!without.includes(child.name)) walk(child);
    }
  };
  if (within) walk(within);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The outermost element of the text; null where there is none, or elements are nested too deep for any record. */
export function xmlTree(text: string): XmlElement | null {
  const $ = loadHtml(text, 'xml');
  if (!$) return null;
  type Node = ReturnType<ReturnType<typeof $.root>['contents']>[number];
  const read = (node: Node, parent: XmlElement | null): XmlElement | string => {
    if (node.type === 'text') return node.data;
    if (!('children' in node)) return '';
    const named = 'name' in node ? node : { name: '', attribs: {} };
    const made: XmlElement = { name: local(named.name), attributes: {}, children: [], parent };
    for (const [name, value] of Object.entries(named.attribs)) made.attributes[local(name)] ??= value;
    for (const child of node.children) {
      const inner = read(child, made);
      if (inner !== '') made.children.push(inner);
    }
    return made;
  };
  const [around] = $('record').toArray();
  const outer = around ? read(around, null) : '';
  if (typeof outer === 'string') return null;
  const root = outer.children.find((child) => typeof child !== 'string') ?? null;
  if (root) root.parent = null;
  return root;
}

function local(name: string): string {
  return name.replace(/^.*:/, '');
}

/** Name of the outermost element, `tei:TEI` without its prefix; null where the text is no XML, or a page of HTML. */
export function xmlRoot(text: string): string | null {
  const head = text.slice(0, 20_000);
  const found =
    /^\s*(<\?xml\b)?(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE\b[^<>[]*(?:\[[^\]]*\]\s*)?>)*<([A-Za-z_][\w.:-]*)/.exec(
      head,
    );
  if (!found) return null;
  const name = found[2]!.replace(/^.*:/, '');
  // The European Parliament puts its debates into the head of a page.
  if (/<DEBATS[\s>]/.test(head)) return 'DEBATS';
  if (htmlElements.has(name.toLowerCase())) return null;
  // "<ana> hello" begins a line of a chat: an element is closed where the record ends.
  const isClosed =
    text.slice(-2000).includes(`</${found[2]!}`) || /^<[^<>]*\/>\s*$/.test(text.slice(-2000).trimStart());
  return found[1] !== undefined || isClosed ? name : null;
}

const htmlElements = new Set(
  (
    'html head body title meta link script style base div p span h1 h2 h3 h4 h5 h6 table tbody tr td th ul ol li dl dt dd a b i u s ' +
    'strong em br hr pre code cite time small blockquote center font img figure form input main article ' +
    'section aside header footer nav iframe noscript details summary'
  ).split(' '),
);
