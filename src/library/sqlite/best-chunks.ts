/**
 * The chunks that some terms stand in, best first by BM25 as FTS5 reckons it.
 *
 * Its own function reads a row of the full text's table of lengths for each chunk that it scores, which is most of its
 * time. Here the lengths of all chunks are held, four bytes each, and the full text only says where terms stand.
 */
import { bestOf, type Rated } from '../../words/best-of.ts';
import type { Connection } from './connection.ts';

/** How many terms chunks have, by their ids, which no other chunk ever has: connections to one library read each once. */
export interface ChunkLengths {
  /** As the connection sees them; 0 where there is none. */
  of(from: Connection): (chunk: number) => number;
  clear(): void;
}

/** The `limit` best of all chunks, or of those `among`; equals by id. */
export function bestChunks(
  from: Connection,
  lengths: ChunkLengths,
  terms: string[],
  limit: number,
  among?: ReadonlySet<number>,
): Rated[] {
  const places = terms.map((term) => placesIn(from, term));
  if (terms.some((term, at) => places[at]!.length === 0 && !isOneToken.test(term)))
    return bestByFullText(from, terms, limit, among);
  const { chunks, average } = sizeOf(from);
  const lengthOf = lengths.of(from);
  let found: Scores = { chunks: [], scores: [] };
  for (const each of places) {
    const scored: Scores = { chunks: [], scores: [] };
    const rarity = rarityOf(differentIn(each), chunks);
    for (let at = 0; at < each.length;) {
      const chunk = each[at]!;
      let times = 0;
      for (; each[at] === chunk; at += 1) times += 1;
      const isLong = saturation * (1 - lengthCounts + (lengthCounts * lengthOf(chunk)) / average);
      scored.chunks.push(chunk);
      scored.scores.push(rarity * ((times * (saturation + 1)) / (times + isLong)));
    }
    found = added(found, scored);
  }
  const best = bestOf(limit);
  for (const [at, chunk] of found.chunks.entries())
    if (among?.has(chunk) !== false) best.offer(chunk, found.scores[at]!);
  return best.list;
}

/** Chunks by their ids, rising, and the score of each. */
interface Scores {
  chunks: number[];
  scores: number[];
}

/** Both, and of chunks that are in both the sum. */
function added(ones: Scores, others: Scores): Scores {
  if (ones.chunks.length === 0) return others;
  const sum: Scores = { chunks: [], scores: [] };
  const [end, otherEnd] = [ones.chunks.length, others.chunks.length];
  for (let [at, other] = [0, 0]; at < end || other < otherEnd;) {
    const [chunk, theirs] = [ones.chunks[at] ?? Infinity, others.chunks[other] ?? Infinity];
    sum.chunks.push(Math.min(chunk, theirs));
    if (chunk === theirs) sum.scores.push(ones.scores[at++]! + others.scores[other++]!);
    else sum.scores.push(chunk < theirs ? ones.scores[at++]! : others.scores[other++]!);
  }
  return sum;
}

/** The numbers of FTS5 (https://sqlite.org/fts5.html#the_bm25_function). */
const saturation = 1.2;
const lengthCounts = 0.75;
const leastRarity = 1e-6;

function rarityOf(having: number, chunks: number): number {
  const rarity = Math.log((chunks - having + 0.5) / (having + 0.5));
  return rarity <= 0 ? leastRarity : rarity;
}

/** What FTS5 takes for one token, and as it is written. */
const isOneToken = /^[a-z\d]+$/;

/** The chunks a term stands in, rising, each as often as it does. As one text they take half the time of rows. */
function placesIn({ one }: Connection, term: string): number[] {
  const found = one<{ chunks: string | null }>(
    'SELECT group_concat(doc) AS chunks FROM temp.places_of_terms WHERE term = ?',
    term,
  );
  return found?.chunks ? (JSON.parse(`[${found.chunks}]`) as number[]) : [];
}

function differentIn(rising: number[]): number {
  let different = 0;
  for (let at = 0; at < rising.length; at += 1) if (rising[at] !== rising[at - 1]) different += 1;
  return different;
}

/** Of a term that FTS5 may take for several. */
function bestByFullText({ arrays }: Connection, terms: string[], limit: number, among?: ReadonlySet<number>): Rated[] {
  const anyTerm = terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
  return arrays<[id: number, score: number]>(
    `SELECT rowid AS id, -bm25(words) AS score FROM words
    WHERE words MATCH ? ${among ? 'AND rowid IN (SELECT value FROM json_each(?))' : ''}
    ORDER BY score DESC, rowid LIMIT ?`,
    anyTerm,
    ...(among ? [JSON.stringify([...among])] : []),
    limit,
  ).map(([id, score]) => ({ id, score }));
}

/** How many chunks the full text counts, and how many terms they have on average (https://sqlite.org/fts5.html#the_data_table). */
function sizeOf({ one }: Connection): { chunks: number; average: number } {
  const counted = one<{ block: Uint8Array }>('SELECT block FROM words_data WHERE id = 1');
  const [chunks = 0, terms = 0] = counted ? [...numbersIn(counted.block)] : [];
  return { chunks, average: terms / chunks };
}

export function chunkLengths(): ChunkLengths {
  let held = new Uint32Array();
  /** Those up to this id are held. */
  let last = -1;

  function readNew({ one }: Connection) {
    const after = one<{ ids: string | null; sizes: string | null }>(
      `SELECT json_group_array(id) AS ids, group_concat(hex(sz), '') AS sizes
      FROM (SELECT id, sz FROM words_docsize WHERE id > ? ORDER BY id)`,
      last,
    )!;
    const ids = JSON.parse(after.ids ?? '[]') as number[];
    if (ids.length === 0) return;
    last = ids.at(-1)!;
    if (held.length <= last) {
      const longer = new Uint32Array(Math.ceil((last + 1) * 1.25));
      longer.set(held);
      held = longer;
    }
    let at = 0;
    for (const size of numbersIn(Buffer.from(after.sizes!, 'hex'))) held[ids[at++]!] = size;
  }

  return {
    of(from) {
      const newest = from.one<{ id: number | null }>('SELECT max(id) AS id FROM words_docsize')?.id ?? -1;
      if (newest > last) readNew(from);
      return (chunk) => {
        const length = held[chunk] ?? 0;
        if (length > 0) return length;
        // One that another connection saw no more when it read them.
        const size = from.one<{ sz: Uint8Array }>('SELECT sz FROM words_docsize WHERE id = ?', chunk)?.sz;
        return size ? [...numbersIn(size)][0]! : 0;
      };
    },
    clear() {
      [held, last] = [new Uint32Array(), -1];
    },
  };
}

/** Whole numbers one after the other, seven bits of each in a byte, the highest first. */
function* numbersIn(bytes: Uint8Array): Iterable<number> {
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    yield number;
    number = 0;
  }
}
