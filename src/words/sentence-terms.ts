/** What a sentence is found by: made once, when its session is put in, and read back for every question. */
import { acronymsOf, properRuns, tokensOf } from './names.ts';
import type { Chunk } from './chunks.ts';
import type { Sentence } from '../session.ts';
import { acronymsIn } from './acronyms.ts';
import { isStopWord, termsOf } from './terms.ts';

export interface SentenceTerms {
  /** Its terms, in order. */
  run: string[];
  /** Acronyms of the names in it. */
  acronyms: string[];
  /** What else a question can call what is in it: shorter acronyms, names and compounds written together. */
  others: string[];
}

/** A sentence with its terms; without them they are made when they are needed. */
export interface IndexedSentence extends Sentence {
  terms?: SentenceTerms | undefined;
}

export function sentenceTermsOf(words: string): SentenceTerms {
  return {
    run: termsOf(words),
    acronyms: acronymsIn(words),
    others: [...new Set([...shortFormsIn(words), ...joinedIn(words)])],
  };
}

/** The terms that full text has of a chunk. */
export function indexedTermsOf(
  { firstTurn, firstSentence, lastTurn, lastSentence }: Omit<Chunk, 'text'>,
  sentences: { terms: SentenceTerms }[][],
): string[] {
  return sentences
    .slice(firstTurn, lastTurn + 1)
    .flatMap((places, at) =>
      places
        .slice(at === 0 ? firstSentence : 0, firstTurn + at === lastTurn ? lastSentence + 1 : undefined)
        .flatMap(({ terms: { run, acronyms } }) => [...run, ...acronyms]),
    );
}

/** `un` and `unga` for "United Nations General Assembly": what an acronym in the question can stand for. */
export function shortFormsIn(text: string): string[] {
  // Most sentences have no two capitalised words with none but small ones between them, and no acronym has fewer.
  if (!twoCapitalised.test(text)) return [];
  // "And I’m" at the beginning of a sentence is no AI.
  const tokens = tokensOf(text).map((token) => (/^i(?:'|$)/.test(token.word) ? { ...token, capital: false } : token));
  return properRuns(tokens).flatMap((whole) => {
    const run = whole.slice(whole.findIndex(({ word }) => !isStopWord(word)));
    const initials = run
      .filter(({ capital }) => capital)
      .map(({ word }) => word[0])
      .join('');
    return initials.length > 1 ? [initials, initials.slice(0, 2), ...acronymsOf(run)] : [];
  });
}

const twoCapitalised =
  /\p{Lu}[\p{L}\p{M}\p{N}'’.-]{0,40}[^\p{L}\p{N}]{1,4}(?:\p{Ll}{1,5}[^\p{L}\p{N}]{1,4}){0,4}\p{Lu}/u;

/** `wuzheng` for "Wu Zheng" and `multistakehold` for "multi-stakeholder": names and compounds are written apart and together. */
function joinedIn(text: string): string[] {
  const compounds = /[-‑]/.test(text) ? (text.match(/(?<!\p{L})\p{L}+(?:[-‑]\p{L}+)+/gu) ?? []) : [];
  const names = text.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu) ?? [];
  return [...compounds, ...names].flatMap((words) => termsOf(words.replaceAll(/[-‑ ]/gu, '')));
}

/** On one line each, as a library keeps them; terms have no blanks. */
export function termsAsText({ run, acronyms, others }: SentenceTerms): string {
  return [run, acronyms, others].map((terms) => terms.join(' ')).join('\n');
}

export function termsFromText(text: string): SentenceTerms {
  // Most sentences have a run alone, and a long session has thousands.
  const end = text.indexOf('\n');
  if (end < 0 || end === text.length - 2) {
    const run = end < 0 ? text : text.slice(0, end);
    if (end < 0 || text.endsWith('\n\n')) return { run: run === '' ? [] : run.split(' '), acronyms: [], others: [] };
  }
  const [run, acronyms, others] = text.split('\n').map((line) => (line === '' ? [] : line.split(' ')));
  return { run: run ?? [], acronyms: acronyms ?? [], others: others ?? [] };
}

/** The same parted when they are asked for: of a long session hardly any are. */
export class KeptTerms implements SentenceTerms {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get run(): string[] {
    return this.partsOf(0);
  }

  get acronyms(): string[] {
    return this.partsOf(1);
  }

  get others(): string[] {
    return this.partsOf(2);
  }

  private partsOf(line: number): string[] {
    const terms = lineAt(this.text, line);
    return terms === '' ? [] : terms.split(' ');
  }
}

/** Most sentences have a run alone. */
function lineAt(text: string, line: number): string {
  const end = text.indexOf('\n');
  if (end === -1) return line === 0 ? text : '';
  return line === 0 ? text.slice(0, end) : (text.split('\n')[line] ?? '');
}

/** All terms of a sentence but its longer acronyms, with blanks between them, the run first. */
export function termsSaid(terms: SentenceTerms): { text: string; run: number } {
  if (!(terms instanceof KeptTerms)) return { text: [...terms.run, ...terms.others].join(' '), run: terms.run.length };
  const [run, others] = [lineAt(terms.text, 0), lineAt(terms.text, 2)];
  let count = run === '' ? 0 : 1;
  for (let at = run.indexOf(' '); at !== -1; at = run.indexOf(' ', at + 1)) count += 1;
  return { text: others === '' ? run : `${run} ${others}`.trimStart(), run: count };
}

/** Sentences with their terms parted, as they are compared with others. */
export function withTermsParted(sentences: IndexedSentence[][]): IndexedSentence[][] {
  return sentences.map((ofTurn) =>
    ofTurn.map(({ terms, ...place }) => ({
      ...place,
      ...(terms && { terms: { run: terms.run, acronyms: terms.acronyms, others: terms.others } }),
    })),
  );
}
