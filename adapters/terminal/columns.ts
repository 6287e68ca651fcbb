/** Text in the columns of a terminal: how wide it stands, where it breaks, what may not be in it. */
import { stripVTControlCharacters, styleText } from 'node:util';
import { widthOf } from './width.ts';

export interface Look {
  /** Widest line, in columns; a wide character, such as a Chinese one, takes two. */
  columns: number;
  colours: boolean;
}

/**
 * Breaks at blanks, and between words in scripts that write none. A word longer than a line keeps a line of
 * its own, so that it can be copied. `first` stands before the first line and `indent` before all others.
 */
export function wrap(text: string, { columns }: Look, indent = '', first = indent): string {
  const lines: string[] = [];
  for (const line of safe(text).split('\n')) {
    const start = /^\s*/.exec(line)![0];
    // An item of a list goes on under its first word.
    const under = line.startsWith('- ', start.length) ? `${start}  ` : start;
    let current = (lines.length === 0 ? first : indent) + start;
    let isEmpty = true;
    for (const { word, gap } of wordsOf(line.trim())) {
      if (!isEmpty && widthOf(current + gap + word) > columns) {
        lines.push(current);
        current = indent + under + word;
      } else current += isEmpty ? word : gap + word;
      isEmpty = false;
    }
    lines.push(current);
  }
  return lines.join('\n');
}

/** Whether a line is read from right to left: what stands after such words on their line would be shown before them. */
export function isRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}

/** On one line of `columns`; where it is longer it ends with an ellipsis, after a part of it or else after a word. */
export function cutTo(text: string, columns: number): string {
  const line = safe(text).replaceAll(/\s+/gu, ' ').trim();
  if (widthOf(line) <= columns) return line;
  const kept = wrap(line, { columns: columns - ' …'.length, colours: false }).split('\n')[0]!;
  const part = Math.max(kept.lastIndexOf(', '), kept.lastIndexOf('; '));
  return `${(part > kept.length / 2 ? kept.slice(0, part) : kept).replace(/[,;]$/u, '')} …`;
}

/** On one line of `columns`; where it is longer, words of its middle are left out. */
export function cutMiddle(text: string, columns: number): string {
  const line = safe(text).replaceAll(/\s+/gu, ' ').trim();
  if (widthOf(line) <= columns) return line;
  const words = [...wordsOf(line)];
  const last = words.pop()!;
  let [start, end] = ['', ` ${last.word}`];
  // Two words in three from the beginning, which says what it is; the last tell it from others of its series.
  for (let taken = 0; words.length > 0; taken += 1) {
    const isFromEnd = taken % 3 === 2;
    const { word, gap } = isFromEnd ? words.pop()! : words.shift()!;
    const [longer, later] = isFromEnd ? [start, gap + word + end] : [start + gap + word, end];
    if (widthOf(`${longer} …${later}`) > columns) break;
    [start, end] = [longer, later];
  }
  return start === '' ? cutTo(line, columns) : `${start} …${end}`;
}

export function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export function style(format: Parameters<typeof styleText>[0], text: string, { colours }: Look): string {
  return colours ? styleText(format, text, { validateStream: false }) : text;
}

/** What transcripts and people say cannot move the cursor, change colours or hide text. */
export function safe(text: string): string {
  return stripVTControlCharacters(text).replaceAll(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    '',
  );
}

const writesNoBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const opens = /^[\p{Ps}\p{Pi}]$/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Pieces a line may be broken between, each with what stands before it on the same line. */
function* wordsOf(line: string): Generator<{ word: string; gap: string }> {
  for (const [index, word] of line.split(/[ \t]+/u).entries()) {
    let gap = index === 0 ? '' : ' ';
    for (const piece of writesNoBlanks.test(word) ? pieces(word) : [word]) {
      yield { word: piece, gap };
      gap = '';
    }
  }
}

/** Words of a text without blanks. No line begins with what ends a word, such as 。, or ends with what opens one. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let opening = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (opens.test(segment)) opening += segment;
    else if (isWordLike !== true && opening === '' && found.length > 0) found.push(found.pop()! + segment);
    else {
      found.push(opening + segment);
      opening = '';
    }
  }
  return opening === '' ? found : [...found, opening];
}
