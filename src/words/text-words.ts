/** The words of a text, as phrases are matched on them. */
import { fold } from './names.ts';
import { remembering } from './remembering.ts';

/** A word, or one character of a script without blanks. */
export interface TextWord {
  word: string;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** A comma or a stronger mark stands before it. */
  breaks: boolean;
  /** It begins another sentence. */
  begins: boolean;
  /** Only a hyphen stands before it. */
  joined: boolean;
  /** Without the "and" that Arabic writes with the word after it. */
  bare?: string;
}

/** A text and its words, to be read once where many phrases are looked for. */
export interface Text {
  text: string;
  words: TextWord[];
  /** It has no letter of another script than Latin. */
  latin: boolean;
}

/** The words of a text. Many phrases are looked for in the same one; what is given is shared, and not to be changed. */
export const textOf = remembering(readText, 200);

function readText(text: string): Text {
  const words: TextWord[] = [];
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    const between = text.slice(from, match.index);
    from = match.index + match[0].length;
    const word = fold(match[0]);
    words.push({
      word,
      ...(/^[وف]\p{Script=Arabic}{2}/u.test(word) && { bare: word.slice(1) }),
      start: match.index,
      end: from,
      breaks: /[.,;:?!…¿¡()"“”«»。，、；：？！؟،؛\n]/u.test(between),
      begins: /[?!。？！؟\n]/u.test(between),
      joined: /^[-\u2010\u2011]$/u.test(between),
    });
  }
  return { text, words, latin: !/(?!\p{Script=Latin})\p{L}/u.test(text) };
}

const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const wordPattern = new RegExp(String.raw`${unspaced}|(?:(?!${unspaced})[\p{L}\p{M}\p{N}])+`, 'gu');
