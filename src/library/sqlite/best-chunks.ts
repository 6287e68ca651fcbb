/**
 * The chunks that some terms stand in, best first by BM25 as FTS5 reckons it.
 *
 * Its own function reads a row of the full text's table of lengths for each chunk that it scores, which is most of its
 * time. Here the lengths of all chunks are held, four bytes each, and the full text only says where terms stand.
 */
import { bestOf, type Rated } from '../../words/best-of.ts';
import type { Connection } from './connection.ts';
import { isOneToken } from './full-text.ts';

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
  let found = noScores;
  for (const each of places) found = added(found, scoresOf(each));
  const best = bestOf(limit);
  for (let at = 0; at < found.chunks.length; at += 1)
    if (among?.has(found.chunks[at]!) !== false) best.offer(found.chunks[at]!, found.scores[at]!);
  return best.list;

  function scoresOf(rising: number[]): Scores {
    const having = differentIn(rising);
    const rarity = rarityOf(having, chunks);
    const scored = { chunks: new Float64Array(having), scores: new Float64Array(having) };
    for (let [at, place] = [0, 0]; at < having; at += 1) {
      const chunk = rising[place]!;
      let times = 0;
      for (; rising[place] === chunk; place += 1) times += 1;
      const isLong = saturation * (1 - lengthCounts + (lengthCounts * lengthOf(chunk)) / average);
      scored.chunks[at] = chunk;
      scored.scores[at] = rarity * ((times * (saturation + 1)) / (times + isLong));
    }
    return scored;
  }
}

/** Chunks by their ids, rising, and the score of each. */
interface Scores {
  chunks: Float64Array;
  scores: Float64Array;
}

const noScores: Scores = { chunks: new Float64Array(), scores: new Float64Array() };

/** Both, and of chunks that are in both the sum. */
function added(ones: Scores, others: Scores): Scores {
  if (ones.chunks.length === 0) return others;
  const [end, otherEnd] = [ones.chunks.length, others.chunks.length];
  const [chunks, scores] = [new Float64Array(end + otherEnd), new Float64Array(end + otherEnd)];
  let count = 0;
  for (let [at, other] = [0, 0]; at < end || other < otherEnd; count += 1) {
    const chunk = at < end ? ones.chunks[at]! : Infinity;
    const theirs = other < otherEnd ? others.chunks[other]! : Infinity;
    chunks[count] = Math.min(chunk, theirs);
    if (chunk === theirs) scores[count] = ones.scores[at++]! + others.scores[other++]!;
    else scores[count] = chunk < theirs ? ones.scores[at++]! : others.scores[other++]!;
  }
  return { chunks: chunks.subarray(0, count), scores: scores.subarray(0, count) };
}

/** The numbers of FTS5 (https://sqlite.org/fts5.html#the_bm25_function). */
const saturation = 1.2;
const lengthCounts = 0.75;
const leastRarity = 1e-6;

function rarityOf(having: number, chunks: number): number {
  const rarity = Math.log((chunks - having + 0.5) / (having + 0.5));
  return rarity <= 0 ? leastRarity : rarity;
}

/** The chunks that have a term, or terms that follow each other with blanks between, rising. */
export function chunksWith({ one }: Connection, term: string): number[] {
  const found = one<{ chunks: string | null }>(
    'SELECT group_concat(rowid) AS chunks FROM words WHERE words MATCH ?',
    term.replaceAll('"', '""').replaceAll(/\S+/g, '"$&"'),
  );
  return numbersIn(found?.chunks);
}

/** The chunks a term stands in, rising, each as often as it does. As one text they take half the time of rows. */
function placesIn({ one }: Connection, term: string): number[] {
  const found = one<{ chunks: string | null }>(
    'SELECT group_concat(doc) AS chunks FROM temp.places_of_terms WHERE term = ?',
    term,
  );
  return numbersIn(found?.chunks);
}

const numbersIn = (listed: string | null | undefined) => (listed ? (JSON.parse(`[${listed}]`) as number[]) : []);

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
  const [chunks = 0, terms = 0] = counted ? [...numbersOf(counted.block)] : [];
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
    for (const size of numbersOf(Buffer.from(after.sizes!, 'hex'))) held[ids[at++]!] = size;
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
        return size ? [...numbersOf(size)][0]! : 0;
      };
    },
    clear() {
      [held, last] = [new Uint32Array(), -1];
    },
  };
}

/** Whole numbers one after the other, seven bits of each in a byte, the highest first. */
function* numbersOf(bytes: Uint8Array): Iterable<number> {
  let number = 0;
  for (const byte of bytes) {
    number = number * 128 + (byte & 127);
    if (byte >= 128) continue;
    yield number;
    number = 0;
  }
}
