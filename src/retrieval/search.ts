/**
 * Words and meaning together: which chunks fit a query best.
 *
 * Over a whole library, full text and vectors name the sessions that may speak of it; the chunks of those are then
 * ranked one by one with what stands around them. Meaning counts for what the words of the query lack: much where they
 * are misspelt or nobody used them, little where the sessions have them all.
 */
import type { VectorIndex } from '../../embeddings/vector-index.ts';
import type { Library } from '../library.ts';
import { fuse } from './fuse.ts';
import { rankPassages, weighTerms, type AskedTerm, type Rankable } from './rank.ts';
import { termsOf } from './terms.ts';

export interface Found {
  chunk: number;
  session: string;
  score: number;
}

/** What a search is made on. */
export interface Searched {
  library: Library;
  /** A session made ready, with the ids of its chunks in order; kept between searches. */
  ready: (session: string) => { rankable: Rankable; chunks: number[] };
  /** The query as a vector and the index to look it up in, where there is an embedder. */
  meaning: { vector: Float32Array; index: VectorIndex } | null;
}

/** Chunks taken from full text and from vectors to name the sessions worth ranking. */
const mostCandidates = 200;
/** Sessions ranked chunk by chunk. */
const mostSessions = 12;
/** What meaning counts beside the words where the sessions have every word of the query. */
const leastMeaning = 0.1;

/** Best chunks for a query, best first; only of `sessions` where given. */
export function searchChunks(query: string, searched: Searched, sessions?: string[]): Found[] {
  const { library, ready } = searched;
  const asked = weighTerms(query, { documentFrequency: (term) => library.documentFrequency(term), chunkCount: library.chunkCount() });
  const near = nearest(searched, sessions);
  const among = sessions && sessions.length <= mostSessions ? sessions : sessionsOf(query, near, library, sessions).slice(0, mostSessions);
  const ranked = among.flatMap((session) => {
    const { rankable, chunks } = ready(session);
    const scores = rankPassages(asked, rankable);
    return chunks.map((chunk, at): Found => ({ chunk, session, score: scores[at]! }));
  }).toSorted((one, other) => other.score - one.score);
  const lacking = 1 - shareKnown(asked, among, ready);
  const byId = new Map(ranked.map((found) => [found.chunk, found]));
  return fuse([
    { ids: ranked.map(({ chunk }) => chunk), counts: 1 - lacking },
    { ids: near.filter((id) => byId.has(id)), counts: leastMeaning + lacking },
  ]).map(({ id, score }) => ({ ...byId.get(id)!, score }));
}

/** Sessions that speak of a query, the one with the best chunk first; only of `sessions` where given. */
export function searchSessions(query: string, searched: Omit<Searched, 'ready'>, sessions?: string[]): string[] {
  return sessionsOf(query, nearest(searched, sessions), searched.library, sessions);
}

function nearest({ library, meaning }: Omit<Searched, 'ready'>, sessions?: string[]): number[] {
  if (!meaning) return [];
  const allowed = sessions && new Set(sessions.flatMap((id) => library.chunks(id).map((chunk) => chunk.id)));
  return meaning.index.search(meaning.vector, mostCandidates, allowed).map(({ id }) => id);
}

/** A session is worth its best chunk: a long one has many middling chunks for any query. */
function sessionsOf(query: string, near: number[], library: Library, sessions?: string[]): string[] {
  const byWords = library.searchWords(tellingTerms(termsOf(query), library), mostCandidates, sessions);
  const sessionOf = new Map(byWords.map(({ id, session }) => [id, session]));
  const best = fuse([{ ids: byWords.map((found) => found.id), counts: 1 }, { ids: near, counts: 0.5 }]);
  return [...new Set(best.flatMap(({ id }) => sessionOf.get(id) ?? library.chunk(id)?.session ?? []))];
}

/**
 * The terms worth looking up, each once: full text scores every chunk that has any of them, so that of a large library
 * those which stand in more than a fifth of the chunks are left out as long as two others remain, and of a long text all
 * but the rarest.
 */
export function tellingTerms(terms: string[], { documentFrequency, chunkCount }: Pick<Library, 'documentFrequency' | 'chunkCount'>): string[] {
  const each = [...new Set(terms)];
  const chunks = chunkCount();
  if (each.length <= mostTerms && chunks < manyChunks) return each;
  const byRarity = each.slice(0, mostLookedUp).map((term) => ({ term, chunks: documentFrequency(term) })).filter((known) => known.chunks > 0)
    .toSorted((one, other) => one.chunks - other.chunks);
  return byRarity.filter((known, rank) => rank < 2 || known.chunks <= chunks * commonShare || chunks < manyChunks).slice(0, mostTerms).map(({ term }) => term);
}

const mostTerms = 32;
const mostLookedUp = 1000;
/** Fewer can all be scored in the time of a blink. */
const manyChunks = 20_000;
const commonShare = 0.2;

/** Share of the query's weight that stands in any of the sessions. */
function shareKnown(asked: AskedTerm[], sessions: string[], ready: Searched['ready']): number {
  const known = (term: string) => sessions.some((session) => ready(session).rankable.postings.has(term));
  const weigh = (terms: AskedTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0);
  const total = weigh(asked);
  return total === 0 ? 0 : weigh(asked.filter(({ term }) => known(term))) / total;
}
