/** A text in plain letters and figures, in which every sign still has its place in what was written. */
import { asciiDigits, figuresApart, raised } from './figures.ts';
import { foldArabic, withoutMarks } from './terms.ts';

export interface PlainText {
  plain: string;
  /** UTF-16 offsets, in the text as written, of the sign that a unit of the plain one stands for. */
  startOf: (unit: number) => number;
  endOf: (unit: number) => number;
}

/**
 * Without what nobody sees; wide letters, Arabic forms and the digits of other scripts as the plain ones. A fraction of
 * one sign is `1⁄2`, apart from a figure before it; raised figures stay raised, for "10²" is not "102".
 */
export function plainText(text: string): PlainText {
  if (isPlain.test(text)) return { plain: text, startOf: (unit) => unit, endOf: (unit) => unit + 1 };
  const [starts, ends]: [number[], number[]] = [[], []];
  let plain = '';
  let [from, last] = [0, ''];
  for (const written of text) {
    const sign = plainSign(written, last);
    if (sign !== '') last = sign;
    for (let unit = 0; unit < sign.length; unit += 1) {
      starts.push(from);
      ends.push(from + written.length);
    }
    plain += sign;
    from += written.length;
  }
  return { plain, startOf: (unit) => starts[unit]!, endOf: (unit) => ends[unit]! };
}

/** Latin, Cyrillic and Chinese, with dashes and quotation marks: nearly every text. */
const isPlain = /^[\0-\x7f\u00c0-\u00ff\u0400-\u04ff\u2010-\u201f\u4e00-\u9fff]*$/;

function plainSign(written: string, before: string): string {
  if (asWritten.test(written)) return written;
  const mark = arabicMarks[written];
  if (mark !== undefined) return mark;
  // A fraction is apart from the figure before it, and beside its minus.
  if (/\p{No}/u.test(written)) return /\d/.test(before) ? figuresApart(written) : figuresApart(written).trimStart();
  return foldArabic(asciiDigits(withoutMarks(written).normalize('NFKC')));
}

/** "Kite™" is no "KiteTM". */
const asWritten = new RegExp(`${raised}|[\\0-\\x7f™℠]`, 'u');
const arabicMarks: Record<string, string> = { '٫': '.', '٬': ',' };
