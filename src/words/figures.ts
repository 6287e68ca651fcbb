/** Figures as they are written beside others: in fractions of one sign, raised, in the digits of other scripts. */

/** Signs above or below the line, as part of a regular expression. */
export const raised = '[⁰¹²³⁴-⁹₀-₉]';

/** "10²" of "10" and a raised "2". */
export function raisedFigures(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);
}

/** With what stands beside a figure and is no digit of it apart: "2½" is `2 1⁄2` and "10²" is `10 ²`, while "km²" stays. */
export function figuresApart(text: string): string {
  return text.replaceAll(besideFigure, ' ').replaceAll(ownFigure, (figure) => ` ${figure.normalize('NFKC')} `);
}

const besideFigure = new RegExp(String.raw`(?<=\p{Nd})(?=${raised})`, 'gu');
/** Fractions, and figures in circles. */
const ownFigure = new RegExp(String.raw`(?!${raised})\p{No}`, 'gu');

/** Digits of other scripts, which stand in blocks of ten, as ASCII. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/(?!\d)\p{Nd}/gu, asciiDigit);
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  for (let zero = code; zero > code - 10; zero -= 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
  }
  return String(code % 10);
}
