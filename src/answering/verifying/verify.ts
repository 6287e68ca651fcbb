/**
 * Did they really say that? Compares a quotation with turns word by word.
 *
 * Case, punctuation, curly quotes and white space do not count; every letter, figure and sign that carries meaning
 * does. Nothing is accepted for being alike: a sentence and its negation are nearly the same string.
 */
import { diffArrays } from 'diff';
import type { Turn } from '../../session.ts';
import { raised } from '../../words/figures.ts';
import { languageOf } from '../../words/language.ts';
import { plainText } from '../../words/plain-text.ts';
import { remembering } from '../../words/remembering.ts';
import type { Verdict } from '../../answer.ts';

export interface Comparison {
  verdict: Verdict;
  /** UTF-16 offsets into the turn's text, where the words are or come nearest; null when not found. */
  place: { turn: number; start: number; end: number } | null;
  differences: { said: string; quoted: string }[];
}

export const nothingFound: Comparison = { verdict: 'not_found', place: null, differences: [] };

/** Compares a quotation with candidate turns, in the order given: the first that bears it out, else the nearest. */
export function compareQuotation(quotation: string, turns: Iterable<[number, Pick<Turn, 'text'>]>): Comparison {
  const steps = comparing(quotation, turns);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** How much looking for what only comes near a quotation may still cost, in pairs of words that are compared. */
export interface Effort {
  pairs: number;
}

/**
 * The same in steps of some milliseconds, for who has others to see to. Where the `effort` is spent, only what bears
 * the quotation out is looked for.
 */
export function* comparing(
  quotation: string,
  turns: Iterable<[number, Pick<Turn, 'text'>]>,
  effort: Effort = { pairs: Infinity },
): Generator<void, Comparison> {
  const { words: quoted } = read(quotation);
  if (quoted.length === 0) return nothingFound;
  const parts = quotation
    .split(/…|\.{3,}/u)
    .map(wordsOf)
    .filter((part) => part.length > 0);
  const mayHave = turnsWorthReading(quotation, parts);
  let nearest: { turn: number; said: Word[]; share: number } | null = null;
  for (const [turn, spoken] of turns) {
    if (!mayHave(spoken)) {
      yield;
      continue;
    }
    const said = yield* wordsIn(spoken.text);
    const exact = runOfLetters(said, quoted);
    if (exact) return { verdict: 'verbatim', place: placeOf(turn, exact), differences: [] };
    const near = effort.pairs > 0 ? yield* nearestPassage(said, parts, effort) : null;
    yield;
    if (near && near.share > (nearest?.share ?? 0)) nearest = { turn, ...near };
  }
  if (!nearest || nearest.share < leastShare) return nothingFound;
  return {
    verdict: 'altered',
    place: placeOf(nearest.turn, nearest.said),
    differences: differencesOf(nearest.said, quoted),
  };
}

/** Where turns have the words exactly so, in the order given; null where none has. */
export function placeOfWords(words: string, turns: Iterable<[number, Pick<Turn, 'text'>]>): Comparison['place'] {
  const { words: wanted, letters } = read(words);
  if (wanted.length === 0) return null;
  for (const [turn, spoken] of turns) {
    // Most turns can be passed over without being taken apart into words.
    if (!lettersIn(spoken).includes(letters)) continue;
    const run = runOfLetters(wordsOf(spoken.text), wanted);
    if (run) return placeOf(turn, run);
  }
  return null;
}

/** A quotation as it is looked for: it is the same for every turn of every session and former version, and may be long. */
const read = remembering((quotation) => ({ words: wordsOf(quotation), letters: bareLetters(quotation) }), 8);

/** What must be alike at least of words that are the same. */
function bareLetters(text: string): string {
  return plainText(text)
    .plain.normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(arabicSpelling, spelt)
    .replaceAll(/[^\p{L}]+/gu, '');
}

/** The same of a turn, which is asked for each part of a quotation. */
function lettersIn(turn: Pick<Turn, 'text'>): string {
  const known = lettersOfTurns.get(turn) ?? bareLetters(turn.text);
  lettersOfTurns.set(turn, known);
  return known;
}

const lettersOfTurns = new WeakMap<Pick<Turn, 'text'>, string>();

/** Which turns may have a quotation or come near it, told by their letters alone: the others need not be taken apart into words. */
function turnsWorthReading(quotation: string, parts: Word[][]): (turn: Pick<Turn, 'text'>) => boolean {
  // Of these only the first words are aligned.
  if (parts.some(({ length }) => length > mostAligned)) return () => true;
  const { letters } = read(quotation);
  const quoted = parts.flat();
  const ofLetters = quoted.map(({ word }) => word).filter((word) => /^\p{L}+$/u.test(word));
  const mayLack = quoted.length * (1 - leastShare);
  return (turn) => {
    const said = lettersIn(turn);
    let lacking = 0;
    for (const word of ofLetters) {
      if (said.includes(word)) continue;
      lacking += 1;
      if (lacking > mayLack) return said.includes(letters);
    }
    return true;
  };
}

/** Everywhere the words stand, letter for letter but for case, punctuation and white space: once a turn; in steps. */
export function* placesIn(
  quotation: string,
  turns: Iterable<[number, Pick<Turn, 'text'>]>,
): Generator<void, Comparison['place'][]> {
  const { words: quoted, letters } = read(quotation);
  const places: Comparison['place'][] = [];
  if (quoted.length === 0) return places;
  for (const [turn, spoken] of turns) {
    yield;
    // Most turns can be passed over without being taken apart into words.
    if (!lettersIn(spoken).includes(letters)) continue;
    const run = runOfLetters(wordsOf(spoken.text), quoted);
    if (run) places.push(placeOf(turn, run));
  }
  return places;
}

/** The same at once. */
export function placesOf(quotation: string, turns: Iterable<[number, Pick<Turn, 'text'>]>): Comparison['place'][] {
  const steps = placesIn(quotation, turns);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Does a text bear out the words, letter for letter but for case, punctuation and white space? */
export function bearsOut(text: string, words: string): boolean {
  const { words: wanted } = read(words);
  return wanted.length > 0 && runOfLetters(wordsOf(text), wanted) !== null;
}

/** Share of a quotation's words that must stand in one stretch of a turn, in order, for it to be that stretch altered. */
export const leastShare = 0.6;
/** Fewer words than this in common are chance. */
const leastWords = 3;
/** A longer quotation is aligned by its first words alone; the exact comparison sees all of it. */
const mostAligned = 400;

export interface Word {
  /** Folded. */
  word: string;
  /** As written. */
  text: string;
  start: number;
  end: number;
}

/**
 * Words with their places. A word is a run of letters, marks and figures, or one character where no blanks are written;
 * an apostrophe inside it is dropped, a point or comma between figures stays part of the figure unless it only groups
 * thousands, as a blank may, and signs that carry meaning ($, %, €, °, …) count.
 * "2½" is `2` and `1/2`; a raised figure is a word of its own behind a figure, and part of the word behind a letter.
 */
function* wordsIn(text: string): Generator<void, Word[]> {
  const plain = plainText(text);
  const isGrouped = pointed.test(text) && groupsByPoints.has(languageOf(text) ?? '');
  const words: Word[] = [];
  for (const { 0: written, index: from } of plain.plain.matchAll(pattern)) {
    const [start, end] = [plain.startOf(from), plain.endOf(from + written.length - 1)];
    words.push({
      word: fold(isGrouped && pointed.test(written) ? written.replaceAll('.', '') : written),
      text: text.slice(start, end),
      start,
      end,
    });
    if (words.length % stretch === 0) yield;
  }
  return words;
}

export function wordsOf(text: string): Word[] {
  const steps = wordsIn(text);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** "6.000" is six thousand in these languages, and six in English. */
const pointed = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,]?\d)/u;
const groupsByPoints = new Set(['es', 'fr', 'pt', 'it', 'de', 'ru']);

/** Words looked through at a time: more than any quotation that is aligned, and a few milliseconds. */
const stretch = 4_000;

const fraction = String.raw`(?<![\d/.,])\d[/⁄](?:\d|10)(?![\d/])`;
const grouped = String.raw`(?<![\d.,]|\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d]|[ \u00a0\u202f]\d|[.,]\d)`;
const figure = String.raw`\d+(?:[.,]\d+)*`;
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const letter = String.raw`(?!${unspaced})[\p{L}\p{M}\p{Nl}\d]`;
const letters = String.raw`${letter}+(?:(?<=[\p{L}\p{M}])${raised}+${letter}*)*(?:['’‘ʼ][\p{L}\p{M}]+)*`;
const sign = String.raw`(?!(?<=\p{L})\+\d)[\p{Sc}%‰°+=<>]|(?<!\p{L}|\p{N}\s?)[-−](?=\p{N})`;
const pattern = new RegExp(
  [fraction, grouped, figure, `${unspaced}\\p{M}*`, letters, `${raised}+`, sign].join('|'),
  'gu',
);
const isRaised = new RegExp(`^${raised}`, 'u');

/** Vowel signs of Arabic, which are written or left out. */
const optionalMarks = /[\u064b-\u065f\u0670]/gu;

/** Letters of Arabic that are written one way or the other: "الاداره" is "الإدارة". */
const arabicSpelling = /[أإآٱىة]/gu;
const spelt = (letter: string) => ({ ى: 'ي', ة: 'ه' })[letter] ?? 'ا';

function fold(word: string): string {
  if (isRaised.test(word)) return word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘ʼ]/gu, '')
    .replace(optionalMarks, '')
    .replaceAll('ё', 'е')
    .replaceAll(arabicSpelling, spelt)
    .replace('⁄', '/')
    .replace(/^\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)/u, (figures) => figures.replaceAll(/[^\d]/gu, ''));
}

/** The run of words whose letters, written together, are those of the quotation: "multi-stakeholder" is "multistakeholder". */
function runOfLetters(said: Word[], quoted: Word[]): Word[] | null {
  const letters = lettersOf(quoted);
  const joined = lettersOf(said);
  const wordAt = new Map<number, number>();
  let length = 0;
  said.forEach(({ word }, index) => {
    wordAt.set(length, index);
    length += word.length;
  });
  wordAt.set(length, said.length);
  for (let from = joined.indexOf(letters); from !== -1; from = joined.indexOf(letters, from + 1)) {
    const [first, past] = [wordAt.get(from), wordAt.get(from + letters.length)];
    if (first === undefined || past === undefined) continue;
    const run = said.slice(first, past);
    // "2010 17" is not "201017".
    if (figuresOf(run) === figuresOf(quoted)) return run;
  }
  return null;
}

function lettersOf(words: Word[]): string {
  return words.map(({ word }) => word).join('');
}

/** Those in a name too: "G77" is "G-77", and no "G7 7". */
function figuresOf(words: Word[]): string {
  return words.flatMap(({ word }) => word.match(figureInWord) ?? []).join(' ');
}

const figureInWord = /\p{N}+(?:[.,/]\p{N}+)*/gu;

/** The passage of a turn that parts of a quotation, with words left out between them, come nearest to. */
function* nearestPassage(
  said: Word[],
  parts: Word[][],
  effort: Effort,
): Generator<void, { said: Word[]; share: number } | null> {
  const present = new Set(said.map(({ word }) => word));
  const near: { part: Word[]; run: { said: Word[]; share: number } | null }[] = [];
  for (const part of parts) near.push({ part, run: yield* nearestRun(said, present, part, effort) });
  const wanted = parts.reduce((sum, part) => sum + part.length, 0);
  const matched = near.reduce((sum, { part, run }) => sum + (run?.share ?? 0) * part.length, 0);
  const found = near.flatMap(({ run }) => run?.said ?? []);
  if (found.length === 0) return null;
  const first = said.findIndex(({ start }) => start === Math.min(...found.map((word) => word.start)));
  const last = said.findIndex(({ end }) => end === Math.max(...found.map((word) => word.end)));
  return { said: said.slice(first, last + 1), share: matched / wanted };
}

/**
 * The stretch of a turn that shares most words with a quotation, in order.
 * Local alignment after Smith and Waterman (1981), on words.
 */
function* nearestRun(
  said: Word[],
  present: Set<string>,
  quotation: Word[],
  effort: Effort,
): Generator<void, { said: Word[]; share: number } | null> {
  const quoted = quotation.slice(0, mostAligned);
  const shared = quoted.filter(({ word }) => present.has(word)).length;
  if (shared < leastWords || shared / quoted.length < leastShare) return null;
  let nearest: { said: Word[]; share: number } | null = null;
  // A long turn in stretches that overlap by more than any passage that is near takes.
  for (let from = 0; from === 0 || from + 2 * mostAligned < said.length; from += stretch) {
    const among = said.slice(from, from + stretch + 2 * mostAligned);
    effort.pairs -= among.length * quoted.length;
    const run = aligned(among, quoted);
    if (run && run.share > (nearest?.share ?? 0)) nearest = run;
    yield;
  }
  return nearest;
}

function aligned(said: Word[], quoted: Word[]): { said: Word[]; share: number } | null {
  const width = said.length + 1;
  const score = new Int32Array((quoted.length + 1) * width);
  let best = 0;
  let bestAt = 0;
  for (let row = 1; row <= quoted.length; row += 1) {
    for (let column = 1; column < width; column += 1) {
      const at = row * width + column;
      const same = quoted[row - 1]!.word === said[column - 1]!.word;
      const value = Math.max(0, score[at - width - 1]! + (same ? 4 : -1), score[at - 1]! - 1, score[at - width]! - 1);
      score[at] = value;
      if (value > best) {
        best = value;
        bestAt = at;
      }
    }
  }
  if (best === 0) return null;
  let row = Math.floor(bestAt / width);
  let column = bestAt % width;
  let [last, matched] = [column, 0];
  const after = quoted.length - row;
  while (row > 0 && column > 0 && score[row * width + column]! > 0) {
    const at = row * width + column;
    const same = quoted[row - 1]!.word === said[column - 1]!.word;
    if (score[at] === score[at - width - 1]! + (same ? 4 : -1)) {
      if (same) matched += 1;
      row -= 1;
      column -= 1;
    } else if (score[at] === score[at - 1]! - 1) column -= 1;
    else row -= 1;
  }
  if (matched < leastWords) return null;
  // Words exchanged at the ends of the quotation stand for words said there: at most two on either side are shown with it.
  const first = Math.max(column - Math.min(row, 2), 0);
  last = Math.min(last + Math.min(after, 2), said.length);
  // Words strewn over a longer stretch are not a quotation of it.
  return { said: said.slice(first, last), share: matched / Math.max(quoted.length, last - first) };
}

function differencesOf(said: Word[], quoted: Word[]): { said: string; quoted: string }[] {
  const differences: { said: Word[]; quoted: Word[] }[] = [];
  let goesOn = false;
  for (const { added, removed, value } of diffArrays(said, quoted, {
    comparator: (left, right) => left.word === right.word,
  })) {
    const differs = added || removed;
    if (differs) {
      if (!goesOn) differences.push({ said: [], quoted: [] });
      differences.at(-1)![added ? 'quoted' : 'said'].push(...value);
    }
    goesOn = differs;
  }
  // Characters of a script without blanks stand together.
  const written = (words: Word[]) =>
    words
      .map(({ text, start }, at) => (at > 0 && !isRunOn(words[at - 1]!, { text, start }) ? ` ${text}` : text))
      .join('');
  return differences.map((difference) => ({ said: written(difference.said), quoted: written(difference.quoted) }));
}

function isRunOn(before: Word, { text, start }: Pick<Word, 'text' | 'start'>): boolean {
  return before.end === start && (isUnspaced.test(text) || isUnspaced.test(before.text));
}

const isUnspaced = new RegExp(unspaced, 'u');

function placeOf(turn: number, run: Word[]): { turn: number; start: number; end: number } {
  return { turn, start: run[0]!.start, end: run.at(-1)!.end };
}
