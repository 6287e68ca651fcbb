/**
 * The paragraphs of a Word document as its author wrote them, and the same document with comments in its margin. Nothing
 * else of it is touched: what is added is put into the text of its parts, which is never written anew.
 */
import { load } from 'cheerio/slim';
import { zipSync } from 'fflate';
import { xmlText } from '../../words/xml-text.ts';
import { DocumentError, type ZipEntry } from './zip.ts';
import type { DocumentComment, Paragraph } from './paragraph.ts';

const documentPart = 'word/document.xml';
const notesParts = ['word/footnotes.xml', 'word/endnotes.xml'];
/** Of all parts of a document that is written again, pictures too. */
const mostBytes = 128 * 1024 * 1024;
const mostXml = 32 * 1024 * 1024;

/** Body first, then its notes. Throws a `DocumentError` for one that cannot be read. */
export function docxParagraphs(entries: ZipEntry[]): Paragraph[] {
  return [
    ...placedIn(partOf(entries, documentPart)!).map(({ text, isQuoted }) => ({ text, isQuoted, isNote: false })),
    ...notesParts.flatMap((name) =>
      placedIn(partOf(entries, name) ?? '').map(({ text, isQuoted }) => ({ text, isQuoted, isNote: true })),
    ),
  ].filter(({ text }) => text.trim() !== '');
}

/** Words of a run, `raw` in the part from `at` on. */
interface Piece {
  /** Where they begin in the paragraph's text. */
  from: number;
  text: string;
  raw: string;
  at: number;
  /** Offsets of the run, and of the element that holds the words. */
  run: { start: number; end: number };
  holder: { start: number };
  /** Nothing else is in the run before and after them. */
  isFirst: boolean;
  isLast: boolean;
  /** The run's opening tag and properties, to begin another like it. */
  opening: string;
}

interface PlacedParagraph {
  text: string;
  isQuoted: boolean;
  pieces: Piece[];
}

type Document = ReturnType<typeof load>;
type Node = NonNullable<ReturnType<ReturnType<Document['root']>['contents']>[0]>;
type ElementNode = Extract<Node, { attribs: unknown }>;

function placedIn(xml: string): PlacedParagraph[] {
  if (xml === '') return [];
  const $ = load(xml, { xml: { xmlMode: true, withStartIndices: true, withEndIndices: true } });
  const found: PlacedParagraph[] = [];
  // Without calls in calls: a hostile document may be nested as deep as it likes.
  const left: { node: Node; paragraph: PlacedParagraph | null; run: ElementNode | null }[] = [
    { node: $.root()[0]!, paragraph: null, run: null },
  ];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, paragraph, run } = next;
    if (!('children' in node)) continue;
    let within = { paragraph, run };
    if ('attribs' in node) {
      if (passedOver.has(node.name)) continue;
      if (node.name === 'w:p') {
        within = { paragraph: { text: '', isQuoted: quotes.test(styleOf(node)), pieces: [] }, run: null };
        found.push(within.paragraph!);
      } else if (node.name === 'w:r') within = { paragraph, run: node };
      else if (paragraph && run && node.name === 'w:t') addPiece(paragraph, run, node, xml);
      else if (paragraph && run && blanks[node.name] !== undefined) paragraph.text += blanks[node.name]!;
    }
    for (const child of node.children.toReversed()) left.push({ node: child, ...within });
  }
  return found;
}

/** Deleted words, what is drawn in the old way beside the new, the sounds above characters. */
const passedOver = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt', 'w:rPr', 'w:tblPr', 'w:sectPr']);
const blanks: { [element: string]: string } = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };
const quotes = /quot|citation|zitat|cita\b/iu;

function styleOf({ children }: ElementNode): string {
  const properties = children.find((child) => 'name' in child && child.name === 'w:pPr') as ElementNode | undefined;
  const style = properties?.children.find((child) => 'name' in child && child.name === 'w:pStyle') as
    | ElementNode
    | undefined;
  return style?.attribs['w:val'] ?? '';
}

function addPiece(paragraph: PlacedParagraph, run: ElementNode, holder: ElementNode, xml: string): void {
  const [words] = holder.children;
  if (holder.children.length !== 1 || words?.type !== 'text') {
    paragraph.text += textIn(holder);
    return;
  }
  const at = words.startIndex!;
  const raw = xml.slice(at, words.endIndex! + 1);
  const own = run.children.filter((child) => 'name' in child && child.name !== 'w:rPr');
  const properties = run.children.find((child) => 'name' in child && child.name === 'w:rPr');
  const tag = xml.slice(run.startIndex!, xml.indexOf('>', run.startIndex!) + 1);
  paragraph.pieces.push({
    from: paragraph.text.length,
    text: words.data,
    raw,
    at,
    run: { start: run.startIndex!, end: run.endIndex! + 1 },
    holder: { start: holder.startIndex! },
    isFirst: own[0] === holder,
    isLast: own.at(-1) === holder,
    opening: tag + (properties ? xml.slice(properties.startIndex!, properties.endIndex! + 1) : ''),
  });
  paragraph.text += words.data;
}

function textIn({ children }: ElementNode): string {
  return children.map((child) => ('data' in child ? child.data : '')).join('');
}

/**
 * The same document with comments on places in its paragraphs, which are counted as `docxParagraphs` gives them. Comments on
 * notes stand nowhere, since Word allows none there. Throws a `DocumentError` where it cannot be written.
 */
export function commentedDocx(entries: ZipEntry[], comments: DocumentComment[]): Uint8Array {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > mostBytes)
    throw new DocumentError(`it unpacks to more than ${mostBytes / 1024 / 1024} MB; take its pictures out`);
  const files = new Map(entries.map((entry) => [entry.name, entry.read()]));
  const part = (name: string) => decoded(files.get(name));
  const document = part(documentPart)!;
  const own = part(commentsPart);
  const paragraphs = placedIn(document).filter(({ text }) => text.trim() !== '');
  const first = Math.max(-1, ...[...(own ?? '').matchAll(/\bw:id="(\d{1,9})"/gu)].map(([, id]) => Number(id))) + 1;
  const edits: Edit[] = [];
  const written = comments.flatMap((comment, at) => {
    const id = first + at;
    const pieces = paragraphs[comment.paragraph]?.pieces ?? [];
    const [from, to] = [startIn(pieces, comment.start), endIn(pieces, comment.end)];
    if (!from || !to) return [];
    edits.push(...edge(from, comment.start, `<w:commentRangeStart w:id="${id}"/>`));
    edits.push(
      ...edge(to, comment.end, `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`),
    );
    return [commentXml(id, comment)];
  });
  files.set(documentPart, encoded(edited(document, edits)));
  files.set(commentsPart, encoded(withComments(own, written, document)));
  if (own === null) {
    files.set(relationsPart, encoded(withRelation(part(relationsPart))));
    files.set(typesPart, encoded(withType(part(typesPart) ?? '')));
  }
  return zipSync(Object.fromEntries(files), { level: 6 });
}

const commentsPart = 'word/comments.xml';
const relationsPart = 'word/_rels/document.xml.rels';
const typesPart = '[Content_Types].xml';

interface Edit {
  at: number;
  /** Characters taken out there. */
  out: number;
  put: string;
}

const startIn = (pieces: Piece[], place: number) =>
  pieces.find(({ from, text }) => from <= place && place < from + text.length);
const endIn = (pieces: Piece[], place: number) =>
  pieces.findLast(({ from, text }) => from < place && place <= from + text.length);

/** Puts a mark between two characters; the run is made two there, each with its properties. */
function edge(piece: Piece, place: number, mark: string): Edit[] {
  const within = place - piece.from;
  if (within === 0 && piece.isFirst) return [{ at: piece.run.start, out: 0, put: mark }];
  if (within === piece.text.length && piece.isLast) return [{ at: piece.run.end, out: 0, put: mark }];
  return [
    // Blanks at the edges of what is parted stay.
    { at: piece.holder.start, out: piece.at - piece.holder.start, put: '<w:t xml:space="preserve">' },
    {
      at: piece.at + rawOffset(piece.raw, within),
      out: 0,
      put: `</w:t></w:r>${mark}${piece.opening}<w:t xml:space="preserve">`,
    },
  ];
}

/** Where a character stands in what is written with `&amp;` and the like. */
function rawOffset(raw: string, characters: number): number {
  let at = 0;
  for (let left = characters; left > 0 && at < raw.length;) {
    const entity = raw[at] === '&' ? /^&(#x?[\da-f]{1,6}|\w{1,8});/iu.exec(raw.slice(at, at + 12)) : null;
    // One of a number beyond 65,535 is two units of the text.
    const units = entity && codeOf(entity[1]!) > 0xffff ? 2 : 1;
    at += entity ? entity[0].length : 1;
    left -= units;
  }
  return at;
}

function codeOf(entity: string): number {
  if (!entity.startsWith('#')) return 0;
  return entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
}

/** From the end, so that no place moves. What is taken out twice is taken out once. */
function edited(text: string, edits: Edit[]): string {
  const once = new Map(edits.filter(({ out }) => out > 0).map((edit) => [edit.at, edit]));
  const all = [...once.values(), ...edits.filter(({ out }) => out === 0)];
  const ordered = all.map((edit, order) => ({ ...edit, order })).toSorted((a, b) => a.at - b.at || a.order - b.order);
  let [written, from] = ['', 0];
  for (const { at, out, put } of ordered) {
    written += text.slice(from, at) + put;
    from = at + out;
  }
  return written + text.slice(from);
}

function commentXml(id: number, { text }: DocumentComment): string {
  const paragraphs = text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
  return `<w:comment w:id="${id}" w:author="Rapporteur" w:initials="R">${paragraphs.join('')}</w:comment>`;
}

function withComments(own: string | null, comments: string[], document: string): string {
  const all = comments.join('');
  if (own !== null && own.includes('</w:comments>')) return own.replace('</w:comments>', () => `${all}</w:comments>`);
  const namespace = /\bxmlns:w="([^"]{1,200})"/u.exec(document.slice(0, 20_000))?.[1] ?? transitional;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${all}</w:comments>`;
}

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function withRelation(own: string | null): string {
  const type = `${relationTypes}/relationships/comments`;
  const relation = `<Relationship Id="rIdRapporteurComments" Type="${type}" Target="comments.xml"/>`;
  if (own !== null && own.includes('</Relationships>'))
    return own.replace('</Relationships>', () => `${relation}</Relationships>`);
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="${namespace}">${relation}</Relationships>`;
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006';
const typeOfComments = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

function withType(own: string): string {
  const type = `<Override PartName="/word/comments.xml" ContentType="${typeOfComments}"/>`;
  return own.replace('</Types>', () => `${type}</Types>`);
}

function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function partOf(entries: ZipEntry[], name: string): string | null {
  const entry = entries.find((each) => each.name === name);
  if (!entry) return null;
  if (entry.size > mostXml)
    throw new DocumentError(`its text takes more than ${mostXml / 1024 / 1024} MB; split the document`);
  return decoded(entry.read());
}

const decoded = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);
const encoded = (text: string) => new TextEncoder().encode(text);
