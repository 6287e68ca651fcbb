/** Which sentences of a session answer a question: each is scored on the question's terms, with what stands around it. */
import type { TermCounts } from '../../library/library.ts';
import { countriesByCapitals, namesCountry } from '../../people/nationality.ts';
import { onlyAsSurname, onlyInOtherPlace } from '../../people/places-named.ts';
import { properNamesIn } from '../../words/names.ts';
import { rarityOf } from '../../retrieval/rank.ts';
import { termsOf } from '../../words/terms.ts';
import { bestForm, formsOf } from './forms-said.ts';
import { asks } from '../talk/replies.ts';
import type { OtherWords } from '../../retrieval/stands-for.ts';
import type { Reading, ReadSentence } from '../../retrieval/reading.ts';
import { compoundsIn } from '../../words/compounds.ts';
import { onlyInSetPhrase } from './set-phrases.ts';
import { languageOfSession } from '../spoken-language.ts';
import { onlyAsAnotherWord } from '../../words/same-stem.ts';
import { textOf } from '../../words/text-words.ts';
import { togetherIn } from './whole-matter.ts';

/** What a sentence must speak of. */
export interface Wanted {
  terms: WantedTerm[];
  /** Terms that stand side by side in the question. */
  pairs: [string, string][];
  /** Terms of words that belong together: `harbour`, `due` of "harbour dues". */
  compounds: string[][];
  /** Names whose words count only together: `World Cup`. */
  names: string[][];
  wantsNumber: boolean;
  /** The words that it was read from. */
  asked: string;
}

export interface WantedTerm {
  term: string;
  /** How much it tells: rare terms more. */
  weight: number;
  /** The same so that questions of different libraries can be compared. */
  rarity: number;
  /** Terms that together say the same, one list for each way: what an acronym stands for. */
  others: string[][];
  /** Stands nowhere in the library, and is no common word: it may be misspelt. */
  unknown: boolean;
  /** "US": a country that is told by its capitals, since its letters are another word's too. */
  country?: string;
}

/** How much the kind of thing that is asked for, and the verb that somebody is asked with, count beside the rest of the question. */
const kindCounts = 0.5;
const verbCounts = 0.25;

/** The terms of a question, weighed by how few chunks of the library have them. */
export function wantedOf(
  words: string,
  counts: TermCounts,
  {
    wantsNumber = false,
    kind = '',
    verbs = new Set<string>(),
    otherWords = [] as OtherWords[],
    isCommonWord = (_word: string): boolean => false,
  } = {},
): Wanted {
  const light = new Set(termsOf(kind));
  const run = withoutSeams(termsOf(words), counts);
  const written = new Set(textOf(words).words.flatMap(({ word }) => (isCommonWord(word) ? termsOf(word) : [])));
  const names = properNamesIn(words)
    .map((name) => termsOf(name))
    .filter((name) => name.length > 0);
  // Of words that have an acronym each tells its part alone: "artificial intelligence" is no more than "AI" is.
  const shortened = otherWords.filter(
    ({ terms, others }) =>
      terms.length > 1 &&
      others.some(({ length }) => length === 1) &&
      !names.flat().some((term) => terms.includes(term)),
  );
  const shareOf = (term: string) =>
    1 / Math.max(1, ...shortened.filter(({ terms }) => terms.includes(term)).map(({ terms }) => terms.length));
  const counting = (term: string) => shareOf(term) * (light.has(term) ? kindCounts : verbs.has(term) ? verbCounts : 1);
  const countries = new Map(countriesByCapitals(words).flatMap((name) => termsOf(name).map((term) => [term, name])));
  return {
    terms: [...new Set(run)].map((term) => ({
      term,
      ...(countries.has(term) && { country: countries.get(term)! }),
      weight: counting(term) * weightOf(term, counts),
      rarity: counting(term) * rarityOf(term, counts),
      others: otherWords.filter(({ terms }) => terms.includes(term)).flatMap(({ others }) => others),
      unknown: counts.documentFrequency(term) === 0 && !written.has(term),
    })),
    pairs: run.slice(1).map((term, index) => [run[index]!, term]),
    compounds: compoundsIn(words),
    names,
    wantsNumber,
    asked: words,
  };
}

/**
 * Chinese words give pairs of characters, of which some stand over the seam of two words: nobody says "费套" of "免费套餐"
 * where these are known, nor "对税" of "对税收".
 */
function withoutSeams(run: string[], { documentFrequency }: TermCounts): string[] {
  const isKnown = (term: string | undefined) => term !== undefined && documentFrequency(term) > 0;
  return run.filter((term, at) => {
    if (!/^\p{Script=Han}{2}$/u.test(term) || isKnown(term)) return true;
    const [before, after] = [run[at - 1], run[at + 1]];
    const isBegun = (before?.endsWith(term[0]!) && isKnown(before)) || smallCharacters.test(term[0]!);
    const goesOn = (after?.startsWith(term[1]!) && isKnown(after)) || smallCharacters.test(term[1]!);
    return !(isBegun && goesOn);
  });
}

const smallCharacters = /[对在的了和与是有就把被给从向吗呢过们及]/u;

/** How much a term tells: the inverse document frequency of BM25. */
export function weightOf(term: string, { documentFrequency, chunkCount }: TermCounts): number {
  const having = documentFrequency(term);
  return Math.log(1 + (chunkCount - having + 0.5) / (having + 0.5));
}

/** A term and the single ones that stand for it: `center` for `centr`. */
export function singleWordsFor(term: string, { terms }: Pick<Wanted, 'terms'>): string[] {
  const others = terms.find((each) => each.term === term)?.others ?? [];
  return [term, ...others.filter(({ length }) => length === 1).flat()];
}

export interface Scored {
  sentence: ReadSentence;
  index: number;
  /** Share of the question's weight in the sentence itself, 0 to 1. */
  own: number;
  /** The same with what stands around it. */
  covered: number;
  /** Whether all that is wanted stands in the sentence itself. */
  whole: boolean;
  /** Whether words of the question that belong together are said together in or beside it. */
  together: boolean;
  /** Whether a name of the question is not said near, or nothing but names. */
  lacking: boolean;
  /** What sentences are ranked by. */
  score: number;
}

/** How surely a term must stand in a sentence to count as said in it: its own forms, and what an acronym stands for. */
export const surelyThere = 0.8;

/** A sentence answers when so much of the question's weight stands in it and around it … */
export const leastCovered = 0.5;
/** … and so much in the sentence itself. */
export const leastOwn = 0.3;

/** How much a term counts where it stands so many sentences away in the same turn: what "this question" refers back to. */
const nearness = [1, 0.6, 0.45, 0.35, 0.3, 0.25, 0.25, 0.2, 0.2, 0.2];
const furthest = nearness.length - 1;
/** How much a term of the speaker's name, role or affiliation counts: in "we will …" it is said of their organisation. */
const ofSpeaker = { we: 0.9, other: 0.5 };

/** Where the terms of a question stand in a session. */
export interface Matched {
  /** Per term of the question, the terms of the session that stand for it, and how surely. */
  forms: Map<string, number>[];
  /** Per sentence and term of the question, how surely it stands there. */
  has: number[][];
}

export function matchTerms({ session, sentences, places }: Reading, { terms, asked }: Wanted): Matched {
  const language = languageOfSession(session);
  const forms = terms.map(({ term, unknown }) => formsOf(term, places, unknown, language));
  const none = terms.map(() => 0);
  // Most sentences have nothing of a question, and share that.
  const has = sentences.map(() => none);
  const put = (index: number, which: number, counts: number) => {
    const here = has[index] === none ? (has[index] = none.slice()) : has[index]!;
    here[which] = Math.max(here[which]!, counts);
  };
  for (const [which, { term, others, country }] of terms.entries()) {
    if (country !== undefined) {
      for (const [index, { text }] of sentences.entries()) if (namesCountry(text, country)) put(index, which, 1);
      continue;
    }
    const isAnother = (form: string, index: number) =>
      onlyAsAnotherWord(term, asked, form, sentences[index]!.text) ||
      onlyInOtherPlace(form, asked, sentences[index]!.text) ||
      onlyAsSurname(form, asked, sentences[index]!.text);
    for (const [form, counts] of forms[which]!)
      for (const index of places.get(form)!)
        if (!onlyInSetPhrase(form, sentences[index]!.text) && !isAnother(form, index)) put(index, which, counts);
    for (const other of others)
      for (const index of new Set(other.flatMap((each) => places.get(each) ?? [])))
        if (
          isCapitals(other)
            ? namesCountry(sentences[index]!.text, other[0]!.toUpperCase())
            : !isAnother(other[0]!, index)
        )
          put(index, which, saidAs(other, sentences[index]!.terms));
  }
  return { forms, has };
}

/** How much all of it tells. */
export function weightOfAll(terms: Pick<WantedTerm, 'weight'>[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Tells how much of a matter's weight stands in a sentence, or in several taken together, by their indices: 0 to 1, and 0 of no matter. */
export function sharesOf(
  { terms }: Pick<Wanted, 'terms'>,
  { has }: Pick<Matched, 'has'>,
): (...near: number[]) => number {
  const total = weightOfAll(terms);
  const said = (which: number, near: number[]) => near.reduce((most, index) => Math.max(most, has[index]![which]!), 0);
  return (...near) =>
    total === 0 ? 0 : terms.reduce((sum, { weight }, which) => sum + weight * said(which, near), 0) / total;
}

/** How surely a term stands in a sentence as it is, or as what it is short for. */
export function bestOtherWords({ term, others, country }: WantedTerm, sentence: ReadSentence): number {
  if (country !== undefined) return namesCountry(sentence.text, country) ? 1 : 0;
  return others.reduce(
    (best, other) => Math.max(best, saidAs(other, sentence.terms)),
    sentence.terms.has(term) ? 1 : 0,
  );
}

/** How much of what an acronym stands for is among the terms of a sentence, where it is half of it or more: "the guiding principles" for the "UNGPs". */
function saidAs(other: string[], terms: Set<string>): number {
  const share = other.filter((term) => terms.has(term)).length / other.length;
  return share >= 0.5 ? otherWordsCount * share : 0;
}

const otherWordsCount = 0.9;

/** What "United States" is short for: its letters are those of "us" and "use". */
const isCapitals = (other: string[]) => other.length === 1 && other[0] === 'us';

/** Scores every sentence of `among` that has one of the terms; best first. */
export function scoreSentences(
  reading: Reading,
  wanted: Wanted,
  among: (sentence: ReadSentence) => boolean,
  { forms, has } = matchTerms(reading, wanted),
): Scored[] {
  const total = weightOfAll(wanted.terms);
  if (total === 0) return [];
  const { sentences } = reading;
  const scored: Scored[] = [];
  const isTogether = togetherIn(reading, wanted.compounds, (term) => {
    const which = wanted.terms.findIndex((each) => each.term === term);
    return [...singleWordsFor(term, wanted), ...(forms[which]?.keys() ?? [])];
  });
  // Few sentences have the first of a pair, and the terms of no others need be parted.
  const beside = wanted.pairs.map(([first]) => new Set(reading.places.get(first)));
  // "U.S." says both words of "United States" side by side.
  const forBoth = wanted.pairs.map(([first, second]) => {
    const others = new Set(singleWordsFor(second, wanted).slice(1));
    return singleWordsFor(first, wanted).filter((other) => others.has(other));
  });
  const bySpeaker = new Map<Set<string>, number[]>();
  const formsOfSpeaker = (about: Set<string>) => {
    const known =
      bySpeaker.get(about) ??
      forms.map((each, which) =>
        wanted.terms[which]!.others.reduce(
          (best, other) => Math.max(best, saidAs(other, about)),
          bestForm(each, about),
        ),
      );
    bySpeaker.set(about, known);
    return known;
  };
  for (const [index, sentence] of sentences.entries()) {
    const here = has[index]!;
    if (!among(sentence) || here.every((value) => value === 0)) continue;
    let [own, covered] = [0, 0];
    const saysWe = weWords.test(sentence.text);
    const ofTheirs = formsOfSpeaker(sentence.about);
    let [first, last] = [index, index];
    while (index - first < furthest && sentences[first - 1]?.turn === sentence.turn) first -= 1;
    while (last - index < furthest && sentences[last + 1]?.turn === sentence.turn) last += 1;
    wanted.terms.forEach(({ weight }, which) => {
      const asSpeaker = ofTheirs[which]! * (saysWe ? ofSpeaker.we : ofSpeaker.other);
      own += weight * Math.max(here[which]!, saysWe ? asSpeaker : 0);
      let best = asSpeaker;
      for (let at = first; at <= last; at += 1)
        best = Math.max(best, nearness[Math.abs(at - index)]! * has[at]![which]!);
      covered += weight * best;
    });
    const lacking =
      wanted.names.some((name) => !standsNear(name, forms, wanted, has, sentences, index)) ||
      onlyNames(wanted, here, has[index - 1], has[index + 1]);
    const pairs = wanted.pairs.filter(
      ([first, second], which) =>
        (beside[which]!.has(index) &&
          sentence.run.some((term, at) => term === first && sentence.run[at + 1] === second)) ||
        forBoth[which]!.some((other) => sentence.terms.has(other)),
    ).length;
    const score =
      (0.55 * own + 0.45 * covered) / total +
      0.06 * Math.min(pairs, 3) +
      (wanted.wantsNumber && hasNumeral(sentence.text) ? forFigure : 0) -
      penaltyOf(sentence);
    scored.push({
      whole: here.every((value) => value >= surelyThere),
      together: isTogether(index),
      lacking,
      sentence,
      index,
      own: own / total,
      covered: lacking ? Math.min(covered / total, leastCovered - 0.1) : covered / total,
      score,
    });
  }
  return scored.toSorted((one, other) => other.score - one.score);
}

/** Whether the place or person is named but nothing of what was asked about it: "the population of Peru" is not in "we met in Peru". */
function onlyNames({ terms, names }: Wanted, ...near: (number[] | undefined)[]): boolean {
  const named = new Set(names.flat());
  const matter = terms.flatMap(({ term }, which) => (named.has(term) ? [] : [which]));
  return named.size > 0 && matter.length > 0 && matter.every((which) => near.every((has) => (has?.[which] ?? 0) === 0));
}

/** Long sentences have more terms by chance, very short ones say little, and a question is seldom an answer. */
function penaltyOf({ length, text }: ReadSentence): number {
  return (length < 3 ? 0.15 : length > 40 ? 0.08 : 0) + (asks({ text }) ? 0.15 : 0);
}

function standsNear(
  name: string[],
  forms: Map<string, number>[],
  wanted: Wanted,
  has: number[][],
  sentences: ReadSentence[],
  index: number,
): boolean {
  const which = name.map((term) => wanted.terms.findIndex((each) => each.term === term));
  return which.every(
    (at) =>
      at === -1 ||
      [0, -1, 1, -2, 2].some((away) => (has[index + away]?.[at] ?? 0) > 0) ||
      bestForm(forms[at]!, sentences[index]!.about) > 0,
  );
}

export function hasNumeral(text: string): boolean {
  return inDigits.test(text) || inWords.test(text);
}

/** How much a figure counts in a sentence where one is asked for. */
export const forFigure = 0.12;

const weWords = /\b(?:we|our|ours|us|I|my)\b/iu;
const numberWords =
  `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|
  nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|third|quarter|percent|
  once|twice|dozen`.replaceAll(/\s+/gu, '');
/** "COVID-19" and "Bill C-7" have no figure in them. */
const inDigits = /(?<!\p{N}|\p{Lu}\p{L}*-?)\p{N}/u;
const inWords = new RegExp(String.raw`\b(?:${numberWords})s?\b`, 'iu');
