/** Lines of a plain transcript that are nobody's speech where they stand: asides of the record, running heads, who presides. */
import { looksLikeName } from './labels.ts';
import { asideOf, procedure } from './not-speech.ts';
import { isOffice } from './offices.ts';
import { isTranscriptHead } from './preamble.ts';
import { unlabelled, type TextLine } from './text-lines.ts';

function withoutStars(text: string): string {
  return /^[*_]/.test(text) && /[*_]$/.test(text.slice(-1))
    ? text
        .replaceAll('*', '')
        .replace(/^_{1,2}/, '')
        .replace(/_{1,2}$/, '')
    : text;
}

/** Of each line why it is nobody's speech; null where it may be. */
export function asidesOf(lines: TextLine[]): (string | null)[] {
  let last: string | null = null;
  let hasBegun = false;
  const listed = listAtEnd(lines);
  const isStyled = lines.some((line) => line.isStyled);
  return lines.map((line, at) => {
    if (at >= listed) return 'the list of who took part';
    const goesOn = last !== null && goesOnAside(last, line, lines[at - 1], lines[at + 1]);
    const isChair = !hasBegun && presides(line);
    last = goesOn ? last : isChair ? 'the sitting’s chair' : asideAt(line, at, lines, isStyled);
    hasBegun ||= line.label !== null && last === null;
    return last;
  });
}

/** Where a list of participants under the words begins, in which nothing is a sentence; the number of lines where there is none. */
function listAtEnd(lines: TextLine[]): number {
  const head = lines.findLastIndex(({ whole }) => participants.test(whole));
  const isList =
    head > lines.length / 2 && lines.slice(head + 1).every(({ whole }) => whole.length < 100 && !/[.?!]$/u.test(whole));
  return isList ? head : lines.length;
}

const participants = /^\W{0,4}(?:(?:call|conference call|company|meeting) )?participants\W{0,4}$/iu;

/** "President: Ana Lind" before anybody speaks. */
function presides({ label, text, sure }: TextLine): boolean {
  const isAlone = label !== null && !sure && isOffice(label) && !/\s/.test(label);
  return isAlone && /\S\s\S/.test(text) && text.length < 60 && looksLikeName(text) && !/[.,;:!?…]$/.test(text);
}

/** A disclaimer over several lines, the party or office of who takes the chair, the names of who voted. */
function goesOnAside(why: string, line: TextLine, before: TextLine | undefined, next: TextLine | undefined): boolean {
  const above = before?.whole ?? '';
  // What is printed stands further in than what is said.
  if (why === quoted) {
    const isParagraph = line.indent > 0 && line.indent < 4 && (next?.indent === 0 || /[.?!]$/.test(line.whole));
    return !line.isStyled && !(line.opens && isParagraph);
  }
  if (line.heading !== undefined || line.label !== null) return false;
  if (why === 'the sitting’s chair') return !line.opens && isOffice(line.whole) && line.whole.length < 80;
  if (why === procedure) return isWrapped(line) && before!.indented !== line.indented;
  if (why === 'votes') return !/[.?!…]["”’)]?$/u.test(line.whole) || /\d\.$/.test(line.whole);
  return why === byProgram && !line.opens && above.length > 60 && !/[.?!…]["”’)]?$/u.test(above);
}

const quoted = 'texts that the record prints';

export const running = 'page numbers and running heads';

/** The title, with the number of a page or a mark of the language beside it. */
export function isTitleAgain({ whole, opens }: TextLine, title: TextLine): boolean {
  const isLong = title.whole.length > 15 && title.whole.length < 160 && !/[.?!:]$/.test(title.whole);
  return isLong && opens && whole.startsWith(title.whole) && whole.length <= title.whole.length + 12;
}

/** "Joint Session: Boats" on top, and again on the pages, where nothing else follows "Joint Session", names nobody. */
export function withoutLabelledTitle(lines: TextLine[]): TextLine[] {
  const [first, ...rest] = lines;
  const label = first?.label ?? null;
  if (label === null || first!.heading !== undefined || first!.text === '') return lines;
  const again = rest.filter((line) => isTitleAgain(line, first!));
  if (again.length === 0 || rest.some((line) => line.label === label && !again.includes(line))) return lines;
  const unnamed = new Set([first, ...again]);
  return lines.map((line) => (unnamed.has(line) ? unlabelled(line) : line));
}

/** Paragraphs that begin with blanks go on without them. */
function isWrapped({ opens, indented }: TextLine): boolean {
  return !opens && !indented;
}

/** Such a paragraph of which all its lines together tell of the sitting, too. */
function isWholeAside(at: number, lines: TextLine[]): boolean {
  if (!lines[at]!.indented) return false;
  return asideOf(paragraphAt(at, lines)) === procedure;
}

function paragraphAt(at: number, lines: TextLine[]): string {
  let end = at + 1;
  while (end < lines.length && end < at + 10 && isWrapped(lines[end]!)) end += 1;
  return lines
    .slice(at, end)
    .map(({ whole }) => whole)
    .join(' ');
}

/** "The text of the bill is as follows:" in the Congressional Record: what it prints from there on, until somebody speaks. */
function printsText(at: number, lines: TextLine[]): boolean {
  if (/^\[the prepared statement\b.{0,200}follows?[.:]*\]$/iu.test(lines[at]!.whole)) return true;
  const paragraph = paragraphAt(at, lines);
  return paragraph.endsWith('as follows:') && printed.test(paragraph);
}

const printed =
  /^(?:there being no objection|the (?:text|amendments?|bill|resolution|joint resolution|material|letters?|article|statement|motion|roll|result)\b)/iu;

const byProgram = 'lines of the program that made the record';

/** What is no speech, by its words alone; what a sitting did only where it stands alone. */
function asideAt(line: TextLine, at: number, lines: TextLine[], isStyled: boolean): string | null {
  if (line.heading !== undefined || (line.label !== null && line.sure)) return null;
  if (isStyled && !line.isStyled && printsText(at, lines)) return quoted;
  const why = asideOf(withoutStars(line.whole) || line.whole);
  if (why === null || isTranscriptHead(line.whole)) return null;
  const [before, next] = [lines[at - 1], lines[at + 1]];
  // A paragraph may begin with blanks instead of a blank line.
  const opens =
    line.opens ||
    (line.indented &&
      /^[\p{Lu}\p{sc=Han}\p{sc=Hangul}]/u.test(line.whole) &&
      /[.?!。]["”’)]?$/u.test(before?.whole ?? '.'));
  const standsAlone = opens && (next === undefined || next.opens || next.indented || isWholeAside(at, lines));
  const needsRoom = why === procedure || why === running;
  return needsRoom && !standsAlone ? null : why;
}
