/** In how many turns of how many sessions something is said. */
import { derivation } from '../derive.ts';
import { mostFirst } from '../most-first.ts';
import { chunksWith } from './best-chunks.ts';
import type { Connection } from './connection.ts';
import { sentenceRows } from './sentence-rows.ts';

/**
 * Full text names the chunks that have a term, and the terms of the sentences in them the turns. Null where a term stands
 * in more chunks than can be looked through in the time of a question, and where any session is behind: its terms are
 * others. `frequencyOf` counts the chunks that have a term.
 */
export function extentIn(
  from: Connection,
  terms: string[],
  sessions: string[] | undefined,
  frequencyOf: (term: string) => number,
): { turns: number; sessions: number[] } | null {
  if (from.one('SELECT 1 FROM sessions WHERE derivation < ? LIMIT 1', derivation)) return null;
  const known = [...new Set(terms)].map((term) => ({
    term,
    chunks: Math.min(...term.split(' ').map(frequencyOf)),
  }));
  if (known.some(({ chunks }) => chunks > mostChunks)) return null;
  const [rarest, ...others] = known.toSorted((one, other) => one.chunks - other.chunks);
  let spans = rarest ? spansWith(from, rarest.term, sessions && numbersOf(from, sessions)) : new Map<number, Span[]>();
  // The others are looked for only where the rarest is.
  for (const { term } of others) {
    if (spans.size === 0) break;
    spans = inBoth(spans, spansWith(from, term, [...spans.keys()]));
  }
  const found = [...spans].flatMap(([session, own]) =>
    Array.from({ length: turnsIn(from, session, own, terms) }, () => session),
  );
  return { turns: found.length, sessions: mostFirst(found) };
}

const mostChunks = 10_000;

/** The first and the last turn of a chunk. */
type Span = [first: number, last: number];

function numbersOf({ all }: Connection, sessions: string[]): number[] {
  return all<{ number: number }>(
    'SELECT number FROM sessions WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(sessions),
  ).map(({ number }) => number);
}

/** The chunks that have a term, by the numbers of their sessions; `among` are those of the only ones looked in. */
function spansWith(from: Connection, term: string, among?: number[]): Map<number, Span[]> {
  const all = chunksWith(from, term);
  const near = among && among.length <= mostParted ? within(rangesOf(from, among), all) : all;
  const chunks = from.arrays<[session: number, ...Span]>(
    `SELECT session, first_turn, last_turn FROM chunks WHERE id IN (SELECT value FROM json_each(?))
    ${among ? 'AND session IN (SELECT value FROM json_each(?))' : ''} ORDER BY id`,
    JSON.stringify(near),
    ...(among ? [JSON.stringify(among)] : []),
  );
  const spans = new Map<number, Span[]>();
  for (const [session, first, last] of chunks) {
    const own = spans.get(session);
    if (own) own.push([first, last]);
    else spans.set(session, [[first, last]]);
  }
  return spans;
}

/** Of more sessions than this, their chunks are not told apart before they are read. */
const mostParted = 1_000;

/** The ids of the chunks of some sessions, from the first to the last of each, rising. */
function rangesOf({ arrays }: Connection, sessions: number[]): [first: number, last: number][] {
  return arrays(
    `SELECT min(id), max(id) FROM chunks WHERE session IN (SELECT value FROM json_each(?))
    GROUP BY session ORDER BY min(id)`,
    JSON.stringify(sessions),
  );
}

/** Those of some rising numbers that are in a range. */
function within(ranges: [first: number, last: number][], rising: number[]): number[] {
  let at = 0;
  return rising.filter((number) => {
    while (at < ranges.length && ranges[at]![1] < number) at += 1;
    return at < ranges.length && ranges[at]![0] <= number;
  });
}

/** Only in turns of both can both be said, and most sessions have none. */
function inBoth(ones: Map<number, Span[]>, others: Map<number, Span[]>): Map<number, Span[]> {
  const both = new Map<number, Span[]>();
  for (const [session, theirs] of others) {
    const shared = ones.get(session)!.flatMap((one) =>
      theirs.flatMap((other): Span[] => {
        const [first, last] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
        return first <= last ? [[first, last]] : [];
      }),
    );
    if (shared.length > 0) both.set(session, shared);
  }
  return both;
}

/** How many turns of some spans have all of the terms. */
function turnsIn(from: Connection, session: number, spans: Span[], terms: string[]): number {
  const span = { from: Math.min(...spans.map(([first]) => first)), to: Math.max(...spans.map(([, last]) => last)) };
  let turns = 0;
  for (const [turn, sentences] of sentenceRows(from, session, span)) {
    const isLookedAt = spans.some(([first, last]) => first <= turn && turn <= last);
    if (isLookedAt && terms.every((term) => sentences.some(({ line }) => hasTerm(line, term)))) turns += 1;
  }
  return turns;
}

function hasTerm(line: string, term: string): boolean {
  return ` ${line.includes('\t') ? line.replaceAll('\t', ' ') : line} `.includes(` ${term} `);
}
