/** Headings of the order of business, which stand between speeches and are nobody's. */
import { isInCapitals } from './not-speech.ts';
import { noteHead } from './preamble.ts';

interface Line {
  label: string | null;
  text: string;
  /** A blank line stands before it. */
  opens: boolean;
  aside?: string;
  endsSpeech?: boolean;
}

/** Headings of the order of business between speeches: in capitals, or without a full stop right over a label. */
export function withHeadingsOfBusiness<L extends Line>(lines: L[]): L[] {
  // The words may stand under the name.
  const spoken = lines.flatMap((line, at) => {
    if (line.label === null || line.aside !== undefined) return [];
    return line.text !== '' ? line : (lines.slice(at + 1, at + 2).find(({ label }) => label === null) ?? []);
  });
  const first = lines.findIndex(({ label }) => label !== null);
  if (first < 0 || spoken.length < 3) return lines;
  const spokenSet = new Set(spoken);
  const isAllCapitals = spoken.filter(({ text }) => !/\p{Ll}/u.test(text)).length > spoken.length * 0.2;
  const ends = lines.flatMap((line, at) => (spokenSet.has(line) ? endOfParagraph(at, lines) : []));
  const isPunctuated = ends.filter((text) => /[.?!…:;—–-]["”’»)\]]{0,2}$/.test(text)).length > spoken.length * 0.8;
  let inHeading = false;
  return lines.map((line, at) => {
    const next = lines[at + 1];
    const isLast = next === undefined || next.opens || next.label !== null;
    const isPlain =
      at > first &&
      line.label === null &&
      line.aside === undefined &&
      line.text.length <= longestHeading &&
      noteHead(line.text.split(/[:：]\s/)[0]!) === null;
    const isCapital = isPlain && !isAllCapitals && isInCapitals(line.text);
    const isTitle =
      isPlain &&
      line.opens &&
      next?.label != null &&
      isPunctuated &&
      /^[\p{Lu}\d]/u.test(line.text) &&
      /[\p{L}\d)]$/u.test(line.text) &&
      line.text.length <= 100 &&
      // "It never waits. (Applause.)" has ended before the bracket.
      !/[.?!…]\s?[([]/.test(line.text);
    const isItem = isPlain && line.opens && (itemLine.test(line.text) || partLine.test(line.text));
    const isNumbered = isPlain && line.opens && next?.label != null && sectionLine.test(line.text);
    // France: the number has a line of its own over the heading.
    const isUnder = isPlain && !line.opens && isShort(line.text) && isLast && numberAlone.test(lines[at - 1]!.text);
    const isNumber =
      isPlain && line.opens && numberAlone.test(line.text) && next?.label === null && !next.opens && isShort(next.text);
    // UN press briefings: "**Guests" over what the spokesman goes on with.
    const isMark = isPlain && line.opens && /^\*{2}\s?\p{Lu}[^*.?!:]{1,100}$/u.test(line.text);
    if (isMark) return { ...line, aside: 'headings' };
    inHeading =
      (isCapital && (line.opens || inHeading) && (isLast || isInCapitals(next.text))) ||
      [isTitle, isNumbered, isItem, isNumber, isUnder].some(Boolean);
    return inHeading ? { ...line, aside: 'headings', endsSpeech: true } : line;
  });
}

/** The last line of a paragraph that goes over several. */
function endOfParagraph(from: number, lines: Line[]): string {
  let at = from;
  while (at < from + 200 && lines[at + 1]?.opens === false && lines[at + 1]!.label === null) at += 1;
  return lines[at]!.text;
}

/** What is longer is none of them. */
const longestHeading = 250;

/** Parts of a conference call. */
const partLine =
  /^(?:(?:prepared|opening|closing) remarks|q\s?&\s?a|questions?[ -](?:and|&)[ -]answers?|presentation)(?: session)?:?$/iu;

const numberAlone = /^(?:\d{1,3}|[IVX]{1,6})\.?$/;

function isShort(text: string): boolean {
  return text.length <= 120 && /^[\p{Lu}\d]/u.test(text) && !/[.?!…:;,]["”’»)]?$/u.test(text);
}

/** "2. Tails" right over a label is the heading of what follows. */
const sectionLine = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s\s?\p{Lu}[^.?!,;:…]{1,100}$/u;

/** "Question No.085" over what is asked, which the record tells. */
const itemLine = /^(?:question|motion|bill|petition|item|order) (?:no\.? ?)\d{1,4}(?:\/\d{2,4})?$/iu;
