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
  const isPlain = plainLetters.test(text);
  const words: TextWord[] = [];
  let from = 0;
  for (const match of text.matchAll(isPlain ? plainWords : wordPattern)) {
    const between = text.slice(from, match.index);
    from = match.index + match[0].length;
    words.push(wordOf(match[0], match.index, between));
  }
  return { text, words, latin: isPlain || !/(?!\p{Script=Latin})\p{L}/u.test(text) };
}

function wordOf(written: string, start: number, between: string): TextWord {
  const word = fold(written);
  const end = start + written.length;
  // Between most words there is a blank alone.
  const isBlank = between === ' ';
  return {
    word,
    ...(word.charCodeAt(0) > 0x7f && /^[وف]\p{Script=Arabic}{2}/u.test(word) && { bare: word.slice(1) }),
    start,
    end,
    breaks: !isBlank && /[.,;:?!…¿¡()"“”«»。，、；：？！؟،؛\n]/u.test(between),
    begins: !isBlank && /[?!。？！؟\n]/u.test(between),
    joined: !isBlank && /^[-\u2010\u2011]$/u.test(between),
  };
}

/** Most text has no letters but plain ones, with whatever marks: no other script need be looked for at every letter. */
const plainLetters = /^[\0-\x7f\u2010-\u2027]*$/;
const plainWords = /[A-Za-z0-9]+/g;
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const wordPattern = new RegExp(String.raw`${unspaced}|(?:(?!${unspaced})[\p{L}\p{M}\p{N}])+`, 'gu');
