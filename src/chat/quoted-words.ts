/** What of a message is a quotation to be checked. */
import { textOf } from '../words/text-words.ts';

export interface QuotedPassage {
  words: string;
  /** What stands right before it in the same sentence, where somebody may be said to have said it. */
  before: string;
}

/** The longest passage in quotation marks, or in lines that quote; null where all of the text may be one. */
export function quotedPassage(text: string): QuotedPassage | null {
  // Between two French quotations stands what a German one would be.
  const isGerman = text.indexOf('»') < text.indexOf('«');
  const marked = [...marks, ...(isGerman ? [german] : [french])].flatMap((mark) =>
    [...text.matchAll(mark)].map((match) => ({
      words: match[1]!.trim(),
      at: match.index,
      isAll: match[0] === text.trim(),
    })),
  );
  const lines = [...text.matchAll(quotingLines)].map((match) => ({
    words: match[0].replaceAll(/^>+[^\S\n]?/gm, '').trim(),
    at: match.index,
    isAll: false,
  }));
  const [longest] = [...marked, ...lines].sort((one, other) => other.words.length - one.words.length);
  // A single quoted term is not what the message is about.
  if (longest === undefined || textOf(longest.words).words.length < leastWords) return null;
  const inner = quotedPassage(longest.words);
  if (lines.some(({ at }) => at === longest.at) && inner !== null) return inner;
  const before = text.slice(Math.max(0, longest.at - mostBefore), longest.at);
  return {
    words: longest.words,
    before: longest.isAll ? '' : (/[^.!?。！？؟\n>]*$/u.exec(before)?.[0] ?? '').trimStart(),
  };
}

/** The words a message quotes, or all it says, without the marks of lines that quote. */
export function quotedWords(text: string): string {
  return quotedPassage(text)?.words ?? text.replaceAll(/^>+[^\S\n]?/gm, '').trim();
}

const leastWords = 3;
const mostBefore = 120;
/** Consecutive lines that begin with `>`. */
const quotingLines = /(?:^>[^\n]*\n?)+/gm;
const french = /«([^«»]+)»/gu;
const german = /»([^«»]+)«/gu;
const marks = [/"([^"]+)"/gu, /[“„]([^“”„]+)[”“]/gu, /[「『]([^「」『』]+)[」』]/gu];
