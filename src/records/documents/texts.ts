/** From the bytes of a record to its text, whatever holds it: a text file, a Word or PDF document, an archive of those. */
import { decode } from '../formats/decode.ts';
import type { PageStart } from '../formats/format.ts';
import { cut, safeLine } from '../formats/safe-text.ts';
import { DocumentError, isZip, readZip, zipLimits, type ZipEntry } from './zip.ts';
import type { Problem } from '../../session.ts';
import { inArchive } from '../../session.ts';

export interface Text {
  /** The file's name inside the archive, `summit/day-1.txt`; null where the record is no archive. */
  entry: string | null;
  /** Empty where nothing can be read; then the problems say why. */
  text: string;
  problems: Problem[];
  /** Of a PDF document. */
  pages?: PageStart[];
}

/** Hears how far the reading of an archive has come. A place is where a file lies in its archive and that in its own: `3/0`. */
export interface Following {
  /** Places that are passed over. */
  done: ReadonlySet<string>;
  /** Before a file is unpacked. */
  onBegin: (place: string, entry: string) => void;
  /** When a file, and all that is in it, is read. */
  onDone: (place: string) => void;
}

const nobody: Following = { done: new Set(), onBegin: () => {}, onDone: () => {} };

/**
 * The texts of a record, one after another: one, or one for each file of an archive. Never throws on content. `charset`
 * is how a text is said to be written by whoever sent it.
 */
export async function* textsIn(
  bytes: Uint8Array,
  limits = zipLimits,
  following: Following = nobody,
  charset: string | null = null,
): AsyncGenerator<Text> {
  yield* textsWithin(bytes, null, { depth: 0, left: { ...limits }, place: '', following, charset });
}

/** An archive may hold archives, as when a folder of them is packed; deeper ones are how archives are made to explode. */
const deepest = 1;

interface Bounds {
  depth: number;
  /** What may still be unpacked of the whole record. */
  left: { entries: number; bytes: number };
  place: string;
  following: Following;
  charset: string | null;
}

async function* textsWithin(bytes: Uint8Array, entry: string | null, bounds: Bounds): AsyncGenerator<Text> {
  const { depth, left, place, following, charset } = bounds;
  try {
    if (!isZip(bytes)) {
      yield { entry, ...(await readOne(bytes, left.bytes, charset)) };
      return;
    }
    const entries = readZip(bytes, left);
    if (entries.some(({ name }) => name === 'word/document.xml')) {
      yield { entry, ...(await readDocx(entries)) };
      return;
    }
    if (mimeOf(entries) === 'application/vnd.oasis.opendocument.text') {
      const { odtText } = await import('./odt.ts');
      yield { entry, ...odtText(entries) };
      return;
    }
    const office = officeKind(entries);
    if (office !== null) throw new DocumentError(`it is ${office}, not a transcript; save the record as text`);
    const files = entries.filter(({ name }) => !isLitter(name));
    if (files.length === 0) throw new DocumentError('the archive is empty');
    if (depth > deepest)
      throw new DocumentError('it is an archive in an archive in an archive; unpack the outer ones first');
    left.entries -= files.length;
    left.bytes -= files.reduce((sum, { size }) => sum + size, 0);
    for (const [number, file] of files.entries()) {
      const within = {
        ...bounds,
        depth: depth + 1,
        charset: null,
        place: place === '' ? `${number}` : `${place}/${number}`,
      };
      if (following.done.has(within.place)) continue;
      const named = entry === null ? file.name : `${entry}${inArchive}${file.name}`;
      following.onBegin(within.place, named);
      yield* textsOfEntry(file, named, within);
      following.onDone(within.place);
    }
  } catch (error) {
    yield { entry, text: '', problems: [{ line: null, message: `It cannot be read: ${messageOf(error)}` }] };
  }
}

async function* textsOfEntry(file: ZipEntry, entry: string, bounds: Bounds): AsyncGenerator<Text> {
  let bytes: Uint8Array;
  try {
    bytes = file.read();
  } catch (error) {
    yield { entry, text: '', problems: [{ line: null, message: `It cannot be read: ${messageOf(error)}` }] };
    return;
  }
  yield* textsWithin(bytes, entry, bounds);
}

/** Of bytes that are no archive. */
async function readOne(bytes: Uint8Array, mostUnpacked: number, charset: string | null): Promise<Omit<Text, 'entry'>> {
  if (isPdf(bytes)) return readPdf(bytes, mostUnpacked);
  if (isRtf(bytes)) return readRtf(bytes);
  const decoded = decode(bytes, charset);
  if (!/<office:document\s/.test(decoded.text.slice(0, 2000))) return decoded;
  const { flatOdtText } = await import('./odt.ts');
  return flatOdtText(decoded.text);
}

// Their libraries are large, and loaded only where such a document is met.
async function readPdf(bytes: Uint8Array, mostUnpacked: number): Promise<Omit<Text, 'entry'>> {
  const { pdfText } = await import('./pdf.ts');
  return pdfText(bytes, mostUnpacked);
}

async function readRtf(bytes: Uint8Array): Promise<Pick<Text, 'text' | 'problems'>> {
  const { rtfText } = await import('./rtf.ts');
  return rtfText(bytes);
}

async function readDocx(entries: ZipEntry[]): Promise<Pick<Text, 'text' | 'problems'>> {
  const { docxText } = await import('./docx.ts');
  return docxText(entries);
}

/** Whether it is read by one of the libraries for documents and archives, wherever its mark stands. */
export function isDocument(bytes: Uint8Array): boolean {
  return isZip(bytes) || isPdf(bytes) || isRtf(bytes);
}

function isRtf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 16)).toString('latin1').trimStart().startsWith('{\\rtf');
}

const pdfMark = Buffer.from('%PDF-');

function isPdf(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Some programs write a line of their own before the mark.
  return (
    whole.subarray(0, 5).equals(pdfMark) || (whole.subarray(0, 1024).includes(pdfMark) && whole.includes('startxref'))
  );
}

/** What a library throws on a broken document is no fault of this program, and tells its reader little: it is told all the same. */
function messageOf(error: unknown): string {
  const { message } = error as Error;
  return cut(
    safeLine(
      error instanceof DocumentError ? message : `it is damaged (${message}); save the record as text and try again`,
    ),
    500,
  );
}

/** What computers put into archives by themselves. */
function isLitter(name: string): boolean {
  return (
    name.split('/').some((part) => part.startsWith('.') && part !== '.' && part !== '..') ||
    /(?:^|\/)(?:__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i.test(name)
  );
}

function officeKind(entries: ZipEntry[]): string | null {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return 'a spreadsheet';
  if (names.has('ppt/presentation.xml')) return 'a presentation';
  const mime = mimeOf(entries);
  if (mime !== null)
    return /epub/.test(mime) ? 'an e-book' : `an OpenDocument file of another kind (${mime.slice(0, 80)})`;
  if (entries.some(({ name }) => name.endsWith('.iwa'))) return 'a document of Pages, Numbers or Keynote';
  if (names.has('[Content_Types].xml')) return 'an Office document of another kind';
  return null;
}

/** What an archive of OpenDocument and its kin says that it is; null for any other. */
function mimeOf(entries: ZipEntry[]): string | null {
  const entry = entries.find(({ name, size }) => name === 'mimetype' && size < 200);
  return entry ? new TextDecoder().decode(entry.read()).trim() : null;
}
