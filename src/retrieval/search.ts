/**
 * Words and meaning together: which stretches of which sessions fit a query best.
 *
 * Over a whole library, full text and vectors name the sessions that may speak of it; the chunks of those are then
 * ranked one by one with what stands around them. Vectors of an embedder that knows meanings always count; those of the
 * built-in one only for words that nobody used, which may be misspelt: where all words are known, it only adds noise.
 */
import { isDeepStrictEqual } from 'node:util';
import type { VectorIndex } from '../../embeddings/vector-index.ts';
import type { Library } from '../library/library.ts';
import { compare } from './compare.ts';
import { fuse } from './fuse.ts';
import { otherWords } from './other-words.ts';
import { namesIn, rankPassages, weighTerms, type AskedTerm, type Rankable } from './rank.ts';
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
  library: Library;
  /** A session made ready, with the ids of its chunks in order; kept between searches. */
  ready: (session: string) => { rankable: Rankable; chunks: number[] };
  /** The query as a vector and the index to look it up in, where there is an embedder. */
  meaning: Meaning | null;
}

export interface Meaning {
  vector: Float32Array;
  index: VectorIndex;
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
export function searchStretches(query: string, searched: Searched, restriction: Restriction = {}): Found[] {
  const { asked, ranked } = rankSessions(query, searched, restriction);
  const found = ranked
    .flatMap(({ session, chunks, rankable, stretches, best: top, worth }) =>
      stretches.map(({ first, last, best, score }, behind) => ({
        session,
        chunks: chunks.slice(first, last + 1),
        score: worth + score - top - (ranked.length > 1 ? furtherBehind * behind : 0),
        best,
        rankable,
        fit: score,
      })),
    )
    .toSorted((one, other) => other.score - one.score);
  const [first] = found;
  const chance = first ? chanceOf(first.best, first.fit, asked, first.rankable) : 0;
  return found.map(({ session, chunks, score }) => ({
    session,
    chunks,
    score: chance * Math.exp(score - first!.score),
  }));
}

/** Sessions that speak of a query, most likely first; only of `sessions` where given. Without `ready` by full text and vectors alone, which takes less time. */
export function searchSessions(
  query: string,
  { ready, ...searched }: Omit<Searched, 'ready'> & Partial<Pick<Searched, 'ready'>>,
  sessions?: string[],
): string[] {
  if (!ready) return candidates(askedOf(query, searched.library), searched, sessions).map(({ session }) => session);
  const { asked, ranked } = rankSessions(query, { ...searched, ready }, { sessions });
  const first = ranked.toSorted((one, other) => other.worth - one.worth).map(({ session }) => session);
  return [...new Set([...first, ...candidates(asked, searched, sessions).map(({ session }) => session)])];
}

/** The sessions that may speak of a query, opened and compared, in no order. */
function rankSessions(query: string, searched: Searched, { sessions, speakers }: Restriction) {
  const { library, ready, meaning } = searched;
  const open = (asked: AskedTerm[]) =>
    (sessions && sessions.length <= mostSessions
      ? sessions.map((session) => ({ session, fullText: 0 }))
      : candidates(asked, searched, sessions).slice(0, mostSessions)
    ).map(({ session, fullText }) => ({ session, fullText, ...ready(session), named: speakers?.get(session) }));
  let asked = askedOf(query, library);
  let opened = open(asked);
  const names = new Set(opened.flatMap(({ rankable }) => [...namesIn(rankable)]));
  // Vectors have named sessions that may have a misspelt word; how these write it tells what to look for.
  const spelled = spelledAs(
    query,
    opened.map(({ rankable }) => rankable.postings.keys()),
    (term) => library.documentFrequency(term) > 0 || names.has(term),
  );
  const anew = askedOf(
    spelled,
    library,
    opened.map(({ rankable }) => rankable),
  );
  if (!isDeepStrictEqual(anew, asked)) {
    asked = anew;
    opened = open(asked);
  }
  const like = likeness(
    opened.flatMap(({ chunks }) => chunks),
    meaning,
    unknownShare(
      asked.filter(({ term }) => !names.has(term)),
      library,
    ),
  );
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
  return { asked, ranked: ranked.map((each, at) => ({ ...each, worth: worth[at]! })) };
}

/** A session is worth its best chunks, the very best most: a long one has many middling chunks for any query. */
export function candidates(
  asked: AskedTerm[],
  { library, meaning }: Omit<Searched, 'ready'>,
  sessions?: string[],
): { session: string; fullText: number }[] {
  const most = Math.max(...asked.map(({ weight }) => weight));
  const telling = asked
    .filter(({ weight }) => weight >= leastWeight * most)
    .flatMap(({ term, also = [] }) => [term, ...also.flatMap((other) => other.split(' '))]);
  const scores = new Map<string, number[]>();
  for (const { session, score } of library.searchWords(tellingTerms(telling, library), mostCandidates, sessions)) {
    const known = scores.get(session);
    if (known) known.push(score);
    else scores.set(session, [score]);
  }
  const fullText = (session: string) => {
    const best = (scores.get(session) ?? [0]).slice(0, 5);
    return (best[0]! + best.reduce((sum, score) => sum + score, 0) / 5) / 2;
  };
  const byWords = [...scores.keys()].toSorted((one, other) => fullText(other) - fullText(one));
  const counts =
    meaning === null
      ? 0
      : meaning.counts +
        unknownShare(
          asked.map(({ term }) => ({ term, weight: 1 })),
          library,
        );
  if (meaning === null || counts === 0) return byWords.map((session) => ({ session, fullText: fullText(session) }));
  const allowed = sessions && new Set(sessions.flatMap((id) => library.chunks(id).map((chunk) => chunk.id)));
  const byMeaning = new Set(
    meaning.index.search(meaning.vector, mostCandidates, allowed).flatMap(({ id }) => library.chunk(id)?.session ?? []),
  );
  return fuse([
    { ids: byWords, counts: 1 },
    { ids: [...byMeaning], counts },
  ]).map(({ id }) => ({ session: id, fullText: fullText(id) }));
}

function askedOf(query: string, library: Library, sessions: Rankable[] = []): AskedTerm[] {
  const others = otherWords(query, (term) => library.documentFrequency(term) > 0, sessions);
  return weighTerms(query, {
    documentFrequency: (term) => library.documentFrequency(term),
    chunkCount: library.chunkCount(),
  }).map(({ term, weight }) => ({ term, weight, also: others.get(term) ?? [] }));
}

/** What the likeness of vectors adds to the score of each chunk; null where it says nothing. */
function likeness(chunks: number[], meaning: Meaning | null, unknown: number): Map<number, number> | null {
  const counts = meaning === null ? 0 : meaning.counts + countsForUnknown * unknown;
  if (meaning === null || counts === 0 || chunks.length === 0) return null;
  const near = meaning.index.search(meaning.vector, chunks.length, new Set(chunks));
  const average = near.reduce((sum, { similarity }) => sum + similarity, 0) / near.length;
  const spread =
    Math.sqrt(near.reduce((sum, { similarity }) => sum + (similarity - average) ** 2, 0) / near.length) || 1;
  return new Map(near.map(({ id, similarity }) => [id, (counts * (similarity - average)) / spread]));
}

/** Share of the query's weight in words that stand nowhere in the library. */
function unknownShare(asked: AskedTerm[], { documentFrequency }: Pick<Library, 'documentFrequency'>): number {
  const weigh = (terms: AskedTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0);
  const total = weigh(asked);
  return total === 0 ? 0 : weigh(asked.filter(({ term }) => documentFrequency(term) === 0)) / total;
}

/**
 * The terms worth looking up, each once and the rarest first: full text scores every chunk that has any of them, so that
 * of a large library the common ones are left out once the others and they would together have more chunks than can be
 * scored in the time of a blink, and of a long text all but the rarest.
 */
export function tellingTerms(
  terms: string[],
  { documentFrequency, chunkCount }: Pick<Library, 'documentFrequency' | 'chunkCount'>,
): string[] {
  const each = [...new Set(terms)];
  if (each.length <= mostTerms && chunkCount() <= mostScored) return each;
  const byRarity = each
    .slice(0, mostLookedUp)
    .map((term) => ({ term, chunks: documentFrequency(term) }))
    .filter((known) => known.chunks > 0)
    .toSorted((one, other) => one.chunks - other.chunks)
    .slice(0, mostTerms);
  let scored = 0;
  return byRarity
    .filter(({ chunks }, rank) => (scored += chunks) <= mostScored || rank < leastTerms || chunkCount() <= mostScored)
    .map(({ term }) => term);
}

const mostTerms = 32;
const leastTerms = 2;
const mostLookedUp = 1000;
/** In chunks. */
const mostScored = 20_000;
