/** How names are written: folding, titles, the words of a name, runs of capitalised words, acronyms. */
import { remembering } from './remembering.ts';
import { wordList } from './word-list.ts';

/** Case, diacritics and curly quotes folded; scripts other than Latin keep their letters. */
export function fold(text: string): string {
  // Most words are plain ASCII, which only case can change.
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .replace(/[ßøłđıæœþ]/g, (letter) => unmarked[letter] ?? letter)
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .normalize('NFC');
}

/** The folded spellings of one word that stand for each other: `Brückner` gives `bruckner` and `brueckner`. */
export function foldVariants(word: string): string[] {
  const plain = fold(word);
  if (!/[aou]e|aa|[^\x20-\x7e]/.test(plain) && plain.length === word.length && !/[^\x20-\x7e]/.test(word))
    return [plain];
  const spelledOut = fold(
    word.normalize('NFC').replace(/[äöüåøæ]/gi, (letter) => twoLetters[letter.toLowerCase()] ?? letter),
  );
  const collapsed = plain.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
  return [...new Set([plain, spelledOut, collapsed])];
}

/** A key that words which sound alike share: `Meier` and `Meyer`. */
export function sound(foldedWord: string): string {
  return foldedWord
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?![eih])/g, 'k')
    .replace(/sch/g, 'sh')
    .replace(/tz/g, 'z')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(?<=.)h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=...)e$/, '');
}

/** Countries, territories and unions in English, as the data of `Intl` names them, folded. */
export function regions(): Set<string> {
  knownRegions ??= namesOf('region', (code) => code.toUpperCase());
  return knownRegions;
}
let knownRegions: Set<string> | undefined;

/** Languages in English, as the data of `Intl` names them, folded. */
export function languages(): Set<string> {
  knownLanguages ??= namesOf('language', (code) => code);
  return knownLanguages;
}
let knownLanguages: Set<string> | undefined;

export interface Token {
  /** UTF-16 offsets of the word as written, without a possessive ending. */
  start: number;
  end: number;
  /** The word as written, without a possessive ending. */
  raw: string;
  /** `raw` folded, without dots: `H.E.` is `he`. */
  word: string;
  possessive: boolean;
  /** Begins with a capital letter. */
  capital: boolean;
  /** All its letters, two or more, are capitals. */
  upper: boolean;
  /** What stands between the token before and this one holds a mark that ends a phrase. */
  afterBreak: boolean;
}

/** The words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    let raw = match[0];
    const whole = start + raw.length;
    const marked = /['’ʼ]s\.?$/i.exec(raw);
    if (marked) raw = raw.slice(0, marked.index);
    const possessive = marked !== null || (/s$/i.test(raw) && /^['’](?!\p{L})/u.test(text.slice(whole, whole + 2)));
    if (raw.endsWith('.') && !isAbbreviation(raw)) raw = raw.slice(0, -1);
    const end = start + raw.length;
    const capital = /^\p{Lu}/u.test(raw);
    tokens.push({
      start,
      end,
      raw,
      possessive,
      capital,
      word: fold(raw).replaceAll('.', ''),
      upper: capital && raw.length > 1 && /\p{Lu}[^\p{L}]*\p{Lu}/u.test(raw) && raw === raw.toUpperCase(),
      afterBreak: start - from > 1 && /[,;:!?()[\]"“”«»—–\n]|\.\s/.test(text.slice(from, start)),
    });
    from = end;
  }
  return tokens;
}

/** A word split at its hyphens: what a name is compared by. */
export function partsOf(word: string): string[] {
  return fold(word)
    .replaceAll('.', ' ')
    .split(/[\s\-_&/]+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}

export interface ReadName {
  /** Folded words of the name itself, hyphens split, titles left out: `Dr. Anna-Lena Kov` is `anna`, `lena`, `kov`. */
  words: string[];
  /** Folded titles: `dr`. */
  titles: string[];
  /** What the name carries besides: `Riverside Council` of `Anna Kov (Riverside Council)` or `Anna Kov | Riverside Council`. */
  aside: string | null;
}

/** Reads a name as records write it. What it gives is shared: not to be changed. */
export const readName = remembering(parseName, 50_000);

function parseName(name: string): ReadName {
  // The expression may look at each run of blanks several times over, so it is given none, and no more than names are long.
  const written = name.replace(/\s+/g, ' ').trim().slice(0, 300);
  const match = /^([^([|·]+?)\s*(?:[([]\s*(.*?)\s*[)\]]?|[|·]\s*(.*)|\s[-–—]\s+(.*))?$/u.exec(written);
  const main = match?.[1] ?? written;
  const tokens = tokensOf(main).flatMap(({ raw, word }) => (titles.has(word) ? [word] : partsOf(raw)));
  let first = 0;
  while (first < tokens.length - 1 && titles.has(tokens[first] ?? '')) first += 1;
  const words = tokens.slice(first).filter((word) => !afterNames.has(word));
  return {
    words: words.length > 0 ? words : tokens,
    titles: tokens.slice(0, first),
    aside: match?.[2] ?? match?.[3] ?? match?.[4] ?? null,
  };
}

/**
 * Runs of capitalised words joined by small ones, as organisations are written: `UN Conference on Trade and Development`.
 * A run that holds "of" also gives what follows it: `River Office` of `Director of River Office`.
 */
export function properRuns(tokens: Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  let last = 0;
  const close = () => {
    run.length = last;
    if (run.length > 0) runs.push(run);
    for (const [index, { word }] of run.entries()) {
      if (!dividers.has(word)) continue;
      const rest = run.slice(run.findIndex((token, at) => at > index && token.capital));
      if (rest.length > 0) runs.push(rest);
    }
    run = [];
    last = 0;
  };
  for (const token of tokens) {
    if (run.length > 0 && (token.afterBreak || (!token.capital && !joiners.has(token.word)))) close();
    if (token.capital) last = run.push(token);
    else if (run.length > 0) run.push(token);
  }
  close();
  return runs;
}

/**
 * Acronyms a phrase could have, folded, three letters or more: the first letters of its capitalised words, words
 * in capitals as they are (`UN`), each small word left out or its first letter put in. In a phrase without
 * capitals every word but the small ones counts as having one.
 */
export function acronymsOf(phrase: Token[]): string[] {
  const noneCapital = !phrase.some(({ capital }) => capital);
  let acronyms = [''];
  let capitals = 0;
  if (phrase.length < 2 || phrase.length > 14) return [];
  for (const { raw, word, capital, upper } of phrase) {
    if (capital || (noneCapital && !smallWords.has(word))) {
      const letters = upper
        ? word
        : fold(
            raw
              .split(/[-‑]/)
              .map((part) => part.slice(0, 1))
              .join(''),
          );
      acronyms = acronyms.map((acronym) => acronym + letters);
      capitals += 1;
    } else if (!smallWords.has(word)) return [];
    // Every small word doubles the acronyms, so only the first four of them do.
    else if (acronyms.length < 16) acronyms = [...acronyms, ...acronyms.map((acronym) => acronym + word.slice(0, 1))];
  }
  return capitals < 2 ? [] : [...new Set(acronyms)].filter((acronym) => acronym.length > 2);
}

/** A plural as its singular, roughly: folded English words in, `ss` left alone. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Words that stand before a name and are no part of it. */
export const titles = new Set(
  wordList(`
    mr mrs ms miss mx sir dame lady lord madam madame mme monsieur m mlle senor senora señor señora sr sra don dona
    herr frau г-н г-жа господин госпожа
    dr dra prof professor professeur professora profesor doctor docteur engineer eng ing dipl
    hon honourable honorable he hh hrh excellency right the
    ambassador minister president chancellor senator judge justice commissioner councillor councilor mayor governor chef
    rabbi imam sheikh shaikh rev reverend father sister brother
    captain colonel general admiral major
  `).map((title) => fold(title)),
);

/** Titles that say nothing of an office. */
export const courtesies = new Set(
  wordList('mr mrs ms miss mx sir madam madame mme monsieur m herr frau senor senora sr sra the right hon he dr'),
);

/** Small words inside names of people and organisations. */
export const smallWords = new Set(
  wordList(`
    of for on and the in at from to with by a an &
    de del della di da do dos das du des la le les el al y e et
    und von van der den für zu zum zur
    bin ibn
  `),
);

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:['’ʼ.\-\u2010\u2011&][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*\.?/gu;
const joiners = new Set(
  wordList(`
    of for on and the &
    de del della di da do dos das du des la las los le les y e et
    und für fur
  `),
);
const dividers = new Set(wordList('of for at de des del du da do'));
const afterNames = new Set(wordList('phd md mp mep esq jr sr obe cbe kc qc msc mba'));
const unmarked: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th' };
const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

function isAbbreviation(raw: string): boolean {
  const letters = raw.replaceAll('.', '');
  return /^\p{Lu}$/u.test(letters) || titles.has(fold(letters)) || /\..*\./u.test(raw) || fold(letters) === 'st';
}

function namesOf(type: 'region' | 'language', asCode: (letters: string) => string): Set<string> {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x61 + index));
  const found = letters.flatMap((first) => letters.map((second) => names.of(asCode(first + second))));
  return new Set(found.filter((name) => name !== undefined).map(fold));
}

/**
 * Names in a question, which what answers it must have whole: `World Cup`, not `world`. A word with a capital
 * begins every question, so the first word counts only as part of a longer name; words in capitals are names by what they stand for.
 */
export function properNamesIn(words: string): string[] {
  return properRuns(tokensOf(words))
    .filter((run) => run.length > 1 || (run[0]!.start > 0 && !run[0]!.upper))
    .map((run) => words.slice(run[0]!.start, run.at(-1)!.end));
}
