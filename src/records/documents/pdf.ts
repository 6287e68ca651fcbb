/** PDF documents to text, as far as they hold text and not pictures of it. */
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { actualTextsOf } from './pdf-actual-text.ts';
import { fieldsOf } from './pdf-fields.ts';
import { layersOf, seenItems } from './pdf-layers.ts';
import { lettersOf } from './pdf-letters.ts';
import { isReadFromRight } from './right-to-left.ts';
import { textOfPages, type Page } from './page-layout.ts';
import type { Placed } from './page-lines.ts';
import { cut } from '../formats/safe-text.ts';
import type { LeftOut, PageStart } from '../formats/format.ts';
import { toldAsLeftOut } from '../formats/left-out.ts';
import { howMany } from '../../words/how-many.ts';
import { DocumentError, megabytes } from './zip.ts';
import type { Problem } from '../../session.ts';

/** Throws a `DocumentError` for one that cannot be read. */
export async function pdfText(
  bytes: Uint8Array,
  mostUnpacked = mostText,
): Promise<{ text: string; problems: Problem[]; pages: PageStart[] }> {
  checkStreams(bytes, Math.min(mostUnpacked, mostText));
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The library takes the bytes for itself, so it gets its own.
    pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, maxImageSize: 0 });
  } catch (error) {
    const { name, message } = error as Error;
    throw new DocumentError(
      name === 'PasswordException'
        ? 'it asks for a password; save it without one'
        : `it is damaged (${message.replace(/\.$/, '')}); make or fetch it again, or save the record as text`,
      { cause: error },
    );
  }
  try {
    if (pdf.numPages > mostPages)
      throw new DocumentError(`it has ${pdf.numPages} pages, and at most ${mostPages} are read; split it`);
    const pages: (Page & { number: number; unknown: number })[] = [];
    const problems: Problem[] = [];
    const leftOut: LeftOut[] = [];
    const layers = await layersOf(pdf);
    const actualTexts = actualTextsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pageOf(pdf, number, layers, leftOut, actualTexts).catch((error: unknown) => error as Error);
      if (page instanceof Error)
        problems.push({ line: null, message: `Page ${number} cannot be read (${page.message})` });
      else pages.push({ ...page, number });
    }
    const { text, notes, running, starts } = textOfPages(pages);
    const empty = pages.filter(({ items }) => items.every(({ text }) => text.trim() === '')).length;
    if (text === '') {
      throw new DocumentError(
        problems[0]
          ? `none of its pages can be read (${problems[0].message}); save the record as text`
          : 'its pages hold pictures and no text; have the text recognised first (OCR)',
      );
    }
    const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
    const letters = howMany(text, /\p{L}/gu);
    if (unknown * mostUnknown > letters)
      throw new DocumentError(
        `its fonts do not tell which letters they draw (${unknown} of about ${letters}), so its words would come out altered; ` +
          'save the record as text, or have the text recognised (OCR)',
      );
    if (unknown > 0)
      problems.push({
        line: null,
        message: `${unknown} of its letters cannot be told, and words with them may be altered (�); compare what is quoted with the document`,
      });
    if (notes > 0)
      problems.push({
        line: null,
        message: `Its notes at the foot of pages (${notes}) are left out: nobody said them`,
      });
    if (running.length > 0)
      problems.push({
        line: null,
        message: `What is printed at the edge of its pages (${running.length} lines, first “${cut(running[0]!, 60)}”) is left out: nobody said it`,
      });
    problems.push(...toldAsLeftOut(leftOut));
    const mixed = pages.filter(({ from }) => from === 'left').length;
    if (mixed > 0)
      problems.push({
        line: null,
        message:
          `${mixed} of its pages ${mixed === 1 ? 'has' : 'have'} words that are read from the right among others, and their order ` +
          'may not be that of the page; compare what is quoted with the document',
      });
    if (empty > 0)
      problems.push({ line: null, message: `${empty} of ${pdf.numPages} pages hold no text, perhaps pictures of it` });
    const found = starts.flatMap((at, index) => (at === null ? [] : [{ number: pages[index]!.number, at }]));
    return { text, problems, pages: found };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

const mostPages = 5_000;
/** One letter in fifty. */
const mostUnknown = 50;
/** A page of text takes a few kilobytes. */
const mostText = 64 * 1024 * 1024;

async function pageOf(
  pdf: Awaited<ReturnType<typeof getDocumentProxy>>,
  number: number,
  layers: Awaited<ReturnType<typeof layersOf>>,
  leftOut: LeftOut[],
  actualTexts: ReturnType<typeof actualTextsOf>,
): Promise<Page & { unknown: number }> {
  const page = await pdf.getPage(number);
  const { seen, hidden } = await seenItems(page, layers);
  const text = hidden.join(' ').trim();
  if (text !== '') leftOut.push({ line: null, text, why: 'words on layers that are switched off' });
  const [, bottom = 0, , top = 0] = page.view;
  const height = top - bottom;
  const inPieces = seen.flatMap((item): Placed[] => {
    const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number];
    // What is turned is a stamp or a watermark.
    return Math.abs(b) > Math.abs(a) * 0.1
      ? []
      : [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d), font: item.fontName }];
  });
  const isLeftToRight = !seen.some(({ str }) => isReadFromRight(str));
  const { items: printed, unknown } = isLeftToRight
    ? { items: inPieces, unknown: 0 }
    : await lettersOf(page, layers, actualTexts);
  const { filled, comments } = await fieldsOf(page, printed);
  leftOut.push(...comments.map((comment) => ({ line: null, text: comment, why: 'comments on its pages' })));
  page.cleanup();
  const items = [...once(printed), ...filled].map((item) => ({ ...item, y: item.y - bottom }));
  if (isLeftToRight) return { height, items, unknown };
  const from = mostlyFromRight(items) ? 'right' : 'left';
  return { height, from, items: from === 'right' ? items.map(inMirror) : items, unknown };
}

/** Bold letters may be made by printing them twice, a hair apart. */
function once(items: Placed[]): Placed[] {
  const printed = new Map<string, Placed[]>();
  return items.filter((item) => {
    const alike = printed.get(item.text) ?? [];
    const isSecond = alike.some(
      ({ x, y }) => Math.max(Math.abs(x - item.x), Math.abs(y - item.y)) < item.size * hair && item.text.trim() !== '',
    );
    if (!isSecond) printed.set(item.text, [...alike, item]);
    return !isSecond;
  });
}

/** In sizes of letters. */
const hair = 0.12;

/** Names and terms in Latin letters have more of them than their share. */
function mostlyFromRight(items: Placed[]): boolean {
  const letters = items.flatMap(({ text }) => text.match(/\p{L}/gu) ?? []);
  return letters.filter(isReadFromRight).length * 3 > letters.length;
}

/** What stands at the right is where `x` begins. */
function inMirror(item: Placed): Placed {
  const letters = item.letters!.toReversed();
  return { ...item, x: -item.x - item.width, letters, text: letters.join('') };
}

/**
 * What is packed in the document may unpack to a thousand times its size, and again a thousand times. Everything but
 * pictures, which are not looked at, is unpacked once to see that it stays within reason.
 */
function checkStreams(bytes: Uint8Array, most: number): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  for (let at = whole.indexOf('stream'); at >= 0; at = whole.indexOf('stream', at + 6)) {
    if (whole.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const about = whole
      .subarray(Math.max(0, at - 1000), at)
      .toString('latin1')
      .split('endobj')
      .at(-1)!;
    const times = about.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (times === 0 || /\/Subtype\s*\/Image\b/.test(about)) continue;
    const start = at + (whole[at + 6] === 13 ? 8 : 7);
    const end = whole.indexOf('endstream', start);
    let data: Uint8Array = whole.subarray(start, end < 0 ? undefined : end);
    for (let time = 0; time < times; time += 1) {
      try {
        data = inflateSync(data, { maxOutputLength: Math.max(most - unpacked, 1) });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
          throw new DocumentError(`it unpacks to more than ${megabytes(most)} of text; save the record as text`);
        // Broken, or packed in another way before: the library says what it makes of it.
        break;
      }
    }
    unpacked += data.length;
    at = end < 0 ? whole.length : end;
  }
}
