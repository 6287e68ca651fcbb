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
  const marked = marks.map((mark) => mark.exec(question)).find((match) => match !== null);
  if (marked) {
    const left = blanked(question, { start: marked.index, end: marked.index + marked[0].length });
    const rest = textOf(left);
    const alone = rest.words.length <= mostBeside && textOf(marked[1]!).words.length >= leastWords;
    return alone || asksOfQuotation.in(rest) || opensQuotation.in(textOf(question.slice(0, marked.index)))
      ? { quotation: marked[1]!.trim(), left }
      : { quotation: null, left: question };
  }
  const [opening] = looksUp.all(textOf(question));
  const words = opening && /^[\s:,–—-]*(.*?)[\s?？]*$/su.exec(question.slice(opening.end))![1]!;
  if (!opening || !words) return { quotation: null, left: question };
  return { quotation: words, left: question.slice(0, opening.end).padEnd(question.length) };
}

const mostBeside = 2;
const leastWords = 3;

const opensQuotation = waysTo('opensQuotation');
const asksOfQuotation = waysTo('asksOfQuotation');
const looksUp = waysTo('looksUp');

/** Each kind of marks with what stands between. An apostrophe is one only beside a blank. */
const marks = [
  /"([^"]{2,600})"/u,
  /[“„]([^“”„]{2,600})[”“]/u,
  /«([^«»]{2,600})»/u,
  /[「『]([^「」『』]{2,600})[」』]/u,
  /(?<![\p{L}\p{N}])['‘]([^'‘]{2,600}?)['’](?![\p{L}\p{N}])/u,
];
