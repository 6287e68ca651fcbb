/** The letters of a page one by one, each where it stands: pieces of text as the library joins them turn ligatures round. */
import { getResolvedPDFJS } from 'unpdf';
import type { Placed } from './page-lines.ts';
import type { actualTextsOf } from './pdf-actual-text.ts';
import type { Layers, PdfPage } from './pdf-layers.ts';
import { Pen, type Glyph, type Operators } from './pdf-pen.ts';
import { isReadFromRight } from './right-to-left.ts';

/** What is drawn as one: a letter, a ligature, a letter with its marks; the text is in the order in which it is read. */
interface Letter {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  width: number;
  size: number;
  font: string;
  /** A font without a table of its letters drew it. */
  isUnknown: boolean;
}

interface Operation {
  operator: number;
  given: unknown[];
}

/** Stretches of a page that stand without a gap, with their letters from the left, and how many letters cannot be told. */
export async function lettersOf(
  page: PdfPage,
  layers: Layers | null,
  actualTexts: ReturnType<typeof actualTextsOf>,
): Promise<{ items: Placed[]; unknown: number }> {
  const { OPS, AnnotationMode } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const operations = fnArray.map((operator, at) => ({ operator, given: (argsArray as unknown[][])[at] ?? [] }));
  const spans = spansOf(operations, OPS);
  const texts = actualTexts(
    page.ref,
    spans.map(({ given }) => String(given[0])),
  );
  const read = new Map(spans.map((span, index) => [span, texts?.[index] ?? null]));
  const scaleOf = (font: string) => {
    const known = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { fontMatrix?: number[] }) : null;
    return known?.fontMatrix?.[0] ?? 0.001;
  };
  const letters = withMarks(drawnLetters(operations, OPS, new Pen(OPS, scaleOf), layers, read));
  return { items: stretchesOf(letters), unknown: letters.filter(({ isUnknown: isLost }) => isLost).length };
}

/** Marked content that begins on the page itself, not in a drawing on it. */
function spansOf(operations: Operation[], ops: Operators): Operation[] {
  let depth = 0;
  return operations.filter(({ operator }) => {
    if (operator === ops.paintFormXObjectBegin) depth += 1;
    if (operator === ops.paintFormXObjectEnd) depth -= 1;
    return operator === ops.beginMarkedContentProps && depth === 0;
  });
}

/** `read` has how the document says that marked content is read. */
function drawnLetters(
  operations: Operation[],
  ops: Operators,
  pen: Pen,
  layers: Layers | null,
  read: Map<Operation, string | null>,
): Letter[] {
  const letters: Letter[] = [];
  /** Marked content that is begun, with how many letters there were before it. */
  const within: { isSeen: boolean; text: string | null; before: number }[] = [];
  for (const operation of operations) {
    const { operator, given } = operation;
    pen.follow(operator, given);
    if (operator === ops.showText) {
      for (const glyph of given[0] as (number | Glyph | null)[]) {
        if (typeof glyph === 'number') pen.skip(glyph);
        const place = typeof glyph === 'object' && glyph ? pen.draw(glyph) : null;
        if (!place || !within.every(({ isSeen }) => isSeen)) continue;
        const text = (glyph as Glyph).unicode ?? '';
        letters.push({ ...place, text, isUnknown: isUnknown(text, glyph as Glyph, place.width) });
      }
    } else if (operator === ops.beginMarkedContent || operator === ops.beginMarkedContentProps) {
      const isSeen = given[0] !== 'OC' || (layers?.isVisible(given[1]) ?? true);
      within.push({ isSeen, text: read.get(operation) ?? null, before: letters.length });
    } else if (operator === ops.endMarkedContent) {
      const ended = within.pop();
      if (ended && ended.text !== null) readAs(letters, ended.before, ended.text);
    }
  }
  return letters;
}

/** No letter, or the number that the font gives it, or a sign of no width where letters have their dots. */
function isUnknown(text: string, { originalCharCode }: Glyph, width: number): boolean {
  if (/^[\t-\r]$/.test(text)) return text.charCodeAt(0) === originalCharCode;
  return /^[\p{Cc}\uFFFD]*$/u.test(text) || (width === 0 && !/[\p{M}\p{Cf}\s]/u.test(text) && !isReadFromRight(text));
}

/** The document says itself how the letters from `first` on are read; on one line they are as one. */
function readAs(letters: Letter[], first: number, text: string): void {
  const drawn = letters.slice(first);
  const [base] = drawn.toSorted((one, other) => other.width - one.width);
  if (!base || drawn.some(({ y }) => Math.abs(y - base.y) > base.size)) return;
  const left = Math.min(...drawn.map(({ x }) => x));
  const right = Math.max(...drawn.map(({ x, width }) => x + width));
  letters.splice(first, drawn.length, { ...base, text, x: left, width: right - left, isUnknown: false });
}

/** Vowels and other marks are drawn by themselves, before the letter that they are read with or after it. */
function withMarks(letters: Letter[]): Letter[] {
  const whole: Letter[] = [];
  let waiting: Letter[] = [];
  const settle = (next: Letter | undefined) => {
    for (const mark of waiting) {
      const base = baseOf(mark, whole.at(-1), next);
      if (base) base.text += mark.text.normalize('NFKC').trim();
      else whole.push(mark);
    }
    waiting = [];
  };
  for (const letter of letters) {
    if (/^\p{M}+$/u.test(letter.text.normalize('NFKC').trim())) waiting.push(letter);
    else {
      settle(letter);
      whole.push(letter);
    }
  }
  settle(undefined);
  return whole;
}

/** Letters that are read from the right are drawn from the left with their marks before them, or as they are typed. */
function baseOf(mark: Letter, before: Letter | undefined, next: Letter | undefined): Letter | undefined {
  const isBase = (letter: Letter | undefined) =>
    letter !== undefined && Math.abs(letter.y - mark.y) < letter.size && /\p{L}/u.test(letter.text);
  if (!isBase(before) || !isBase(next)) return isBase(before) ? before : isBase(next) ? next : undefined;
  return isReadFromRight(next!.text) && next!.x > before!.x ? next : before;
}

/** Letters drawn one after another from the left, without a gap. */
function stretchesOf(letters: Letter[]): Placed[] {
  const stretches: (Placed & { letters: string[] })[] = [];
  for (const { text: drawn, isUnknown: isLost, x, y, width, size, font } of letters) {
    const text = isLost ? (width > 0 ? '\uFFFD' : '') : plain(drawn);
    if (text === '' || size === 0) continue;
    const last = stretches.at(-1);
    const gap = last ? x - last.x - last.width : Infinity;
    if (last && last.y === y && last.size === size && last.font === font && Math.abs(gap) < size * 0.15) {
      last.letters.push(text);
      last.text += text;
      last.width = x + width - last.x;
    } else stretches.push({ text, letters: [text], x, y, width, size, font });
  }
  return stretches;
}

/** Letters as they are typed, not as they are drawn at the start, in the middle or at the end of a word. */
function plain(text: string): string {
  return /[\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(text) ? text.normalize('NFKC').trim() : text;
}
