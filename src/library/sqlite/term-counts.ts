/**
 * In how many chunks terms stand. The full text goes through all places of a term to count it, and a long session has
 * some thousand terms; so what was counted is kept from one moment of the library to the next, but for the terms of the
 * chunks that came or went.
 */
import { countsOf } from '../asked-once.ts';
import type { TermCounts } from '../library.ts';
import type { Connection } from './connection.ts';
import { isOneToken } from './full-text.ts';
import { sentenceRows } from './sentence-rows.ts';

/** What was counted at one moment, told by its chunks: their ids, which only rise, are never used again. */
interface Counted {
  chunkCount: number;
  lastChunk: number;
  chunksOf: Map<string, number>;
  /** The terms of chunks that came lately, and more: when they go, their terms are counted anew. */
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
  return { chunkCount, lastChunk, chunksOf: new Map(), lately: new Map() };
}

/** Takes what was counted along. Somebody may still read the moment before, and counts for itself what it does not know. */
function goneOn(
  before: Counted | null,
  from: Connection,
  { chunkCount, lastChunk }: Pick<Counted, 'chunkCount' | 'lastChunk'>,
): Counted {
  const anew = countedAnew(chunkCount, lastChunk);
  if (!before || before.chunksOf.size > mostCounted) return anew;
  const came = from.all<{ id: number; session: number }>(
    'SELECT id, session FROM chunks WHERE id > ? ORDER BY id LIMIT ?',
    before.lastChunk,
    mostChanged + 1,
  );
  if (came.length > mostChanged) return anew;
  const lately = new Map(before.lately);
  const stay = from.arrays<[number]>(
    'SELECT id FROM chunks WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...lately.keys()]),
  );
  const there = new Set(stay.map(([id]) => id));
  const changed = new Set<string>();
  let went = 0;
  for (const [id, terms] of before.lately) {
    if (there.has(id)) continue;
    went += 1;
    lately.delete(id);
    for (const term of terms) changed.add(term);
  }
  // Others went too, and nobody knows their terms.
  if (before.chunkCount + came.length - went !== chunkCount) return anew;
  for (const [session, chunks] of Map.groupBy(came, (each) => each.session)) {
    const terms = termsOf(from, session);
    if (terms === null) return anew;
    for (const { id } of chunks) lately.set(id, terms);
    for (const term of terms) changed.add(term);
  }
  while (lately.size > mostLately) lately.delete(lately.keys().next().value!);
  const { chunksOf } = before;
  before.chunksOf = anew.chunksOf;
  for (const term of changed) chunksOf.delete(term);
  return { ...anew, lately, chunksOf };
}

/** All terms of a session; null where the full text may have others. */
function termsOf(from: Connection, session: number): ReadonlySet<string> | null {
  const terms = new Set<string>();
  for (const [, sentences] of sentenceRows(from, session))
    for (const { line } of sentences)
      for (const term of line.split(/[ \t]/)) {
        if (!isOneToken.test(term) && term !== '') return null;
        terms.add(term);
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
    const unread = written(fresh).filter((term) => !chunksOf.has(term));
    if (unread.length > 0) {
      const rows = from.arrays<[string, number]>(
        'SELECT term, doc FROM vocabulary WHERE term IN (SELECT value FROM json_each(?))',
        JSON.stringify(unread),
      );
      for (const term of unread) chunksOf.set(term, 0);
      for (const [term, chunks] of rows) chunksOf.set(term, chunks);
    }
    for (const term of fresh) {
      const sum = written([term]).reduce((chunks, each) => chunks + (chunksOf.get(each) ?? 0), 0);
      known.set(term, Math.min(chunkCount, sum));
    }
    return countsOf(known, chunkCount);
  };
}
