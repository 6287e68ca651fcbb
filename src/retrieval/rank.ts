/**
 * Which stretches of a session speak of what is asked. A term counts where it stands and, fading, around it, so that
 * the middle of a discussion is found though its words stand at the edges (positional language models, Lv and Zhai,
 * SIGIR 2009). How much a term counts, how far it reaches and what a speaker's name tells was learned from questions
 * with known answers (`tests/bench/train-ranker.ts`), and with it which words only frame a question.
 */
import type { TermCounts } from '../library/library.ts';
import { readFileSync } from 'node:fs';
import type { Chunk } from '../words/chunks.ts';
import type { Session } from '../session.ts';
import { sentenceTermsOf, type IndexedSentence } from '../words/sentence-terms.ts';
import { countWords, termsOf } from '../words/terms.ts';

/** A session made ready for ranking; can be kept for as long as the session is as it was. */
export interface Rankable {
  /** Chunks in the order of the session: where they stand and how long they are, in words. */
  passages: { firstTurn: number; lastTurn: number; words: number; centre: number }[];
  words: number;
  /** Per term, its places in order, counted in terms from the start; one is left free between turns. */
  postings: Map<string, number[]>;
  /** In which passage each of those places is. */
  passageAt: number[];
  /** Per speaker, the terms of the name and how many words of each passage are theirs. */
  speakers: Map<string, { terms: string[]; words: Float64Array }>;
  /** Per scale, what is left of a term's reach from each passage to the next. */
  fading: Float64Array[];
}

/** A term of a question and how much it tells. */
export interface AskedTerm {
  term: string;
  weight: number;
  /** What counts as the term too, as `placesOf` takes it. */
  also?: string[];
}

/** Learned numbers; `ranker-weights.json` holds those in use. */
export interface RankerWeights {
  /** Weight of a term is e to the power of the sum of these, each times what it stands for. */
  term: Record<(typeof traits)[number], number>;
  /** Added in that sum for a term met often in questions: frames of questions are below 0. */
  stems: Record<string, number>;
  /** For each of `scales`. */
  reach: number[];
  /** For what `settingOf` gives, in its order. */
  setting: number[];
  /** For what `traitsOfSessions` gives, in its order. */
  sessions: number[];
  /** Share of the chunks of any kind of meeting that have a common English term. */
  common: Record<string, number>;
  /** Share of the questions on any kind of meeting that have a term. */
  asked: Record<string, number>;
}

/** How far a term reaches, in words, and how much of it fills a place by half. */
const scales = [
  { words: 25, half: 0.7 },
  { words: 250, half: 3 },
  { words: 1000, half: 6 },
];
const traits = ['constant', 'rarity', 'raritySquared', 'asked', 'figure', 'theme', 'speakerName'] as const;

export const learned = JSON.parse(
  readFileSync(new URL('ranker-weights.json', import.meta.url), 'utf8'),
  // "constructor" is a word that people say, and every plain object has it.
  (_, value: unknown) => (isObject(value) ? Object.assign(Object.create(null), value) : value),
) as RankerWeights;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Makes a session ready for ranking; `chunks` are all of its chunks in order, `sentences` those of each turn. */
export function rankable(
  { turns }: Pick<Session, 'turns'>,
  sentences: IndexedSentence[][],
  chunks: Omit<Chunk, 'text'>[],
): Rankable {
  const postings: Rankable['postings'] = new Map();
  const speakers: Rankable['speakers'] = new Map();
  const passageAt: number[] = [];
  let words = 0;
  const passages = chunks.map(({ firstTurn, firstSentence, lastTurn, lastSentence }, passage) => {
    const before = words;
    for (let turn = firstTurn; turn <= lastTurn; turn += 1) {
      const places = sentences[turn]!.slice(
        turn === firstTurn ? firstSentence : 0,
        turn === lastTurn ? lastSentence + 1 : undefined,
      );
      if (places.length === 0) continue;
      const { speaker, text } = turns[turn]!;
      const said = text.slice(places[0]!.start, places.at(-1)!.end);
      const length = countWords(said);
      words += length;
      if (turn > firstTurn || firstSentence === 0) passageAt.push(passage);
      const terms = places.map((place) => place.terms ?? sentenceTermsOf(text.slice(place.start, place.end)));
      const put = (term: string) => {
        const places = postings.get(term);
        if (places) places.push(passageAt.length);
        else postings.set(term, [passageAt.length]);
        passageAt.push(passage);
      };
      for (const { run } of terms) run.forEach(put);
      for (const { acronyms } of terms) acronyms.forEach(put);
      if (speaker === null) continue;
      let known = speakers.get(speaker);
      if (!known)
        speakers.set(
          speaker,
          (known = { terms: [...new Set(termsOf(speaker))], words: new Float64Array(chunks.length) }),
        );
      known.words[passage]! += length;
    }
    return { firstTurn, lastTurn, words: words - before, centre: (before + words) / 2 };
  });
  const fading = scales.map((scale) =>
    Float64Array.from(passages.slice(1), ({ centre }, at) => Math.exp((passages[at]!.centre - centre) / scale.words)),
  );
  return { passages, words, postings, passageAt, speakers, fading };
}

/** The terms of a question, each once, weighed by how rare they are in the library and how questions use them. */
export function weighTerms(question: string, counts: TermCounts, weights = learned): AskedTerm[] {
  return traitsOf(question, counts, weights).map(({ term, values }) => ({
    term,
    weight: weightOf(term, values, weights),
  }));
}

/** The terms that `weighTerms` wants to know the counts of. */
export function termsAsked(question: string): string[] {
  return [...question.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(([word]) => termsOf(word));
}

/**
 * How rare a term is, from 0 where every chunk has it to about 1.3 in a large library: its inverse document frequency.
 * What English in general has is counted in as if it were so many chunks, because one session alone cannot tell a
 * common word from one of its own.
 */
export function rarityOf(
  term: string,
  { documentFrequency, chunkCount }: TermCounts,
  { common }: Pick<RankerWeights, 'common'> = learned,
): number {
  const having = documentFrequency(term) + generalChunks * (common[term] ?? 0);
  return Math.log(1 + (chunkCount + generalChunks - having + 0.5) / (having + 0.5)) / 8;
}

const generalChunks = 10000;

/**
 * How well each passage fits: logarithms, of which only differences count inside one session. Terms a session does not
 * have add nothing, so that the best passages of several sessions can be compared.
 * `named` are the speakers the question is about; where absent, those whose names it holds.
 */
export function rankPassages(
  asked: AskedTerm[],
  session: Rankable,
  { named, weights = learned }: { named?: Set<string>; weights?: RankerWeights } = {},
): Float64Array {
  const scores = new Float64Array(session.passages.length);
  const names = namesIn(session);
  const add = (values: Float64Array, by: number) => {
    for (let at = 0; at < values.length; at += 1) scores[at]! += by * values[at]!;
  };
  for (const { term, weight, also } of asked) {
    // A name is said where someone is spoken to, which is seldom where they speak.
    const counts = weight * (names.has(term) ? Math.exp(weights.term.speakerName) : 1);
    presenceOf(term, session, also)?.forEach((values, scale) => add(values, counts * weights.reach[scale]!));
  }
  settingOf(asked, session, named).forEach((values, which) => add(values, weights.setting[which]!));
  return scores;
}

// What follows is open to the training, which must see the same numbers.

/** What is known of each term of a question before any session is looked at, in the order of `traits`. */
export function traitsOf(
  question: string,
  counts: TermCounts,
  weights: Pick<RankerWeights, 'common' | 'asked'>,
): { term: string; values: number[] }[] {
  // What follows "when discussing …" names the theme, in which the rest is to be looked for.
  const theme = question.search(/\b(?:when|while|during|in the discussion)\b/iu);
  const found = new Map<string, number[]>();
  for (const { 0: word, index } of question.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const term of termsOf(word)) {
      if (found.has(term)) continue;
      const rarity = rarityOf(term, counts, weights);
      found.set(term, [
        1,
        rarity,
        rarity * rarity,
        Math.log(1 + 1000 * (weights.asked[term] ?? 0)) / 6,
        /\d/.test(term) ? 1 : 0,
        theme > 0 && index > theme ? 1 : 0,
        0,
      ]);
    }
  }
  return [...found].map(([term, values]) => ({ term, values }));
}

export function weightOf(term: string, values: number[], { term: weights, stems }: RankerWeights): number {
  const sum = traits.reduce((sum, trait, at) => sum + weights[trait] * values[at]!, stems[term] ?? 0);
  return Math.exp(Math.min(Math.max(sum, -6), 3));
}

/** How much of a term stands in and around each passage, 0 to 1, at each scale; null where the session has none. */
export function presenceOf(term: string, session: Rankable, also: string[] = []): Float64Array[] | null {
  const ways = [term, ...also].map((each) => placesOf(each, session)).filter((places) => places.length > 0);
  if (ways.length === 0) return null;
  // A name has its acronym beside it in the index, and counts once.
  const counts = ways
    .map((places) => {
      const counted = new Float64Array(session.passages.length);
      for (const place of places) counted[session.passageAt[place]!]! += 1;
      return counted;
    })
    .reduce((most, other) => most.map((count, at) => Math.max(count, other[at]!)));
  return scales.map(({ half }, scale) =>
    around(counts, session.fading[scale]!).map((amount) => amount / (amount + half)),
  );
}

/** Places of a term; of several with blanks between, the places where they follow each other. */
export function placesOf(term: string, { postings }: Rankable): number[] {
  if (!term.includes(' ')) return postings.get(term) ?? [];
  const [first, ...others] = term.split(' ').map((each) => postings.get(each) ?? []);
  return others.reduce((places, other, before) => {
    if (places.length === 0 || other.length === 0) return [];
    const there = new Set(other);
    return places.filter((place) => there.has(place + before + 1));
  }, first!);
}

/** Which share of the words in each passage, and around it, the speakers have whom a question names. */
export function settingOf(
  asked: { term: string }[],
  session: Rankable,
  named = namedIn(asked, session),
): Float64Array[] {
  const all = Float64Array.from(session.passages, ({ words }) => words);
  const theirs = new Float64Array(all.length);
  for (const name of named) session.speakers.get(name)?.words.forEach((words, at) => (theirs[at]! += words));
  const share = (part: Float64Array, whole: Float64Array) => part.map((words, at) => words / Math.max(whole[at]!, 1));
  const fading = session.fading[speakerScale]!;
  return [share(theirs, all), share(around(theirs, fading), around(all, fading))];
}

const speakerScale = 1;

export function namesIn(session: Rankable): Set<string> {
  return new Set([...session.speakers.values()].flatMap(({ terms }) => terms));
}

/** Speakers of whose names a question holds the largest part; none where that is less than a third. */
function namedIn(asked: { term: string }[], session: Rankable): Set<string> {
  const terms = new Set(asked.map(({ term }) => term));
  const shares = [...session.speakers].map(([name, speaker]) => ({
    name,
    share: speaker.terms.filter((term) => terms.has(term)).length / Math.max(speaker.terms.length, 1),
  }));
  const most = Math.max(0.33, ...shares.map(({ share }) => share));
  return new Set(shares.filter(({ share }) => share >= most).map(({ name }) => name));
}

/** Sums values with what fades in from both sides, in one pass each way. */
export function around(values: Float64Array, fading: Float64Array): Float64Array {
  const sums = values.slice();
  let carried = 0;
  for (let at = 1; at < values.length; at += 1) {
    carried = (carried + values[at - 1]!) * fading[at - 1]!;
    sums[at]! += carried;
  }
  carried = 0;
  for (let at = values.length - 2; at >= 0; at -= 1) {
    carried = (carried + values[at + 1]!) * fading[at]!;
    sums[at]! += carried;
  }
  return sums;
}
