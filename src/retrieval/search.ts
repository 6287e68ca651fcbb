/**
 * Words and meaning together: which stretches of which sessions fit a query best.
 *
 * Over a whole library, full text and vectors name the sessions that may speak of it; the chunks of those are then
 * ranked one by one with what stands around them. Vectors of an embedder that knows meanings always count; those of the
 * built-in one only for words that nobody used, which may be misspelt: where all words are known, it only adds noise.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LibraryReader, TermCounts } from '../library/library.ts';
import { compoundsIn } from '../words/compounds.ts';
import { termsOf } from '../words/terms.ts';
import { compare } from './compare.ts';
import { fuse } from './fuse.ts';
import { joinAdjoining } from './one-place.ts';
import { acronymsAsked, otherWords } from './other-words.ts';
import { namesIn, placesOf, rankPassages, termsAsked, weighTerms, type AskedTerm, type Rankable } from './rank.ts';
import { spelledAs } from './spelling.ts';
import { chanceOf, stretchesOf } from './stretches.ts';

/** Chunks of a session that follow each other. */
export interface Found {
  session: string;
  /** Their ids, in order; never empty. */
  chunks: number[];
  /** The chance that it speaks of the query for the first, 0 to 1; for the others how much less likely they are. */
  score: number;
}

/** What a search is made on. */
export interface Searched {
  library: LibraryReader;
  /** Sessions made ready, with the ids of their chunks in order; kept between searches. */
  ready: (sessions: string[]) => Promise<Ready[]>;
  /** The query as a vector, where there is an embedder. */
  meaning: Meaning | null;
}

export interface Ready {
  rankable: Rankable;
  chunks: number[];
}

export interface Meaning {
  vector: Float32Array;
  /** What it counts beside the words where the library has every word of the query. */
  counts: number;
}

/** Chunks taken from full text and from vectors to name the sessions worth ranking. */
const mostCandidates = 200;
/** Sessions ranked chunk by chunk. */
export const mostSessions = 12;
/** Terms that weigh less than this share of the weightiest frame the question and are not looked up. */
const leastWeight = 0.1;
/** What meaning counts for a query whose every word is unknown. */
const countsForUnknown = 2;
/** By how much each further stretch of a session stands back, so that other sessions are seen too. */
const furtherBehind = 1;

export interface Restriction {
  /** The only sessions searched. */
  sessions?: string[] | undefined;
  /** Of a session, the only speakers whose stretches are given. */
  speakers?: Map<string, Set<string>> | undefined;
}

/** Best stretches for a query, best first. */
export async function searchStretches(
  query: string,
  searched: Searched,
  restriction: Restriction = {},
): Promise<Found[]> {
  const { asked, ranked } = await rankSessions(query, searched, restriction);
  const compound = compoundOf(query);
  const found = ranked
    .flatMap(({ session, chunks, rankable, stretches, best: top, worth }) =>
      stretches.map(({ first, last, best, score: fit }, behind) => ({
        session,
        first,
        last,
        words: wordsIn(rankable, first, last),
        score:
          worth +
          fit -
          top -
          (ranked.length > 1 ? furtherBehind * behind : 0) +
          (compound !== null && hasCompound(compound, rankable, first, last) ? forCompound : 0),
        best,
        fit,
        chunks,
        rankable,
      })),
    )
    .toSorted((one, other) => other.score - one.score);
  const [first] = found;
  const chance = first ? chanceOf(first.best, first.fit, asked, first.rankable) : 0;
  return joinAdjoining(found).map(({ session, chunks, first: from, last, score }) => ({
    session,
    chunks: chunks.slice(from, last + 1),
    score: chance * Math.exp(score - first!.score),
  }));
}

/** How much it counts that the few words of a query stand together, as "harbour dues" do. */
const forCompound = 3;

/** The terms of a query that is nothing but words which belong together; null of any other. */
function compoundOf(query: string): string | null {
  const terms = termsOf(query);
  const [compound, ...others] = compoundsIn(query);
  return others.length === 0 && terms.length <= mostOfCompound && compound?.length === terms.length
    ? compound.join(' ')
    : null;
}

const mostOfCompound = 3;

function hasCompound(compound: string, rankable: Rankable, first: number, last: number): boolean {
  return placesOf(compound, rankable).some((place) => {
    const passage = rankable.passageAt[place]!;
    return first <= passage && passage <= last;
  });
}

function wordsIn({ passages }: Rankable, first: number, last: number): number {
  return passages.slice(first, last + 1).reduce((sum, { words }) => sum + words, 0);
}

/**
 * Sessions that speak of a query, most likely first; only of `sessions` where given. Without `ready` by full text and
 * vectors alone, which takes less time.
 */
export async function searchSessions(
  query: string,
  { ready, ...searched }: Omit<Searched, 'ready'> & Partial<Pick<Searched, 'ready'>>,
  sessions?: string[],
): Promise<string[]> {
  if (!ready) {
    const found = await candidates(await askedOf(query, searched.library), searched, sessions);
    return found.map(({ session }) => session);
  }
  const { counted, ranked } = await rankSessions(query, { ...searched, ready }, { sessions });
  const first = ranked.toSorted((one, other) => other.worth - one.worth).map(({ session }) => session);
  const further = await candidates(counted, searched, sessions);
  return [...new Set([...first, ...further.map(({ session }) => session)])];
}

/** The terms of a query, and what the library knows of them. */
export interface Counted {
  asked: AskedTerm[];
  counts: TermCounts;
}

/** The sessions that may speak of a query, opened and compared, in no order. */
async function rankSessions(query: string, searched: Searched, { sessions, speakers }: Restriction) {
  const { library, ready, meaning } = searched;
  const open = async (counted: Counted) => {
    const meant =
      sessions && sessions.length <= mostSessions
        ? sessions.map((session) => ({ session, fullText: 0 }))
        : (await candidates(counted, searched, sessions)).slice(0, mostSessions);
    const made = await ready(meant.map(({ session }) => session));
    return meant.map((each, at) => ({ ...each, ...made[at]!, named: speakers?.get(each.session) }));
  };
  let counted = await askedOf(query, library);
  let opened = await open(counted);
  const { counts } = counted;
  const names = new Set(opened.flatMap(({ rankable }) => [...namesIn(rankable)]));
  // Vectors have named sessions that may have a misspelt word; how these write it tells what to look for.
  const spelled = spelledAs(
    query,
    opened.map(({ rankable }) => rankable.postings.keys()),
    (term) => counts.documentFrequency(term) > 0 || names.has(term),
  );
  const rankables = opened.map(({ rankable }) => rankable);
  const anew = await askedOf(spelled, library, rankables);
  if (!isDeepStrictEqual(anew.asked, counted.asked)) {
    counted = anew;
    opened = await open(counted);
  }
  const { asked } = counted;
  const unknown = unknownShare(
    asked.filter(({ term }) => !names.has(term)),
    counted.counts,
  );
  const allChunks = opened.flatMap(({ chunks }) => chunks);
  const like = await likeness(allChunks, library, meaning, unknown);
  const ranked = opened.map(({ rankable, chunks, named, ...session }) => {
    const scores = rankPassages(asked, rankable, named && { named }).map(
      (score, at) => score + (like?.get(chunks[at]!) ?? 0),
    );
    const spoken = (passage: number) =>
      !named || [...named].some((name) => (rankable.speakers.get(name)?.words[passage] ?? 0) > 0);
    const stretches = stretchesOf(scores, rankable, speakers && spoken);
    return { ...session, rankable, chunks, stretches, best: stretches[0]?.score ?? 0 };
  });
  const worth = compare(spelled, asked, ranked);
  return { asked, counted, ranked: ranked.map((each, at) => ({ ...each, worth: worth[at]! })) };
}

/** A session is worth its best chunks, the very best most: a long one has many middling chunks for any query. */
export async function candidates(
  { asked, counts }: Counted,
  { library, meaning }: Omit<Searched, 'ready'>,
  sessions?: string[],
  mostChunks = mostCandidates,
): Promise<{ session: string; fullText: number }[]> {
  const most = Math.max(...asked.map(({ weight }) => weight));
  const telling = asked
    .filter(({ weight }) => weight >= leastWeight * most)
    .flatMap(({ term, also = [] }) => [term, ...also.flatMap((other) => other.split(' '))]);
  const looked = tellingTerms(telling, await library.counts(telling));
  const scores = new Map<string, number[]>();
  for (const { session, score } of await library.searchWords(looked, mostChunks, sessions)) {
    const known = scores.get(session);
    if (known) known.push(score);
    else scores.set(session, [score]);
  }
  const fullText = (session: string) => {
    const best = (scores.get(session) ?? [0]).slice(0, 5);
    return (best[0]! + best.reduce((sum, score) => sum + score, 0) / 5) / 2;
  };
  const byWords = [...scores.keys()].toSorted((one, other) => fullText(other) - fullText(one));
  const evenly = asked.map(({ term }) => ({ term, weight: 1 }));
  const weight = meaning === null ? 0 : meaning.counts + unknownShare(evenly, counts);
  if (meaning === null || weight === 0) return byWords.map((session) => ({ session, fullText: fullText(session) }));
  const near = await library.searchVectors(meaning.vector, mostCandidates, sessions && { sessions });
  const byMeaning = new Set(near.map(({ session }) => session));
  return fuse([
    { ids: byWords, counts: 1 },
    { ids: [...byMeaning], counts: weight },
  ]).map(({ id }) => ({ session: id, fullText: fullText(id) }));
}

async function askedOf(query: string, library: LibraryReader, sessions: Rankable[] = []): Promise<Counted> {
  const counts = await library.counts([...termsAsked(query), ...acronymsAsked(query)]);
  const others = otherWords(query, (acronym) => counts.documentFrequency(acronym) > 0, sessions);
  const asked = weighTerms(query, counts).map(({ term, weight }) => ({ term, weight, also: others.get(term) ?? [] }));
  return { asked, counts };
}

/** What the likeness of vectors adds to the score of each chunk; null where it says nothing. */
async function likeness(
  chunks: number[],
  library: LibraryReader,
  meaning: Meaning | null,
  unknown: number,
): Promise<Map<number, number> | null> {
  const counts = meaning === null ? 0 : meaning.counts + countsForUnknown * unknown;
  if (meaning === null || counts === 0 || chunks.length === 0) return null;
  const near = await library.searchVectors(meaning.vector, chunks.length, { chunks });
  const average = near.reduce((sum, { similarity }) => sum + similarity, 0) / near.length;
  const squares = near.reduce((sum, { similarity }) => sum + (similarity - average) ** 2, 0);
  const spread = Math.sqrt(squares / near.length) || 1;
  return new Map(near.map(({ id, similarity }) => [id, (counts * (similarity - average)) / spread]));
}

/** Share of the query's weight in words that stand nowhere in the library. */
function unknownShare(asked: AskedTerm[], { documentFrequency }: TermCounts): number {
  const weigh = (terms: AskedTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0);
  const total = weigh(asked);
  return total === 0 ? 0 : weigh(asked.filter(({ term }) => documentFrequency(term) === 0)) / total;
}

/**
 * The terms worth looking up, each once and the rarest first: full text scores every chunk that has any of them, so that
 * of a large library the common ones are left out once the others and they would together have more chunks than can be
 * scored in the time of a blink, and of a long text all but the rarest.
 */
export function tellingTerms(terms: string[], { documentFrequency, chunkCount }: TermCounts): string[] {
  const each = [...new Set(terms)];
  if (each.length <= mostTerms && chunkCount <= mostScored) return each;
  const byRarity = each
    .slice(0, mostLookedUp)
    .map((term) => ({ term, chunks: documentFrequency(term) }))
    .filter((known) => known.chunks > 0)
    .toSorted((one, other) => one.chunks - other.chunks)
    .slice(0, mostTerms);
  let scored = 0;
  return byRarity
    .filter(({ chunks }, rank) => (scored += chunks) <= mostScored || rank < leastTerms || chunkCount <= mostScored)
    .map(({ term }) => term);
}

const mostTerms = 32;
const leastTerms = 2;
const mostLookedUp = 1000;
/** In chunks. */
const mostScored = 20_000;
