/** Full text: our own terms in a table of postings, ranked as the other stores rank them. */
import { createHash } from 'node:crypto';
import type { WordHit } from '../library.ts';
import { mostFirst } from '../most-first.ts';
import type { Connection } from './connection.ts';
import type { Moment } from './moment.ts';

/** A term as it is kept: what is no word but a page without a blank does not fit into an index. */
export function keptTerm(term: string): string {
  return term.length <= longestTerm ? term : `#${createHash('sha256').update(term).digest('hex')}`;
}

const longestTerm = 200;

/** In how many chunks of the library each term stands; asked of the server once in a moment. */
export async function frequenciesOf(
  { all }: Connection,
  { frequencies }: Moment,
  terms: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const fresh = [...new Set(terms)].filter((term) => !frequencies.has(term));
  if (fresh.length > 0) {
    const rows = await all<{ term: string; n: number }>(
      'SELECT term, count(*) AS n FROM postings WHERE term = ANY($1) GROUP BY term',
      fresh.map(keptTerm),
    );
    const counts = new Map(rows.map(({ term, n }) => [term, n]));
    for (const term of fresh) frequencies.set(term, counts.get(keptTerm(term)) ?? 0);
  }
  return frequencies;
}

/** Best chunks by BM25, as SQLite reckons it: https://sqlite.org/fts5.html#the_bm25_function */
export async function bestByWords(
  from: Connection,
  moment: Moment,
  { terms, limit, sessions }: { terms: string[]; limit: number; sessions: string[] | undefined },
): Promise<WordHit[]> {
  const frequencies = await frequenciesOf(from, moment, terms);
  const { chunks, terms: words } = moment.state;
  const asked = terms.filter((term) => frequencies.get(term)! > 0);
  if (asked.length === 0) return [];
  const weights = asked.map((term) => {
    const frequency = frequencies.get(term)!;
    return Math.max(Math.log((chunks - frequency + 0.5) / (frequency + 0.5)), leastWeight);
  });
  const within = sessions ? 'WHERE session = ANY($5)' : '';
  const rows = await from.all<Omit<WordHit, 'session'> & { session: number }>(
    `SELECT best.id, best.session, first_turn AS "firstTurn", last_turn AS "lastTurn", score
    FROM (
      SELECT chunk AS id, session,
        sum(weight * frequency * ${k1 + 1} / (frequency + ${k1} * (${1 - b} + ${b} * length / $3::float8))) AS score
      FROM unnest($1::text[], $2::float8[]) AS asked (term, weight) JOIN postings USING (term) ${within}
      GROUP BY chunk, session ORDER BY score DESC, chunk LIMIT $4
    ) AS best
    JOIN chunks ON chunks.session = best.session AND chunks.id = best.id
    ORDER BY score DESC, best.id`,
    asked.map(keptTerm),
    weights,
    words / Math.max(chunks, 1),
    limit,
    ...(sessions ? [numbersOf(moment, sessions)] : []),
  );
  return rows.map((row) => ({ ...row, session: moment.ids.get(row.session)! }));
}

const [k1, b] = [1.2, 0.75];
const leastWeight = 1e-6;

/** Of those that are there. */
export function numbersOf({ numbers }: Moment, sessions: string[]): number[] {
  return sessions.flatMap((id) => numbers.get(id) ?? []);
}

/**
 * In how many turns all of some terms are said, and in how many sessions; null where a term stands in more chunks than
 * can be looked through in the time of a question, and where any session is behind: its terms are others.
 */
export async function extentOf(
  from: Connection,
  moment: Moment,
  terms: string[],
  sessions?: string[],
): Promise<{ turns: number; sessions: string[] } | null> {
  if (moment.derivedEarlier.length > 0) return null;
  const asked = [...new Set(terms)];
  const frequencies = await frequenciesOf(
    from,
    moment,
    asked.flatMap((term) => term.split(' ')),
  );
  const known = asked.map((term) => {
    const [rarest] = term.split(' ').toSorted((one, other) => frequencies.get(one)! - frequencies.get(other)!);
    return { term, posted: rarest!, chunks: frequencies.get(rarest!)! };
  });
  if (known.some(({ chunks }) => chunks > mostChunks)) return null;
  const [rarest, ...others] = known.toSorted((one, other) => one.chunks - other.chunks);
  let turns = rarest === undefined ? [] : await turnsWith(from, rarest, sessions && numbersOf(moment, sessions));
  // The others are looked for only where the rarest is.
  for (const term of others) {
    if (turns.length === 0) break;
    const among = [...new Set(turns.map(({ session }) => session))];
    const having = new Set((await turnsWith(from, term, among)).map(keyOf));
    turns = turns.filter((turn) => having.has(keyOf(turn)));
  }
  return { turns: turns.length, sessions: mostFirst(turns.map(({ session }) => moment.ids.get(session)!)) };
}

const mostChunks = 10_000;

/** A turn by the number of its session and its own. */
interface TurnAt {
  session: number;
  turn: number;
}

const keyOf = ({ session, turn }: TurnAt) => `${session} ${turn}`;

/** Postings name the chunks that have a term, the rarest of several, and the terms of the sentences in them the turns. */
function turnsWith(
  { all }: Connection,
  { term, posted }: { term: string; posted: string },
  among?: number[],
): Promise<TurnAt[]> {
  return all<TurnAt>(
    `SELECT DISTINCT turns.session, turns.turn
    FROM postings JOIN chunks ON chunks.session = postings.session AND chunks.id = chunk
    JOIN turns ON turns.session = chunks.session AND turn BETWEEN first_turn AND last_turn
    WHERE postings.term = $1 ${among ? 'AND postings.session = ANY($3)' : ''}
    AND position($2 IN ' ' || translate(turns.terms, E'\\n', ' ') || ' ') > 0`,
    keptTerm(posted),
    ` ${term} `,
    ...(among ? [among] : []),
  );
}
