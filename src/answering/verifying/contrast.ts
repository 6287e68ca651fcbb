/** How a quotation differs from what was said, as a person would tell it: the words side by side, with a word around where one is missing. */
import { diffArrays } from 'diff';
import { wordsOf, type Word } from './verify.ts';

export interface Contrast {
  said: string;
  quoted: string;
}

/** In order. Where few words stand between two differences they are told as one: “money bears interest” for “interest bears money”. */
export function contrastsIn(said: string, quoted: string): Contrast[] {
  const texts = { said: wordsOf(said), quoted: wordsOf(quoted) };
  return joined(hunksIn(texts)).map((hunk) => {
    const { said: ofSaid, quoted: ofQuoted } = isOneSided(hunk) ? widened(hunk, texts) : hunk;
    return { said: sliceOf(said, texts.said, ofSaid), quoted: sliceOf(quoted, texts.quoted, ofQuoted) };
  });
}

/** Indices of words, the end excluded. */
interface Span {
  from: number;
  to: number;
}
interface Hunk {
  said: Span;
  quoted: Span;
}

function hunksIn({ said, quoted }: Record<keyof Contrast, Word[]>): Hunk[] {
  const hunks: Hunk[] = [];
  const at = { said: 0, quoted: 0 };
  for (const { added, removed, value } of diffArrays(said, quoted, {
    comparator: (one, other) => one.word === other.word,
  })) {
    if (!added && !removed) {
      at.said += value.length;
      at.quoted += value.length;
      continue;
    }
    const side = added ? 'quoted' : 'said';
    const last = hunks.at(-1);
    const goesOn = last !== undefined && last.said.to === at.said && last.quoted.to === at.quoted;
    const hunk = goesOn ? last : { said: { from: at.said, to: at.said }, quoted: { from: at.quoted, to: at.quoted } };
    if (!goesOn) hunks.push(hunk);
    at[side] += value.length;
    hunk[side].to = at[side];
  }
  return hunks;
}

function joined(hunks: Hunk[]): Hunk[] {
  const told: Hunk[] = [];
  for (const hunk of hunks) {
    const last = told.at(-1);
    const isNear = last !== undefined && hunk.said.from - last.said.to <= mostBetween;
    if (isNear && hunk.said.to - last.said.from <= longest && hunk.quoted.to - last.quoted.from <= longest) {
      last.said.to = hunk.said.to;
      last.quoted.to = hunk.quoted.to;
    } else told.push(hunk);
  }
  return told;
}

/** In words. */
const mostBetween = 2;
const longest = 12;

const isOneSided = ({ said, quoted }: Hunk) => said.from === said.to || quoted.from === quoted.to;

/** With the word before and the one after, which both have. */
function widened({ said, quoted }: Hunk, texts: Record<keyof Contrast, Word[]>): Hunk {
  const before = said.from > 0 && quoted.from > 0 ? 1 : 0;
  const after = said.to < texts.said.length && quoted.to < texts.quoted.length ? 1 : 0;
  const wide = ({ from, to }: Span) => ({ from: from - before, to: to + after });
  return { said: wide(said), quoted: wide(quoted) };
}

function sliceOf(text: string, words: Word[], { from, to }: Span): string {
  return from === to ? '' : text.slice(words[from]!.start, words[to - 1]!.end);
}
