/** Where the next letter of a page is drawn: what the operators of a PDF document move, turn and set. */
import type { getResolvedPDFJS } from 'unpdf';

/** Of the library, by their names. */
export type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];

/** From coordinates of the text, or of a drawing, to those around it: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Glyph {
  unicode?: string;
  /** Its number in the font. */
  originalCharCode?: number;
  width: number;
  isSpace?: boolean;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const atFirst = {
  drawing: identity,
  font: '',
  size: 0,
  /** Of widths in the font. */
  scale: 0.001,
  leading: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  rise: 0,
};

export class Pen {
  #state = { ...atFirst };
  readonly #saved: (typeof atFirst)[] = [];
  #line = identity;
  #at = identity;
  readonly #operators: Operators;
  /** How wide the units of a font are. */
  readonly #scaleOf: (font: string) => number;

  constructor(operators: Operators, scaleOf: (font: string) => number) {
    this.#operators = operators;
    this.#scaleOf = scaleOf;
  }

  follow(operator: number, given: unknown[]): void {
    const ops = this.#operators;
    const state = this.#state;
    const [first, second] = given as [number, number];
    if (operator === ops.save || operator === ops.paintFormXObjectBegin) this.#saved.push({ ...state });
    if (operator === ops.restore || operator === ops.paintFormXObjectEnd) this.#state = this.#saved.pop() ?? state;
    else if (operator === ops.transform) state.drawing = within(state.drawing, matrixOf(given));
    else if (operator === ops.paintFormXObjectBegin) state.drawing = within(state.drawing, matrixOf(given[0]));
    else if (operator === ops.beginText) this.#moveTo(identity);
    else if (operator === ops.setTextMatrix) this.#moveTo(matrixOf(given[0]));
    else if (operator === ops.moveText || operator === ops.setLeadingMoveText) {
      if (operator === ops.setLeadingMoveText) state.leading = -second;
      this.#moveTo(within(this.#line, [1, 0, 0, 1, first, second]));
    } else if (operator === ops.nextLine) this.#moveTo(within(this.#line, [1, 0, 0, 1, 0, -state.leading]));
    else if (operator === ops.setLeading) state.leading = first;
    else if (operator === ops.setCharSpacing) state.letterSpacing = first;
    else if (operator === ops.setWordSpacing) state.wordSpacing = first;
    else if (operator === ops.setHScale) state.stretch = first / 100;
    else if (operator === ops.setTextRise) state.rise = first;
    else if (operator === ops.setFont) {
      const font = String(given[0]);
      Object.assign(state, { font, size: second, scale: this.#scaleOf(font) });
    }
  }

  #moveTo(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = matrix;
  }

  /** Moves by a gap between letters, in thousandths of their size. */
  skip(gap: number): void {
    this.#advance((-gap * this.#state.size) / 1000);
  }

  /** Draws a letter and goes on to the next; null where it is turned, as in a stamp or a watermark. */
  draw(glyph: Glyph): { x: number; y: number; width: number; size: number; font: string } | null {
    const { drawing, rise, scale, size, stretch, font, letterSpacing, wordSpacing } = this.#state;
    const [a, b, c, d, x, y] = within(drawing, within(this.#at, [1, 0, 0, 1, 0, rise]));
    const advance = glyph.width * scale * size;
    const width = advance * stretch * Math.hypot(a, b);
    this.#advance(advance + letterSpacing + (glyph.isSpace ? wordSpacing : 0));
    if (Math.abs(b) > Math.abs(a) * 0.1) return null;
    return { x: a < 0 ? x - width : x, y, width, size: Math.abs(size) * Math.hypot(c, d), font };
  }

  #advance(by: number): void {
    this.#at = within(this.#at, [1, 0, 0, 1, by * this.#state.stretch, 0]);
  }
}

function matrixOf(given: unknown): Matrix {
  return given ? (Array.from(given as ArrayLike<number>) as Matrix) : identity;
}

function within(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
