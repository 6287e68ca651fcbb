/** Vectors, nearest first: by pgvector's graph over many, one by one over few. */
import type { VectorHit } from '../library.ts';
import { builtInVersion } from '../makers.ts';
import type { Connection } from './connection.ts';
import type { Moment } from './moment.ts';
import { numbersOf } from './words.ts';

export type Among = { sessions: string[] } | { chunks: number[] } | undefined;

/** As the extension reads it. */
export function asText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

export function fromText(text: string): Float32Array {
  return Float32Array.from(JSON.parse(text) as number[]);
}

/** Chunks whose vectors are nearest, best first. `canIterate`: whether the extension goes on in its graph until it has enough. */
export async function nearest(
  from: Connection,
  moment: Moment,
  { vector, limit, among, canIterate }: { vector: Float32Array; limit: number; among: Among; canIterate: boolean },
): Promise<VectorHit[]> {
  const dimensions = vector.length;
  const asked: Asked = { from, vector: asText(vector), dimensions, limit };
  // Vectors of a server are of the same words and the same model, whoever derived the rest.
  const isBuiltIn = builtInVersion(moment.state.embedder ?? undefined) !== null;
  const behind = isBuiltIn ? moment.derivedEarlier : [];
  if (among && 'chunks' in among) return named(moment, behind, await oneByOne(asked, { chunk: among.chunks }));
  const searched = sessionsSearched(moment, behind, among?.sessions);
  const chunks = searched?.reduce((sum, id) => sum + (moment.chunkCounts.get(id) ?? 0), 0) ?? moment.state.chunks;
  const sessions = searched && numbersOf(moment, searched);
  const isNarrow = chunks <= Math.max(scanLimit, exactShare * moment.state.chunks);
  const isByGraph = !isNarrow && dimensions <= mostDimensions && (canIterate || sessions === null);
  if (!isByGraph) return named(moment, behind, await oneByOne(asked, sessions && { session: sessions }));
  const found = await byGraph(asked, sessions);
  // Where those that are searched lie far from the question, the graph may end before it has enough of them.
  const hits =
    found.length < Math.min(limit, chunks) ? await oneByOne(asked, sessions && { session: sessions }) : found;
  return named(moment, behind, hits);
}

/** Below this many vectors looking at each takes no longer than asking the graph, and misses none. */
export const scanLimit = 10_000;
/** Up to this share of all, too. */
const exactShare = 0.1;
/** Numbers of half the precision fit twice as many into a page of the index, of which there are at most so many. */
const mostWhole = 2_000;
const mostDimensions = 4_000;
/** How many neighbours the graph looks at, which is a good many more than are asked of it. */
const width = 400;

/** For the transaction that it is searched in. */
export function howToSearch(canIterate: boolean): string {
  const goOn = "; SET LOCAL hnsw.iterative_scan TO 'relaxed_order'; SET LOCAL hnsw.max_scan_tuples TO 100000";
  return `SET LOCAL hnsw.ef_search TO ${width}${canIterate ? goOn : ''}`;
}

interface Asked {
  from: Connection;
  vector: string;
  dimensions: number;
  limit: number;
}

interface Row {
  id: number;
  session: number;
  similarity: number;
}

function named({ ids }: Moment, behind: string[], rows: Row[]): VectorHit[] {
  const hidden = new Set(behind);
  return rows
    .map(({ id, session, similarity }) => ({ id, session: ids.get(session)!, similarity }))
    .filter(({ session }) => !hidden.has(session));
}

/** Null where all there are. */
function sessionsSearched({ summaries }: Moment, behind: string[], sessions: string[] | undefined): string[] | null {
  if (behind.length === 0) return sessions ?? null;
  const hidden = new Set(behind);
  return (sessions ?? summaries.map(({ id }) => id)).filter((id) => !hidden.has(id));
}

/** Exact. The rows are named before they are compared, so that no index leads past any of them. */
function oneByOne({ from, vector, dimensions, limit }: Asked, among: { [column: string]: number[] } | null) {
  const [column, values] = among ? Object.entries(among)[0]! : [];
  return from.all<Row>(
    `WITH seen AS MATERIALIZED (
      SELECT chunk, session, embedding <=> $1::vector AS distance FROM vectors
      WHERE dimensions = ${dimensions} ${column === undefined ? '' : `AND ${column} = ANY($3)`}
    )
    SELECT chunk AS id, session, 1 - distance AS similarity FROM seen ORDER BY distance, chunk LIMIT $2`,
    vector,
    limit,
    ...(values ? [values] : []),
  );
}

/**
 * By the graph, with a good many more than asked for, which are then compared whole; and by the vectors of which there are
 * more than the graph has.
 */
function byGraph({ from, vector, dimensions, limit }: Asked, sessions: number[] | null) {
  const distance = `embedding::${typeOf(dimensions)} <=> $1::${typeOf(dimensions)}`;
  const within = sessions ? 'AND session = ANY($4)' : '';
  return from.anew<Row>(
    `WITH near AS MATERIALIZED (
      SELECT chunk, session, embedding FROM vectors
      WHERE dimensions = ${dimensions} AND NOT is_repeat ${within} ORDER BY ${distance} LIMIT $3
    ), again AS MATERIALIZED (
      SELECT id AS chunk, session, distance
      FROM (SELECT hash, embedding <=> $1::vector AS distance FROM repeated WHERE dimensions = ${dimensions}) AS each
      CROSS JOIN LATERAL (
        SELECT id, session FROM chunks WHERE chunks.hash = each.hash ${within} ORDER BY id LIMIT $2
      ) AS alike
      ORDER BY distance, id LIMIT $2
    )
    SELECT chunk AS id, session, 1 - min(distance) AS similarity
    FROM (SELECT chunk, session, embedding <=> $1::vector AS distance FROM near UNION ALL SELECT * FROM again) AS found
    GROUP BY chunk, session ORDER BY min(distance), chunk LIMIT $2`,
    vector,
    limit,
    limit + 100,
    ...(sessions ? [sessions] : []),
  );
}

/** What the index has of a vector. */
export function typeOf(dimensions: number): string {
  return `${dimensions > mostWhole ? 'halfvec' : 'vector'}(${dimensions})`;
}

/** Whether vectors of so many dimensions can have an index at all. */
export function canBeIndexed(dimensions: number): boolean {
  return dimensions <= mostDimensions;
}
