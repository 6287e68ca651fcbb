/**
 * What acronyms stand for, learned from the library itself: where a session says "the Global Digital Compact, the GDC",
 * a question that says either finds, in any session, what says the other.
 */
import type { Library } from '../library/library.ts';
import { acronymsOf, fold, smallWords, tokensOf, type Token } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';

/** The other ways to say a part of a question. */
export interface OtherWords {
  /** Terms of that part. */
  terms: string[];
  /** Terms that together say the same, one list for each way. */
  others: string[][];
}

/** Of the acronyms in a question, and of the acronyms that these sessions, or all, have for what is in it. */
export function otherWordsFor(words: string, sessions: string[] | undefined, library: Library): OtherWords[] {
  const tokens = tokensOf(words);
  const short = tokens.flatMap(({ raw }): OtherWords[] => {
    const acronym = /^(\p{Lu}[\p{Lu}\p{N}]{1,7})s?$/u.exec(raw)?.[1];
    const others = acronym === undefined ? [] : phrasesFor(fold(acronym), [], sessions, library);
    return others.length > 0 ? [{ terms: termsOf(raw), others }] : [];
  });
  const known = phrasesIn(tokens)
    .flatMap((phrase) =>
      acronymsFor(phrase).flatMap((acronym) => {
        const [term] = termsOf(acronym);
        return term !== undefined && library.documentFrequency(term) > 0 ? [{ phrase, acronym, term }] : [];
      }),
    )
    .toSorted((one, other) => other.acronym.length - one.acronym.length)
    .slice(0, mostLookedUp);
  const full = known.flatMap(({ phrase, acronym, term }): OtherWords[] => {
    const terms = termsOf(words.slice(phrase[0]!.start, phrase.at(-1)!.end));
    const isMeant = phrasesFor(acronym, terms, sessions, library).some(
      (meant) => meant.length === terms.length && meant.every((each) => terms.includes(each)),
    );
    return isMeant ? [{ terms, others: [[term]] }] : [];
  });
  return [...short, ...full];
}

const mostLookedUp = 2;

/** What sessions say an acronym stands for, as terms; what is heard most comes first. `beside` are terms that stand near it. */
function phrasesFor(acronym: string, beside: string[], sessions: string[] | undefined, library: Library): string[][] {
  const [term] = termsOf(acronym);
  if (term === undefined) return [];
  const hits = library.searchWords([term, ...beside], mostChunks, sessions);
  const heard = new Map<string, { terms: string[]; times: number }>();
  for (const id of [...new Set(hits.map(({ session }) => session))].slice(0, mostSessions)) {
    const turns = new Set(
      hits
        .filter(({ session }) => session === id)
        .flatMap((hit) => {
          const { firstTurn, lastTurn } = library.chunk(hit.id)!;
          return Array.from({ length: lastTurn - firstTurn + 1 }, (_, at) => firstTurn + at);
        }),
    );
    const session = library.session(id);
    for (const terms of [...turns].flatMap((turn) => spelledOut(acronym, session?.turns[turn]?.text ?? ''))) {
      const key = terms.join(' ');
      heard.set(key, { terms, times: (heard.get(key)?.times ?? 0) + 1 });
    }
  }
  return [...heard.values()]
    .toSorted((one, other) => other.times - one.times)
    .slice(0, mostPhrases)
    .map(({ terms }) => terms);
}

const mostChunks = 8;
/** Sessions looked into for what an acronym stands for. */
const mostSessions = 2;
const mostPhrases = 2;

/** Words whose first letters are the acronym, where it is said too; of two letters, only right beside it. */
function spelledOut(acronym: string, text: string): string[][] {
  return text
    .split(/[.!?]\s/u)
    .filter((sentence) => sentence.toLowerCase().includes(acronym))
    .flatMap((sentence) => {
      const tokens = tokensOf(sentence);
      const said = tokens.flatMap(({ word }, at) => (word === acronym || word === `${acronym}s` ? [at] : []));
      if (said.length === 0) return [];
      return phrasesIn(tokens, acronym[0]).flatMap((phrase) => {
        const [first, last] = [tokens.indexOf(phrase[0]!), tokens.indexOf(phrase.at(-1)!)];
        const isNear = said.some((at) => (at < first ? first - at <= 2 : at > last && at - last <= 2));
        return (acronym.length > 2 || isNear) && acronymsFor(phrase).includes(acronym)
          ? [termsOf(sentence.slice(phrase[0]!.start, phrase.at(-1)!.end))]
          : [];
      });
    });
}

/** Any two to eight words that have no stop between them, or those of them that begin with a letter. */
function phrasesIn(tokens: Token[], letter?: string): Token[][] {
  return tokens.flatMap(({ word }, first) =>
    smallWords.has(word) || (letter !== undefined && word[0] !== letter)
      ? []
      : lengths.flatMap((length) => {
          const phrase = tokens.slice(first, first + length);
          return phrase.length === length &&
            !smallWords.has(phrase.at(-1)!.word) &&
            phrase.slice(1).every(({ afterBreak }) => !afterBreak)
            ? [phrase]
            : [];
        }),
  );
}

const lengths = [2, 3, 4, 5, 6, 7, 8];

function acronymsFor(phrase: Token[]): string[] {
  return phrase.length === 2 ? [phrase.map(({ word }) => word[0]).join('')] : acronymsOf(phrase);
}
