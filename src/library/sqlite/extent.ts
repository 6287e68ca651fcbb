/** In how many turns of how many sessions something is said. */
import { derivation } from '../derive.ts';
import { mostFirst } from '../most-first.ts';
import type { Connection } from './connection.ts';
import { sentenceRows } from './sentence-rows.ts';

/**
 * Full text names the chunks that have a term, and the terms of the sentences in them the turns. Null where a term stands
 * in more chunks than can be looked through in the time of a question, and where any session is behind: its terms are
 * others.
 */
export function extentIn(
  from: Connection,
  terms: string[],
  sessions?: string[],
): { turns: number; sessions: number[] } | null {
  if (from.one('SELECT 1 FROM sessions WHERE derivation < ? LIMIT 1', derivation)) return null;
  const known = [...new Set(terms)].map((term) => ({
    term,
    chunks: Math.min(...term.split(' ').map((each) => chunksWith(from, each))),
  }));
  if (known.some(({ chunks }) => chunks > mostChunks)) return null;
  const [rarest, ...others] = known.toSorted((one, other) => one.chunks - other.chunks);
  let turns = rarest ? turnsWith(from, rarest.term, sessions && numbersOf(from, sessions)) : [];
  // The others are looked for only where the rarest is.
  for (const { term } of others) {
    if (turns.length === 0) break;
    const having = new Set(turnsWith(from, term, [...new Set(turns.map(({ session }) => session))]).map(keyOf));
    turns = turns.filter((turn) => having.has(keyOf(turn)));
  }
  return { turns: turns.length, sessions: mostFirst(turns.map(({ session }) => session)) };
}

const mostChunks = 10_000;

function chunksWith({ one }: Connection, term: string): number {
  return one<{ n: number }>('SELECT doc AS n FROM vocabulary WHERE term = ?', term)?.n ?? 0;
}

/** A turn by the number of its session and its own. */
interface TurnAt {
  session: number;
  turn: number;
}

const keyOf = ({ session, turn }: TurnAt) => `${session} ${turn}`;

function numbersOf({ all }: Connection, sessions: string[]): number[] {
  return all<{ number: number }>(
    'SELECT number FROM sessions WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(sessions),
  ).map(({ number }) => number);
}

/** `among` are the numbers of the only sessions looked in. */
function turnsWith(from: Connection, term: string, among?: number[]): TurnAt[] {
  const chunks = from.arrays<[session: number, firstTurn: number, lastTurn: number]>(
    `SELECT session, first_turn, last_turn FROM words JOIN chunks ON chunks.id = words.rowid
    WHERE words MATCH ? ${among ? 'AND chunks.session IN (SELECT value FROM json_each(?))' : ''}`,
    term.replaceAll('"', '""').replaceAll(/\S+/g, '"$&"'),
    ...(among ? [JSON.stringify(among)] : []),
  );
  const found: TurnAt[] = [];
  for (const [session, own] of Map.groupBy(chunks, ([number]) => number)) {
    const isLookedAt = (turn: number) => own.some(([, first, last]) => first <= turn && turn <= last);
    const ends = own.flatMap(([, first, last]) => [first, last]);
    const span = { from: Math.min(...ends), to: Math.max(...ends) };
    for (const [turn, sentences] of sentenceRows(from, session, span))
      if (isLookedAt(turn) && sentences.some(({ line }) => hasTerm(line, term))) found.push({ session, turn });
  }
  return found;
}

function hasTerm(line: string, term: string): boolean {
  return ` ${line.includes('\t') ? line.replaceAll('\t', ' ') : line} `.includes(` ${term} `);
}
