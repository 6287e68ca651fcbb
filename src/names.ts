/** How names are written: folding, titles, the words of a name, runs of capitalised words, acronyms. */

/** Case, diacritics and curly quotes folded; scripts other than Latin keep their letters. */
export function fold(text: string): string {
  // Most words are plain ASCII, which only case can change.
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670]/g, '')
    .replace(/[ßøłđıæœþ]/g, (letter) => unmarked[letter] ?? letter)
    .replace(/[‘’ʼ`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[\u2010-\u2015]/g, '-')
    .normalize('NFC');
}

/** The folded spellings of one word that stand for each other: `Kleinwächter` gives `kleinwachter` and `kleinwaechter`. */
export function foldVariants(word: string): string[] {
  const plain = fold(word);
  if (!/[aou]e|aa|[^\x20-\x7e]/.test(plain) && plain.length === word.length && !/[^\x20-\x7e]/.test(word)) return [plain];
  const spelledOut = fold(word.normalize('NFC').replace(/[äöüåøæ]/gi, (letter) => twoLetters[letter.toLowerCase()] ?? letter));
  const collapsed = plain.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
  return [...new Set([plain, spelledOut, collapsed])];
}

/** A key that words which sound alike share: `Guri` and `Gurry`. */
export function sound(foldedWord: string): string {
  return foldedWord.replace(/ph/g, 'f').replace(/ck|q|c(?![eih])/g, 'k').replace(/sch/g, 'sh').replace(/tz/g, 'z')
    .replace(/[yj]/g, 'i').replace(/w/g, 'v').replace(/(?<=.)h/g, '').replace(/(.)\1+/g, '$1').replace(/(?<=...)e$/, '');
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
    const bare = raw.replace(/['’ʼ]s\.?$/i, '');
    const possessive = bare !== raw || /^['’](?!\p{L})/u.test(text.slice(whole, whole + 2)) && /s$/i.test(raw);
    raw = bare;
    if (raw.endsWith('.') && !isAbbreviation(raw)) raw = raw.slice(0, -1);
    const letters = raw.replace(/[^\p{L}]/gu, '');
    tokens.push({
      start, end: start + raw.length, raw, possessive,
      word: fold(raw).replaceAll('.', ''),
      capital: /^\p{Lu}/u.test(raw),
      upper: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
      afterBreak: /[,;:!?()[\]"“”«»—–\n]|\.\s/.test(text.slice(from, start)),
    });
    from = start + raw.length;
  }
  return tokens;
}

/** A word split at its hyphens: what a name is compared by. */
export function partsOf(word: string): string[] {
  return fold(word).replaceAll('.', ' ').split(/[\s\-_&/]+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

export interface ReadName {
  /** Folded words of the name itself, hyphens split, titles left out: `Dr. Anna-Lena Kov` is `anna`, `lena`, `kov`. */
  words: string[];
  /** Folded titles: `dr`. */
  titles: string[];
  /** What the name carries besides: `Riverside Council` of `Anna Kov (Riverside Council)` or `Anna Kov | Riverside Council`. */
  aside: string | null;
}

/** Reads a name as records write it. */
export function readName(name: string): ReadName {
  const match = /^([^([|·]+?)\s*(?:[([]\s*(.*?)\s*[)\]]?|[|·]\s*(.*)|\s[-–—]\s+(.*))?$/u.exec(name.trim());
  const main = match?.[1] ?? name;
  const tokens = tokensOf(main).flatMap(({ raw }) => (/^\p{Lu}(?:\.\p{Lu})+\.?$/u.test(raw) && !titles.has(fold(raw).replaceAll('.', ''))
    ? raw.split('.') : partsOf(raw)).filter(Boolean).map((part) => fold(part)));
  let first = 0;
  while (first < tokens.length - 1 && titles.has(tokens[first] ?? '')) first += 1;
  const words = tokens.slice(first).filter((word) => !afterNames.has(word));
  return { words: words.length > 0 ? words : tokens, titles: tokens.slice(0, first), aside: match?.[2] ?? match?.[3] ?? match?.[4] ?? null };
}

/**
 * Runs of capitalised words joined by small ones, as organisations are written: `UN Conference on Trade and Development`.
 * A run of a phrase also gives the runs that start after a small word in it (`Cyberspace Office` of `Centre of Cyberspace Office`).
 */
export function properPhrases(text: string): string[] {
  const phrases: string[] = [];
  for (const [run] of text.matchAll(properPattern)) {
    phrases.push(run);
    for (const join of run.matchAll(/\s(?:of|for|at|de|des|del|du|da|do)\s+(?:the\s+)?/gu)) phrases.push(run.slice(join.index + join[0].length));
  }
  return phrases;
}

/**
 * Acronyms a phrase could have, folded, three letters or more: the first letters of its capitalised words, words
 * in capitals as they are (`UN`), each small word left out or its first letter put in.
 */
export function acronymsOf(phrase: string): string[] {
  let acronyms = [''];
  const words = tokensOf(phrase).flatMap(({ raw, upper }) => upper ? [raw] : raw.split(/[-‑]/));
  // In a phrase without capitals every word but the small ones counts as having one.
  const isCapital = (word: string) => words.some((any) => /^\p{Lu}/u.test(any)) ? /^\p{Lu}/u.test(word) : !smallWords.has(word);
  if (words.filter(isCapital).length < 2 || words.length > 14 || words.some((word) => !isCapital(word) && !smallWords.has(word))) return [];
  for (const word of words) {
    const capital = isCapital(word);
    const letters = fold(/^[\p{Lu}.]{2,}$/u.test(word) ? word : word.slice(0, 1)).replaceAll('.', '');
    const withIt = acronyms.map((acronym) => acronym + letters);
    // Every small word doubles the acronyms, so only the first four of them do.
    acronyms = capital ? withIt : acronyms.length < 16 ? [...acronyms, ...withIt] : acronyms;
  }
  return [...new Set(acronyms)].filter((acronym) => acronym.length > 2);
}

/** Words that stand before a name and are no part of it. */
export const titles = new Set(`mr mrs ms miss mx dr dra prof professor professeur professora profesor doctor docteur hon honourable honorable
  he hh hrh excellency sir dame lady lord madam madame mme monsieur m mlle senor senora señor señora sr sra don dona herr frau
  ambassador minister president chancellor senator judge justice rabbi imam sheikh shaikh rev reverend father sister brother
  captain colonel general admiral major commissioner councillor councilor mayor governor engineer eng ing chef dipl right the
  г-н г-жа господин госпожа`.split(/\s+/).map((title) => fold(title)));

/** Titles that say nothing of an office. */
export const courtesies = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'sir', 'madam', 'madame', 'mme', 'monsieur', 'm', 'herr', 'frau', 'senor', 'senora', 'sr', 'sra', 'the', 'right', 'hon', 'he', 'dr']);

/** Small words inside names of people and organisations. */
export const smallWords = new Set('of for on and the in at from to with by a an de del della di da do dos das du des la le les el al y e und von van der den bin ibn und für et & zu zum zur'.split(' '));

const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:['’ʼ.\-\u2010\u2011&][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*\.?/gu;
const capitalised = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.\-\u2010\u2011&][\p{L}\p{N}]+)*`;
const joiner = String.raw`(?:of|for|on|and|&|de|del|della|di|da|do|dos|das|du|des|y|e|et|und|für)(?:\s+(?:the|la|las|los|le|les))?`;
const properPattern = new RegExp(String.raw`${capitalised}(?:\s+(?:${joiner}\s+)*${capitalised})*`, 'gu');
const afterNames = new Set(['phd', 'md', 'mp', 'mep', 'esq', 'jr', 'sr', 'obe', 'cbe', 'kc', 'qc', 'msc', 'mba']);
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
