/**
 * In how many chunks terms stand. The full text goes through all places of a term to count it, and a long session has
 * some thousand terms; so what was counted is kept from one moment of the library to the next, and counted up and down by
 * the terms of the chunks that came or went.
 */
import type { Chunk } from '../../words/chunks.ts';
import { indexedTermsOf, type SentenceTerms } from '../../words/sentence-terms.ts';
import { countsOf } from '../asked-once.ts';
import { termsOfLine } from '../blocks.ts';
import type { TermCounts } from '../library.ts';
import type { Connection } from './connection.ts';
import { isOneToken } from './full-text.ts';
import { sentenceRows } from './sentence-rows.ts';

/** What was counted at one moment, told by its chunks: their ids, which only rise, are never used again. */
interface Counted {
  chunkCount: number;
  lastChunk: number;
  chunksOf: Map<string, number>;
  /** All terms are in it: others stand nowhere. */
  isWhole: boolean;
  /** How many terms were looked up one by one. */
  lookedUp: number;
  /** The terms of chunks that came lately: when they go, there are fewer of these. */
  lately: Map<number, ReadonlySet<string>>;
}

/** Connections to one library count each term once. */
export interface KeptCounts {
  at(from: Connection): Counted;
  clear(): void;
}

export function keptCounts(): KeptCounts {
  let latest: Counted | null = null;
  return {
    at(from) {
      const { chunkCount, lastChunk } = from.one<Pick<Counted, 'chunkCount' | 'lastChunk'>>(
        'SELECT count(*) AS chunkCount, coalesce(max(id), 0) AS lastChunk FROM chunks',
      )!;
      const isSame = latest?.chunkCount === chunkCount && latest.lastChunk === lastChunk;
      // One that still reads an earlier moment counts for itself.
      if (latest && lastChunk < latest.lastChunk) return countedAnew(chunkCount, lastChunk);
      if (!latest || !isSame) latest = goneOn(latest, from, { chunkCount, lastChunk });
      return latest;
    },
    clear() {
      latest = null;
    },
  };
}

function countedAnew(chunkCount: number, lastChunk: number): Counted {
  return { chunkCount, lastChunk, chunksOf: new Map(), isWhole: false, lookedUp: 0, lately: new Map() };
}

/** Takes what was counted along. Somebody may still read the moment before, and counts for itself what it does not know. */
function goneOn(
  before: Counted | null,
  from: Connection,
  { chunkCount, lastChunk }: Pick<Counted, 'chunkCount' | 'lastChunk'>,
): Counted {
  const anew = countedAnew(chunkCount, lastChunk);
  if (!before || before.chunksOf.size > mostCounted) return anew;
  const came = from.all<Came>(
    `SELECT id, session, first_turn AS firstTurn, first_sentence AS firstSentence,
      last_turn AS lastTurn, last_sentence AS lastSentence
    FROM chunks WHERE id > ? ORDER BY id LIMIT ?`,
    before.lastChunk,
    mostChanged + 1,
  );
  if (came.length > mostChanged) return anew;
  const stay = from.arrays<[number]>(
    'SELECT id FROM chunks WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...before.lately.keys()]),
  );
  const there = new Set(stay.map(([id]) => id));
  const went = [...before.lately].filter(([id]) => !there.has(id));
  // Others went too, and nobody knows their terms.
  if (before.chunkCount + came.length - went.length !== chunkCount) return anew;
  const added = termsOfChunks(from, came);
  if (added === null) return anew;
  const lately = new Map([...before.lately, ...added]);
  for (const [id] of went) lately.delete(id);
  while (lately.size > mostLately) lately.delete(lately.keys().next().value!);
  const { chunksOf, isWhole, lookedUp } = before;
  Object.assign(before, countedAnew(before.chunkCount, before.lastChunk));
  const change = (terms: ReadonlySet<string>, by: number) => {
    for (const term of terms) {
      const chunks = chunksOf.get(term) ?? (isWhole ? 0 : null);
      if (chunks !== null) chunksOf.set(term, chunks + by);
    }
  };
  for (const [, terms] of went) change(terms, -1);
  for (const terms of added.values()) change(terms, 1);
  return { chunkCount, lastChunk, chunksOf, isWhole, lookedUp, lately };
}

type Came = Omit<Chunk, 'text'> & { id: number; session: number };

/** Those that full text has of each chunk; null where it may have others. */
function termsOfChunks(from: Connection, chunks: Came[]): Map<number, ReadonlySet<string>> | null {
  const terms = new Map<number, ReadonlySet<string>>();
  for (const [session, own] of Map.groupBy(chunks, (chunk) => chunk.session)) {
    const turns: { terms: SentenceTerms }[][] = [];
    for (const [turn, sentences] of sentenceRows(from, session)) {
      const said = sentences.map(({ line }) => termsOfLine(line));
      if (said.includes(undefined)) return null;
      turns[turn] = said.map((each) => ({ terms: each! }));
    }
    for (const chunk of own) {
      const having = new Set(indexedTermsOf(chunk, turns));
      if (![...having].every((term) => isOneToken.test(term))) return null;
      terms.set(chunk.id, having);
    }
  }
  return terms;
}

/** Chunks that may have come since; of more, all is counted anew. */
const mostChanged = 64;
const mostLately = 256;
const mostCounted = 50_000;

/** Counts terms, in all the ways they are `written`. */
export function termCounter(
  from: Connection,
  kept: KeptCounts,
  written: (terms: string[]) => string[],
): (terms: Iterable<string>) => TermCounts {
  let counted: Counted | null = null;
  const known = new Map<string, number>();
  return (terms) => {
    counted ??= kept.at(from);
    const { chunksOf, chunkCount } = counted;
    const fresh = [...new Set(terms)].filter((term) => !known.has(term));
    if (!counted.isWhole) read(from, counted, written(fresh));
    for (const term of fresh) {
      const sum = written([term]).reduce((chunks, each) => chunks + (chunksOf.get(each) ?? 0), 0);
      known.set(term, Math.min(chunkCount, sum));
    }
    return countsOf(known, chunkCount);
  };
}

/** Counts those of some terms that are not counted yet, or all there are where that takes no longer than what was looked up. */
function read(from: Connection, counted: Counted, terms: string[]): void {
  const { chunksOf, chunkCount } = counted;
  const unread = terms.filter((term) => !chunksOf.has(term));
  counted.lookedUp += unread.length;
  if (unread.length > 0 && chunkCount <= counted.lookedUp * chunksPerTerm) {
    const all = from.arrays<[string, number]>('SELECT term, doc FROM vocabulary LIMIT ?', mostCounted);
    for (const [term, chunks] of all) chunksOf.set(term, chunks);
    counted.isWhole = all.length < mostCounted;
    if (counted.isWhole) return;
    // There are too many to hold.
    counted.lookedUp = -Infinity;
  }
  const rows = from.arrays<[string, number]>(
    'SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))',
    JSON.stringify(unread),
  );
  for (const term of unread) chunksOf.set(term, 0);
  for (const [term, chunks] of rows) chunksOf.set(term, chunks);
}

/** Of so many chunks all terms are read in the time that it takes to look up one. */
const chunksPerTerm = 6;
