/** The words of a sentence with their places, in a form in which the same word is the same however it is written. */
import { bareForm } from '../../words/irregular-forms.ts';
import { standsFor } from '../../retrieval/well-known.ts';
import { fold, termsOf } from '../../words/terms.ts';
import { placedAmounts } from '../figures/amounts.ts';
import { regionsIn } from '../names/regions.ts';

export interface PlacedWord {
  /** Folded, with contractions written out; `#50` of "fifty", `@GB` of "the UK". */
  word: string;
  /** UTF-16 offsets; the two words of "don't" have the same. */
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
}

export function placedWords(text: string, language: string | null): PlacedWord[] {
  const words = [...withoutMarks(text).matchAll(pattern)].flatMap(({ 0: written, index }) =>
    expanded(written).map((word) => ({
      word,
      start: index,
      end: index + written.length,
      capital: /^\p{Lu}/u.test(written),
    })),
  );
  const regions = regionsIn(text, language).map(({ code, start, end }) => ({ word: `@${code}`, start, end }));
  const amounts = placedAmounts(text, language).map(({ value, start, end }) => ({ word: `#${value}`, start, end }));
  return joined(writtenOut(words), [...regions, ...amounts]);
}

/**
 * With "'s" and "'d" written out where what follows tells what they are: "it's late" is "it is late" and "they'd go" is
 * "they would go". "They'd cut it" may be either, and "the port's" is a genitive: these stay.
 */
function writtenOut(words: PlacedWord[]): PlacedWord[] {
  return words.map((each, at) => {
    if (each.word !== "'s" && each.word !== "'d") return each;
    const next = words.slice(at + 1).find(({ word }) => !adverbs.has(word))?.word;
    const meant =
      next === undefined ? null : each.word === "'d" ? hadOrWould(next) : isOrHas(words[at - 1]?.word, next);
    return meant === null ? each : { ...each, word: meant };
  });
}

function hadOrWould(next: string): 'had' | 'would' | null {
  if (sameInThePast.has(next)) return null;
  return next === 'better' || isPast(next) ? 'had' : 'would';
}

function isOrHas(before: string | undefined, next: string): 'is' | 'has' | null {
  if (!subjects.has(before ?? '') || sameInThePast.has(next)) return null;
  if (next === 'been' || next === 'got' || next === 'had') return 'has';
  return isPast(next) ? null : 'is';
}

const isPast = (word: string) => /(?:ed|en)$/.test(word) || (bareForm(word) !== word && !/(?:s|ing)$/.test(word));
const adverbs = new Set('not never just also really always already still probably ever only rather'.split(' '));
const subjects = new Set(
  'it that this he she there here who what where how everybody everyone nobody somebody someone'.split(' '),
);
/** Now or then, done or being done: "cut". */
const sameInThePast = new Set(
  `bet broadcast burst bust cast come cost cut fit hit hurt let put quit read become run set shed shut split spread thrust upset
  overcome wet`.split(/\s+/),
);

/** The words of what was said and of what is stated of it, where "the UN" and "the United Nations" are one. */
export function wordsOfBoth(said: string, stated: string, language: string | null): [PlacedWord[], PlacedWord[]] {
  const [one, other] = [placedWords(said, language), placedWords(stated, language)];
  return [withAcronyms(one, acronymsIn(stated)), withAcronyms(other, acronymsIn(said))];
}

const acronymsIn = (text: string) =>
  new Set([...text.matchAll(/(?<!\p{L})\p{Lu}{2,6}(?!\p{L})/gu)].map(([word]) => fold(word)));

/** With the names whose initials are one of the acronyms as one word. */
function withAcronyms(words: PlacedWord[], acronyms: Set<string>): PlacedWord[] {
  const result: PlacedWord[] = [];
  for (let at = 0; at < words.length;) {
    const length = acronyms.size === 0 || !words[at]!.capital ? 0 : lengthOfName(words, at, acronyms);
    const name = words.slice(at, at + length);
    if (length === 0) result.push(words[at]!);
    else result.push({ ...name[0]!, word: initialsOf(name), end: name.at(-1)!.end });
    at += Math.max(1, length);
  }
  return result;
}

/** Of the words of the name that begins here, "of" and its like between them; 0 where none does. */
function lengthOfName(words: PlacedWord[], from: number, acronyms: Set<string>): number {
  for (let length = longestName; length > 1; length -= 1) {
    const name = words.slice(from, from + length);
    const isName =
      name.length === length && name.at(-1)!.capital && name.every(({ capital, word }) => capital || small.has(word));
    if (isName && acronyms.has(initialsOf(name)) && mayStandFor(name)) return length;
  }
  return 0;
}

/** Whether the initials are not those that everybody knows of another: "University of Nauru" is not the UN. */
function mayStandFor(name: PlacedWord[]): boolean {
  const known = standsFor(initialsOf(name));
  const terms = termsOf(name.map(({ word }) => word).join(' '));
  return (
    known.length === 0 ||
    known.some((each) => each.length === terms.length && each.every((term) => terms.includes(term)))
  );
}

const longestName = 8;
const small = new Set('of the and on for in to'.split(' '));
const initialsOf = (name: PlacedWord[]) =>
  name
    .filter(({ capital }) => capital)
    .map(({ word }) => word[0])
    .join('');

/** Of a text without the signs that transcribers put between words, such as `{pause}` and `[inaudible]`, in the same places. */
export function withoutMarks(text: string): string {
  return text.replaceAll(transcribers, (mark) => ' '.repeat(mark.length));
}

const transcribers = /\{[^{}]{0,40}\}|\[(?:inaudible|crosstalk|laughter|laugh|applause|music|pause|unclear|sic)\]/giu;

// Letters and figures, with the marks inside "don't", "40,000" and "U.S."; an ending after a blank ("it 's"); signs.
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const letter = String.raw`(?:(?!${unspaced})[\p{L}\p{M}\p{N}])`;
const ending = String.raw`['’](?:s|re|ve|ll|m|d|em|cause)(?!\p{L})`;
const spelt = String.raw`(?:\p{L}_)+\p{L}?(?!\p{L})|(?:\p{L}\.)+\p{L}(?!\p{L})`;
const pattern = new RegExp(
  [unspaced, spelt, `${letter}+(?:['’.,]${letter}+)*`, ending, String.raw`[%‰°\p{Sc}]`].join('|'),
  'giu',
);

function expanded(written: string): string[] {
  const word = fold(written).trim();
  if (Object.hasOwn(whole, word)) return whole[word]!;
  if (/^(?:\p{L}[._])+\p{L}?$/u.test(written)) return [word.replaceAll(/[._]/g, '')];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'].filter(Boolean);
  const at = word.lastIndexOf("'");
  const end = endings[word.slice(at)];
  return at === -1 || !end ? [word] : [word.slice(0, at), end].filter(Boolean);
}

const whole: Record<string, string[]> = {
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
  gonna: ['going', 'to'],
  wanna: ['want', 'to'],
  gotta: ['got', 'to'],
  "'cause": ['because'],
};
// "'s" may be "is", "has" or a genitive, and "'d" "would" or "had": see `writtenOut`.
const endings: Record<string, string> = {
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'m": 'am',
  "'em": 'them',
  "'s": "'s",
  "'d": "'d",
};

/** What stands for one thing together is one word; the 5 of "5G" stands for nothing. */
function joined(words: PlacedWord[], names: { word: string; start: number; end: number }[]): PlacedWord[] {
  const [starts, ends] = [new Set(words.map(({ start }) => start)), new Set(words.map(({ end }) => end))];
  const whole = names.filter(({ start, end }) => starts.has(start) && ends.has(end));
  const result: PlacedWord[] = [];
  for (const word of words) {
    const name = whole.find(({ start, end }) => word.start < end && word.end > start);
    if (!name) result.push(word);
    else if (result.at(-1)?.start !== name.start) result.push({ ...name, capital: name.word.startsWith('@') });
  }
  return result;
}

/** Whether a word that is stated is the one that was said. `strictly`: in the same form, but for who speaks: "they" for "we". */
export function isSameWord(stated: string, said: string, how: 'strictly' | 'loosely'): boolean {
  if (stated === said) return true;
  const alike = forms.get(said);
  if (alike?.has(stated) === true) return true;
  return how === 'loosely' && stated[0] === said[0] && stem(stated) === stem(said);
}

const forms = new Map<string, Set<string>>(
  Object.entries({
    i: 'they',
    we: 'they',
    me: 'them',
    us: 'them',
    my: 'their',
    our: 'their',
    mine: 'theirs',
    ours: 'theirs',
    myself: 'themselves',
    ourselves: 'themselves',
    am: 'is are',
    is: 'are',
    are: 'is',
    was: 'were',
    were: 'was',
    have: 'has',
    has: 'have',
    do: 'does',
    does: 'do',
    '%': 'percent',
    percent: '%',
  }).map(([said, stated]) => [said, new Set(stated.split(' '))]),
);

const stem = (word: string) => (/^[a-z]{4,}$/.test(word) ? word.replace(/(?:ies|ied|es|ed|ing|s|e|y)$/, '') : word);
