/** From text to the terms the search compares: words folded and stemmed, in any script. */
import { stemmer } from 'stemmer';
import { asciiDigits, figuresApart } from './figures.ts';
import { bareForm } from './irregular-forms.ts';
import { remembering } from './remembering.ts';
import { arabicStem, russianStem } from './stems.ts';

/**
 * Terms of a text, stop words left out. Accents and case are folded, English words put to their bare form and stemmed
 * (Porter), Russian and Arabic ones cut to what their forms share (`stems.ts`); scripts written without blanks give pairs of
 * characters. Letters with figures are one term in any spelling, beside their parts: `sdg4`, `sdg` and `4` of "SDG 4".
 * Marks such as `{pause}` or `[inaudible]`, which transcribers put between the words, give none.
 */
export function termsOf(text: string): string[] {
  const clean = withoutMarks(text);
  const terms: string[] = [];
  for (const word of wordsOf(clean)) {
    const stems = stemsOf(word);
    if (typeof stems === 'string') terms.push(stems);
    else terms.push(...stems);
  }
  terms.push(...joinedFigures(clean), ...capitalsThatAreNoStopWords(clean));
  return terms;
}

/** "WHO", "US" and "IT" are no stop words where a text has small letters too; they come last. */
function capitalsThatAreNoStopWords(text: string): string[] {
  if (!/\p{Lu}{2}/u.test(text) || !/\p{Ll}/u.test(text)) return [];
  const capitals = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu)];
  return capitals.map(([word]) => word.toLowerCase()).filter((word) => stopWords.has(word));
}

/** `SDG4` is the goal and its number too. */
function partsOf(word: string): string[] {
  const parts = /^([a-z]{1,6})(\d{1,4})$/.exec(word);
  return parts ? [word, parts[1]!, parts[2]!] : [word];
}

/** `g77` of "G-77", `wsis20` of "WSIS+20" and `sdg4` of "SDG 4"; of one letter, only where no blank is between. */
function joinedFigures(text: string): string[] {
  if (!/\p{Lu}[ +‑–-]{1,2}\d/u.test(text)) return [];
  return [...text.matchAll(lettersAndFigures)]
    .filter(([, letters, between]) => letters!.length > 1 || !between!.includes(' '))
    .map(([, letters, , figures]) => `${letters!.toLowerCase()}${figures}`);
}

const lettersAndFigures = /(?<![\p{L}\p{N}])(\p{Lu}{1,6})([ +‑–-]{1,2})(\d{1,4})(?![\p{L}\p{N}])/gu;

/** Folded words of a text in order, stop words and all, before they are stemmed. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  // Most text is plain ASCII, which needs no other script looked for at every letter.
  if (isPlain(folded)) return folded.match(/[a-z0-9]+/g) ?? [];
  const words: string[] = [];
  for (const [word] of folded.matchAll(wordPattern)) {
    if (word.length === 1 || !unspaced.test(word)) words.push(word);
    else for (let at = 0; at + 1 < word.length; at += 1) words.push(word.slice(at, at + 2));
  }
  return words;
}

/** How long a text is, in words; two characters of a script without blanks count as one. */
export function countWords(text: string): number {
  const plain = plainWords(text);
  if (plain !== null) return plain;
  let count = 0;
  for (const [run] of text.matchAll(/\S+/g)) {
    const letters = run.match(unspacedLetters);
    count += letters ? Math.ceil(letters.length / 2) : 1;
  }
  return count;
}

/** How many stretches without a blank an ASCII text has; null of any other. A long session is counted whole, so letter by letter. */
function plainWords(text: string): number | null {
  let count = 0;
  let isBlank = true;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter > 0x7f) return null;
    const blank = letter === 0x20 || (letter >= 0x09 && letter <= 0x0d);
    if (isBlank && !blank) count += 1;
    isBlank = blank;
  }
  return count;
}

/** Whether a folded word says too little to be searched for. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Case, accents and what is not seen taken away: `Brückner` and `BRUCKNER` are one. */
export function fold(text: string): string {
  const clean = withoutMarks(text);
  const plain = isPlain(clean) ? clean : foldLetters(clean);
  // Letters that are spelt, as `L_C_D_` or `U.S.`, are one word.
  const joined = plain.replace(
    /(?<![\p{L}\p{N}_.])(?:\p{L}[_.]){2,8}(?:\p{L}(?![\p{L}\p{N}]))?/gu,
    (letters) => `${letters.replaceAll(/[_.]/g, '')} `,
  );
  const lower = joined.toLowerCase();
  return /[{[]/.test(lower) ? lower.replace(marksOfTranscribers, ' ') : lower;
}

const marksOfTranscribers = /\{\w{1,20}\}|\[(?:inaudible|crosstalk|laughter|applause|music|pause|unclear)\]/g;

/** Letters and figures that readers take for the same put as one: accents, wide forms, Arabic forms and figures. */
function foldLetters(text: string): string {
  const folded = asciiDigits(figuresApart(text).normalize('NFKD'))
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'");
  return foldArabic(folded);
}

/** The forms of alef, ya and kaf as one: writers exchange them freely. */
export function foldArabic(text: string): string {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  return text
    .replaceAll(/[ٱأإآ]/g, 'ا')
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك');
}

/** Soft hyphens, zero-width blanks and joiners, and the Arabic stretch: nobody sees them, or takes them for letters. */
export function withoutMarks(text: string): string {
  return isPlain(text) ? text : text.replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF\u0640]/g, '');
}

function isPlain(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

const hanOrKana = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const southEastAsian = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const wordPattern = new RegExp(
  [`[${hanOrKana}ー]+`, `[${southEastAsian}]+`, String.raw`(?:(?![${hanOrKana}])[\p{L}\p{N}])+`].join('|'),
  'gu',
);
const unspaced = new RegExp(`^[${hanOrKana}${southEastAsian}]`, 'u');
const unspacedLetters = new RegExp(`[${hanOrKana}${southEastAsian}]`, 'gu');

/** The terms of a folded word: nearly always one, none of a stop word. */
const stemsOf = remembering((word): string | string[] => {
  if (stopWords.has(word)) return [];
  const parts = partsOf(word).map(stemOf);
  return parts.length === 1 ? parts[0]! : parts;
}, 200_000);

/** Of a single word, for whoever has many sentences to go through word by word; not to be changed. */
export const termsOfWord = remembering(termsOf, 50_000);

function stemOf(word: string): string {
  if (/^[a-z]+$/.test(word)) return stemmer(asOneFamily(bareForm(word)));
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return russianStem(word);
  if (/^\p{Script=Arabic}+$/u.test(word)) return arabicStem(word);
  return word;
}

/** `regulatory` is `regulation` to the stemmer, which parts them. */
function asOneFamily(word: string): string {
  return word.length > 7 && word.endsWith('atory') ? `${word.slice(0, -3)}ion` : word;
}

/** The commonest words of the six languages of the United Nations, folded; pairs of characters for Chinese. */
const stopWords = new Set(
  (
    'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself ' +
    'they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having ' +
    'do does did doing would should could ought will shall may might must a an the and but if or because as until while ' +
    'of at by for with about against between ' +
    'into through during before after above below to from up down in out on off over under again further then once here there when ' +
    'where why how all any both each few more most other some such no nor not only own same so than too very can cannot ' +
    's t d ll m re ve don didn doesn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn um uh mm hmm ' +
    'le la les un une des du de et en que qui ne pas au aux ce cet cette ces dans est sont par pour sur il elle ils elles nous vous je ' +
    'se sa son ses leur leurs mais ou donc car avec plus qu c l n j y a ete etre avoir ' +
    'el los las unos unas del al es son por para con una lo como mas pero sus su ya o este esta estos estas ese esa eso muy sin sobre ' +
    'me nos os les si porque cuando entre tambien ' +
    'и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему ' +
    'теперь когда даже ну ли если уже или ни быть был него до вас они мы их это этот эта эти для при чтобы который также ' +
    'في من على الى إلى عن مع هذا هذه ذلك التي الذي ان أن إن كان كانت لا ما هو هي هم نحن او أو ثم قد كل بين و ' +
    '的 了 和 是 在 我们 你们 他们 这个 那个 什么 一个 就是 以及'
  )
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(' '),
);

/** The words of a text that have none of these terms. */
export function withoutTerms(text: string, ...terms: ReadonlySet<string>[]): string {
  const isLeft = (word: string) => !termsOf(word).some((term) => terms.some((each) => each.has(term)));
  return text.split(/\s+/u).filter(isLeft).join(' ');
}
