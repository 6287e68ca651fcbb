/** Words that are looked up as they stand: in quotation marks, or after "Who said". They are never read as a question. */
import { blanked } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { waysTo } from '../phrases/languages.ts';

export interface Quotation {
  /** The quoted words, without their marks; null where nothing is looked up. */
  quotation: string | null;
  /** The rest of the question, with blanks where they stood. */
  left: string;
}

/**
 * A name or a term in quotation marks is a matter as any other: "What does 'open data' mean?". Words are looked up where
 * somebody is said to have said them, where the rest asks who did, or where hardly anything stands beside them.
 */
export function quotationIn(question: string): Quotation {
  const marked = firstMarked(question);
  if (marked) {
    const left = blanked(question, marked);
    const rest = textOf(left);
    const words = question.slice(marked.start + 1, marked.end - 1);
    const alone = rest.words.length <= mostBeside && textOf(words).words.length >= leastWords;
    return alone || asksOfQuotation.in(rest) || opensQuotation.in(textOf(question.slice(0, marked.start)))
      ? { quotation: words.trim(), left }
      : { quotation: null, left: question };
  }
  const [opening] = looksUp.all(textOf(question));
  const words = opening && /^[\s:,–—-]*(.*?)[\s?？]*$/su.exec(question.slice(opening.end))![1]!;
  if (!opening || !words) return { quotation: null, left: question };
  return { quotation: words, left: question.slice(0, opening.end).padEnd(question.length) };
}

/** Whether words stand in quotation marks. */
export function isMarked(question: string): boolean {
  return firstMarked(question) !== null;
}

export interface ClaimedWords {
  words: string;
  /** Offset in the question. */
  start: number;
  /** It is asked whether somebody said so in these words, and not only whether they said it. */
  isOfWording: boolean;
}

/**
 * Words without marks that somebody is asked to have said: "Did she really say that the fund is empty?". They are read as a
 * question too, since they may only be what was meant.
 */
export function claimedWordsIn(question: string): ClaimedWords | null {
  const text = textOf(question);
  const [ofWording, ofMeaning] = [asksOfWording, asksOfMeaning].map((asked) => asked.first(text));
  const found = ofWording ?? ofMeaning;
  if (!found) return null;
  const left = question.slice(found.end);
  const start = found.end + (left.length - left.replace(/^[\s:,–—-]+/u, '').length);
  const words = withoutDoubt.cutFrom(question.slice(start)).replace(/[\s,;:?？!–—-]+$/u, '');
  return textOf(words).words.length < leastClaimed ? null : { words, start, isOfWording: found === ofWording };
}

/** In words: fewer stand anywhere. */
const leastClaimed = 4;
const asksOfWording = waysTo('asksOfWording');
const asksOfMeaning = waysTo('asksOfMeaning');
/** "…, right?" behind the words. */
const withoutDoubt = waysTo('doubts');

const mostBeside = 2;
const leastWords = 3;

const opensQuotation = waysTo('opensQuotation');
const asksOfQuotation = waysTo('asksOfQuotation');
const looksUp = waysTo('looksUp');

/** The first words in marks, with the marks; a quotation in a quotation is part of it. */
function firstMarked(text: string): { start: number; end: number } | null {
  const found = kinds.flatMap(({ opens, closes }) => outermost(text, opens, closes) ?? []);
  return found.toSorted((one, other) => one.start - other.start)[0] ?? null;
}

function outermost(text: string, opens: string, closes: string): { start: number; end: number } | null {
  for (let start = text.indexOf(opens); start >= 0; start = text.indexOf(opens, start + 1)) {
    if (isApostrophe(text, start, text[start - 1])) continue;
    let depth = 1;
    for (let at = start + 1; at < text.length && at - start <= longest; at += 1) {
      if (isApostrophe(text, at, text[at + 1])) continue;
      if (closes.includes(text[at]!)) depth -= 1;
      else if (text[at] === opens) depth += 1;
      if (depth === 0 && at - start > shortest) return { start, end: at + 1 };
      if (depth === 0) break;
    }
  }
  return null;
}

/** A single mark is one only where no letter stands outside of it. */
function isApostrophe(text: string, at: number, outside: string | undefined): boolean {
  return /['‘’]/u.test(text[at]!) && /[\p{L}\p{N}]/u.test(outside ?? '');
}

/** In characters, of what stands between the marks. */
const [shortest, longest] = [2, 600];

const kinds = [
  { opens: '"', closes: '"' },
  { opens: '“', closes: '”“' },
  { opens: '„', closes: '”“' },
  { opens: '«', closes: '»' },
  { opens: '「', closes: '」' },
  { opens: '『', closes: '』' },
  { opens: "'", closes: "'’" },
  { opens: '‘', closes: '’' },
];
