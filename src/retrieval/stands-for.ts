/**
 * What acronyms stand for, learned from the library itself: where a session says "the Global Digital Compact, the GDC",
 * a question that says either finds, in any session, what says the other.
 */
import type { LibraryReader } from '../library/library.ts';
import type { Session } from '../session.ts';
import { acronymsOf, fold, smallWords, tokensOf, type Token } from '../words/names.ts';
import { otherSpelling } from '../words/english-spellings.ts';
import { termsOf } from '../words/terms.ts';
import { writtenApart, writtenInOne } from '../words/written-together.ts';
import { placesCalled } from './well-known-places.ts';
import { acronymsFor as wellKnownAcronyms, sameAs, standsFor } from './well-known.ts';

/** The other ways to say a part of a question. */
export interface OtherWords {
  /** Terms of that part. */
  terms: string[];
  /** Terms that together say the same, one list for each way. */
  others: string[][];
}

/** Where what acronyms stand for is looked up. */
export interface Lookup {
  library: Pick<LibraryReader, 'counts' | 'searchWords'>;
  /** Sessions opened together. */
  open: (ids: string[]) => Promise<{ session: Session }[]>;
  /** The only sessions that may tell; all that are seen where absent. */
  sessions?: string[] | undefined;
}

/** Of the acronyms in a question, and of the acronyms that these sessions, or all, have for what is in it. */
export async function otherWordsFor(words: string, lookup: Lookup): Promise<OtherWords[]> {
  const tokens = tokensOf(words);
  const short = acronymsWritten(tokens).slice(0, mostAcronyms);
  const full = (await namesWithAcronyms(tokens, words, lookup)).slice(0, mostNames);
  const heard = await hearTogether([...short.map(({ acronym }) => ({ acronym, beside: [] })), ...full], lookup);
  const others = [
    ...short.map(({ raw }, at) => ({ terms: termsOf(raw), others: heard[at]! })),
    ...full.map(({ beside, term }, at) => {
      const isMeant = heard[short.length + at]!.some(
        (meant) => meant.length === beside.length && meant.every((each) => beside.includes(each)),
      );
      return { terms: beside, others: isMeant ? [[term]] : [] };
    }),
  ];
  return [...others, ...wellKnownIn(tokens, words)].filter((each) => each.others.length > 0);
}

/** What everybody knows of the acronyms and names in a question. */
function wellKnownIn(tokens: Token[], words: string): OtherWords[] {
  const short = tokens
    .filter(({ raw }) => /^(?:\p{Lu}\.?){2,6}$/u.test(raw))
    .map(({ raw }) => {
      const acronym = fold(raw.replaceAll('.', '')).trim();
      return { terms: termsOf(raw), others: [...standsFor(acronym), ...sameAs(acronym).map((other) => [other])] };
    });
  const names = phrasesIn(tokens).map((phrase) => {
    const terms = termsOf(words.slice(phrase[0]!.start, phrase.at(-1)!.end));
    return { terms, others: wellKnownAcronyms(terms).map((acronym) => [acronym]) };
  });
  const places = tokens
    .filter(({ capital }) => capital)
    .map(({ raw, word }) => ({ terms: termsOf(raw), others: placesCalled(word).map((place) => termsOf(place)) }));
  const spelled = tokens.flatMap(({ raw, word }) => {
    const other = otherSpelling(word);
    return other === null ? [] : [{ terms: termsOf(raw), others: [termsOf(other)] }];
  });
  return [...short, ...names, ...places, ...spelled, ...tokens.flatMap(writtenOtherwise)];
}

/** A word that others write in two, and two words, with a hyphen or without, that they write in one. */
function writtenOtherwise({ raw, word }: Token, at: number, tokens: Token[]): OtherWords[] {
  const next = tokens[at + 1];
  const [apart, hyphened] = [writtenApart(word), /^(\p{L}+)-(\p{L}+)$/u.exec(word)];
  const [first, second] = hyphened?.slice(1) ?? (next && !next.afterBreak ? [word, next.word] : []);
  const inOne = second === undefined ? null : writtenInOne(first!, second);
  return [
    ...(apart ? [{ terms: termsOf(raw), others: [apart] }] : []),
    // Each of them tells its part, as those of a name that has an acronym do not.
    ...(inOne === null ? [] : termsOf(`${first} ${second}`).map((term) => ({ terms: [term], others: [[inOne]] }))),
  ];
}

/** Acronyms, and names that may have one, that are looked up for one question. */
const mostAcronyms = 6;
const mostNames = 2;

function acronymsWritten(tokens: Token[]): { raw: string; acronym: string }[] {
  return tokens.flatMap(({ raw }) => {
    const acronym = /^(\p{Lu}[\p{Lu}\p{N}]{1,7})s?$/u.exec(raw)?.[1];
    return acronym === undefined ? [] : [{ raw, acronym: fold(acronym) }];
  });
}

/** Words of a question beside each other whose acronym the library has, the longest acronyms first. */
async function namesWithAcronyms(tokens: Token[], words: string, { library }: Lookup) {
  const possible = phrasesIn(tokens).flatMap((phrase) =>
    acronymsFor(phrase).flatMap((acronym) =>
      termsOf(acronym)
        .slice(0, 1)
        .map((term) => ({ phrase, acronym, term })),
    ),
  );
  const counts = await library.counts(possible.map(({ term }) => term));
  return possible
    .filter(({ term }) => counts.documentFrequency(term) > 0)
    .toSorted((one, other) => other.acronym.length - one.acronym.length)
    .map(({ phrase, acronym, term }) => ({
      acronym,
      term,
      beside: termsOf(words.slice(phrase[0]!.start, phrase.at(-1)!.end)),
    }));
}

/** What sessions say each acronym stands for, as terms; what is heard most comes first. `beside` are terms that stand near it. */
async function hearTogether(
  asked: { acronym: string; beside: string[] }[],
  { library, open, sessions }: Lookup,
): Promise<string[][][]> {
  const places = await Promise.all(
    asked.map(async ({ acronym, beside }) => {
      const [term] = termsOf(acronym);
      const hits = term === undefined ? [] : await library.searchWords([term, ...beside], mostChunks, sessions);
      const ids = new Set([...new Set(hits.map(({ session }) => session))].slice(0, mostSessions));
      return hits.filter(({ session }) => ids.has(session));
    }),
  );
  const ids = [...new Set(places.flat().map(({ session }) => session))];
  const opened = new Map((await open(ids)).map(({ session }) => [session.id, session]));
  return asked.map(({ acronym }, at) => {
    const heard = new Map<string, { terms: string[]; times: number }>();
    const turns = new Set(
      places[at]!.flatMap(({ session, firstTurn, lastTurn }) =>
        opened.get(session)!.turns.slice(firstTurn, lastTurn + 1),
      ),
    );
    for (const { text } of turns) {
      for (const terms of spelledOut(acronym, text)) {
        const key = terms.join(' ');
        heard.set(key, { terms, times: (heard.get(key)?.times ?? 0) + 1 });
      }
    }
    const most = [...heard.values()].toSorted((one, other) => other.times - one.times).slice(0, mostPhrases);
    return most.map(({ terms }) => terms);
  });
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
