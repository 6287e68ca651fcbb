/** The figures of a text, in digits or in words, in a form in which equal amounts are equal. */
import { languageOf } from '../../words/language.ts';
import { raised } from '../../words/figures.ts';
import { plainText } from '../../words/plain-text.ts';
import { fold } from '../../words/terms.ts';
import { numberWordsOf, type NumberWords } from './number-words.ts';
import { unitCalled, signCalled } from './units.ts';

/**
 * Amounts as `value unit`: `40000`, `40 %`, `2 year`, `0.5`. Digits are read in any script and grouping, number words
 * are those of the text's language alone: "due" is two in Italian only. "One" counts only before a unit or a magnitude.
 */
export function amountsIn(text: string, language: string | null = languageOf(text)): string[] {
  return placedAmounts(text, language).map(({ value, unit }) => [value, unit].join(' ').trim());
}

export interface PlacedAmount {
  /** `3.5`, `3 th` of "the third", `2 times` of "twice", `1000 many` of "thousands", `10 ²` of "10²", which may be a note's. */
  value: string;
  unit: string;
  /** UTF-16 offsets of the number, without its unit. */
  start: number;
  end: number;
}

/** The same with their places, in order. */
export function placedAmounts(text: string, language: string | null = languageOf(text)): PlacedAmount[] {
  const tokens = tokensOf(text, numberWordsOf(language));
  const amounts: PlacedAmount[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = amountAt(tokens, at, numberWordsOf(language));
    if (!read) {
      at += 1;
      continue;
    }
    const unit = unitBeside(tokens, at, read);
    // What looks like a year has no unit: in some languages a word for "year" stands beside every one.
    const year = Number.isInteger(read.value) && read.value >= 1500 && read.value < 2100 && unit === 'year';
    if (!read.needsUnit || unit !== '')
      amounts.push({
        value: [String(Number(read.value.toFixed(4))), read.kind].join(' ').trim(),
        unit: year ? '' : unit,
        start: tokens[at]!.start,
        end: tokens[read.past - 1]!.end,
      });
    at = read.past;
  }
  return amounts;
}

interface Token {
  /** Folded. */
  word: string;
  value: number | null;
  isNumber: boolean;
  isFraction: boolean;
  start: number;
  end: number;
}

interface Read {
  value: number;
  /** `th` of ordinals, `times` of "twice", `many` of "thousands", `²` of what is raised: none is a plain number. */
  kind: string;
  past: number;
  needsUnit: boolean;
}

function tokensOf(text: string, { small }: NumberWords): Token[] {
  const { plain, startOf, endOf } = plainText(text);
  const tokens = [...plain.matchAll(pattern)].map(({ 0: written, index }): Token => {
    const word = isRaised.test(written) ? written : fold(written).trim();
    const value = /^\d/.test(written) ? valueOf(written) : null;
    const [start, end] = [startOf(index), endOf(index + written.length - 1)];
    return {
      word,
      value,
      isNumber: value !== null || small.has(word),
      isFraction: isFraction.test(written),
      start,
      end,
    };
  });
  // "Per cent" and "pour cent" are one sign.
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    if (next && /^(?:per|pour|por)$/.test(token.word) && /^(?:cent|ciento|cento)$/.test(next.word))
      return [{ ...token, word: '%', isNumber: false, end: next.end }];
    const before = tokens[at - 1]?.word ?? '';
    return /^(?:per|pour|por)$/.test(before) && /^(?:cent|ciento|cento)$/.test(token.word) ? [] : [token];
  });
}

// Figures, also grouped by blanks; signs of units; words, where Chinese numerals and units are one character each.
const grouped = String.raw`(?<![\d.,])\d{1,3}(?:[\u0020\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?`;
const fraction = String.raw`(?<![\d/.,])[1-9][/⁄](?:[2-9]|10)(?![\d/])`;
const digits = String.raw`\d+(?:[.,'’]\d+)*`;
const squared = String.raw`(?<!\p{L})[ckd]?m[23²³](?![\p{L}\p{N}])`;
const sign = String.raw`[%‰°\p{Sc}]`;
const han = '[零一二两三四五六七八九十百千万亿年月日天]';
const word = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}])+`;
const pattern = new RegExp([grouped, fraction, digits, `${raised}+`, sign, squared, han, word].join('|'), 'gu');
const isFraction = /[/⁄]/;
const isRaised = new RegExp(`^${raised}`, 'u');

function amountAt(tokens: Token[], at: number, words: NumberWords): Read | null {
  const { word: first, value } = tokens[at]!;
  if (value !== null) return afterDigits(tokens, at, value, words);
  if (words.halves.has(first)) return afterHalf(tokens, at, words);
  const times = words.times.get(first);
  if (times !== undefined) return { value: times, kind: 'times', past: at + 1, needsUnit: false };
  const parts = words.parts.get(first);
  if (parts !== undefined && isPart(first, tokens[at - 1]?.word ?? '', words))
    return { value: 1 / parts, kind: '', past: at + 1, needsUnit: false };
  const ordinal = words.ordinals.get(first);
  if (ordinal !== undefined) return { value: ordinal, kind: 'th', past: at + 1, needsUnit: false };
  if (words.many.has(first))
    return { value: words.magnitudes.get(first) ?? 1000, kind: 'many', past: at + 1, needsUnit: false };
  if (words.magnitudes.has(first))
    return withMagnitudes(tokens, { value: 1, kind: '', past: at, needsUnit: false }, words);
  if (!words.small.has(first)) return null;
  return spelt(tokens, at, words);
}

/** "A third" is a part, "the third" a place in an order; "a quarter" and "un tiers" are always a part. */
function isPart(part: string, before: string, { ordinals }: NumberWords): boolean {
  return !ordinals.has(part) || before === 'a' || before === 'an';
}

function afterDigits(tokens: Token[], at: number, value: number, words: NumberWords): Read {
  const next = tokens[at + 1]?.word ?? '';
  if (/^(?:st|nd|rd|th|er|eme)$/.test(next) && tokens[at + 1]!.start === tokens[at]!.end)
    return { value, kind: 'th', past: at + 2, needsUnit: false };
  if (isRaised.test(next)) return { value, kind: next, past: at + 2, needsUnit: false };
  const part = fractionBehind(tokens, at);
  if (part !== null)
    return withMagnitudes(tokens, { value: value + part, kind: '', past: at + 2, needsUnit: false }, words);
  return withParts(tokens, { value, kind: '', past: at + 1, needsUnit: false }, words);
}

/** Of "2½" and "2 1/2". */
function fractionBehind(tokens: Token[], at: number): number | null {
  const [whole, part] = [tokens[at]!, tokens[at + 1]];
  if (!part || part.value === null || !Number.isInteger(whole.value) || part.start > whole.end + 1) return null;
  return part.isFraction ? part.value : null;
}

/** "Half", "half a million". */
function afterHalf(tokens: Token[], at: number, words: NumberWords): Read {
  const size = words.magnitudes.get(tokens[at + 2]?.word ?? '');
  if (tokens[at + 1]?.word === 'a' && size) return { value: size / 2, kind: '', past: at + 3, needsUnit: false };
  return { value: 0.5, kind: '', past: at + 1, needsUnit: false };
}

/** "Twenty-one", "three hundred and twelve", "two thirds", "three and a half". */
function spelt(tokens: Token[], at: number, words: NumberWords): Read {
  let past = at;
  let [total, part] = [0, 0];
  let last = Infinity;
  for (; past < tokens.length; past += 1) {
    const next = tokens[past]!.word;
    const value = words.small.get(next);
    const size = words.magnitudes.get(next);
    if (next === 'and' && last >= 100 && last !== Infinity && words.small.has(tokens[past + 1]?.word ?? '')) continue;
    const isUnitOfTens = last >= 20 && last < 100 && last % 10 === 0 && value !== undefined && value < 10;
    if (value !== undefined && (last === Infinity || last >= 100 || isUnitOfTens)) {
      part += value;
      last = value;
    } else if (size !== undefined && last !== Infinity) {
      if (size === 100) part *= 100;
      else {
        total += part * size;
        part = 0;
      }
      last = size;
    } else break;
  }
  // "One in the morning" tells no amount, "one third" and "one year" do.
  const value = total + part;
  const alone = past === at + 1 && value === 1;
  const read = withParts(tokens, { value, kind: '', past, needsUnit: false }, words);
  return { ...read, needsUnit: alone && read.past === past };
}

/** What may follow a number: "thirds", "and a half", "million". */
function withParts(tokens: Token[], read: Read, words: NumberWords): Read {
  const next = tokens[read.past]?.word ?? '';
  const parts = words.parts.get(next);
  if (parts !== undefined && (!words.ordinals.has(next) || read.value === 1))
    return { ...read, value: read.value / parts, past: read.past + 1 };
  const [article, half] = [tokens[read.past + 1]?.word ?? '', tokens[read.past + 2]?.word ?? ''];
  if (next === 'and' && (article === 'a' || article === 'one')) {
    const more = words.halves.has(half) ? 0.5 : 1 / (words.parts.get(half) ?? Infinity);
    if (more > 0) return withMagnitudes(tokens, { ...read, value: read.value + more, past: read.past + 3 }, words);
  }
  return withMagnitudes(tokens, read, words);
}

function withMagnitudes(tokens: Token[], read: Read, { magnitudes }: NumberWords): Read {
  let { value, past } = read;
  for (let last = 0; magnitudes.has(tokens[past]?.word ?? ''); past += 1) {
    const size = magnitudes.get(tokens[past]!.word)!;
    // "17 trillion, trillion dollars" is a slip of the tongue.
    if (size !== last) value *= size;
    last = size;
  }
  return { ...read, value, past };
}

/** The unit beside an amount: a sign on either side, or a word among the next two. */
function unitBeside(tokens: Token[], at: number, { past }: Read): string {
  const before = signCalled(tokens[at - 1]?.word ?? '');
  if (before && before !== '%') return before;
  let power = '';
  for (const next of tokens.slice(past, past + 2)) {
    if (next.isNumber) break;
    const unit = unitCalled(next.word);
    if (unit) return unitCalled(`${unit}${power}`) ?? unit;
    power = powers.get(next.word) ?? '';
  }
  return '';
}

/** "Square kilometres" are km². */
const powers = new Map([
  ['square', '2'],
  ['sq', '2'],
  ['cubic', '3'],
]);

function valueOf(written: string): number {
  if (!isFraction.test(written)) return Number.parseFloat(numeral(written));
  const [part, whole] = written.split(isFraction).map(Number);
  return part! / whole!;
}

/** "40.000" and "40,000" are forty thousand, "1,5" is one and a half. */
function numeral(written: string): string {
  const text = written.replaceAll(/['’\s]/g, '');
  const lastMark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (lastMark === -1) return text;
  const mark = text[lastMark]!;
  const groups = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text);
  if (groups) return text.replaceAll(/[.,]/g, '');
  // Two of the same mark that are no groups are parts, as in a version or a date: the first is kept.
  const whole = text.slice(0, lastMark).replaceAll(mark === '.' ? ',' : '.', '');
  return `${whole.replaceAll(/[.,]/g, '.')}.${text.slice(lastMark + 1)}`;
}
