/** Word documents to text: a line a paragraph, headings and names in bold marked as in Markdown, tables row by row. */
import { load, type CheerioAPI } from 'cheerio';
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { wordsNotRead } from './docx-folds.ts';
import { spokenParts } from './docx-marks.ts';
import { markedText } from './marked-text.ts';
import { DocumentError, type ZipEntry } from './zip.ts';
import type { LeftOut } from '../formats/format.ts';
import { toldAsLeftOut } from '../formats/left-out.ts';
import type { Problem } from '../../session.ts';
import { raisedFigures } from '../../words/figures.ts';

/** Throws a `DocumentError` for one that cannot be read. */
export async function docxText(entries: ZipEntry[]): Promise<{ text: string; problems: Problem[] }> {
  // Pictures and sounds are left packed: only what holds words or leads to it is unpacked, once, and bounded.
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (size > mostXml)
    throw new DocumentError(
      `its text takes ${Math.round(size / 1024 / 1024)} MB, and at most ${mostXml / 1024 / 1024} MB can be read; split the document`,
    );
  const { files, leftOut } = spokenParts(new Map(parts.map((part) => [part.name, part.read()])));
  const plain = zipSync(Object.fromEntries(files), { level: 0 });
  let html: string;
  try {
    const read = await mammoth.convertToHtml(
      { buffer: Buffer.from(plain) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    html = read.value;
    const told = read.messages.map(({ message }) => message);
    leftOut.push(...wordsNotRead(files, told));
  } catch (error) {
    throw new DocumentError(
      `Word's own parts of it cannot be read (${(error as Error).message}); open it in Word and save it again, or save it as text`,
      { cause: error },
    );
  }
  const $ = load(html, null, false);
  const notes = $('li[id^="footnote-"], li[id^="endnote-"]');
  const problems: Problem[] =
    notes.length === 0 ? [] : [{ line: null, message: `Its notes (${notes.length}) are left out: nobody said them` }];
  notes.remove();
  $('sup:has(a[id^="footnote-ref"], a[id^="endnote-ref"])').remove();
  leaveNoteMarks($, leftOut);
  for (const box of $('input[type="checkbox"]').toArray()) $(box).replaceWith($(box).is('[checked]') ? '☒' : '☐');
  // Word counts them as it shows them; where it begins and goes on is not told here.
  const numbered = $('ol > li').length;
  if (numbered > 0)
    problems.push({
      line: null,
      message: `The numbers of its numbered paragraphs (${numbered}) are left out; each begins with “–” instead`,
    });
  return { text: markedText($), problems: [...problems, ...toldAsLeftOut(leftOut)] };
}

/** A raised number behind a sentence or a word is that of a note; behind a figure or a unit (m², 10⁶) it is said, and 10⁶ is no 106. */
function leaveNoteMarks($: CheerioAPI, leftOut: LeftOut[]): void {
  for (const element of $('sup').toArray()) {
    const mark = $(element).text();
    const before = element.prev ? $(element.prev).text() : '';
    if (/^\d+$/.test(mark) && /\d$/.test(before)) $(element).text(raisedFigures(mark));
    if (!/^\s*(?:\[?\d{1,3}\]?|[*†‡])\s*$/u.test(mark) || !/(?:\p{L}{4}|[.,;:!?”"’)])\s*$/u.test(before.slice(-10)))
      continue;
    leftOut.push({ line: null, text: mark, why: 'marks of notes' });
    $(element).remove();
  }
}

/** Ten thousand pages. */
const mostXml = 64 * 1024 * 1024;
