/** In how many turns of how many sessions something is said. */
import { derivation } from '../derive.ts';
import type { Connection } from './connection.ts';

/**
 * Full text names the chunks that have a term, and the terms of the sentences in them the turns. Null where a term stands
 * in more chunks than can be looked through in the time of a question, and where any session is behind: its terms are
 * others.
 */
export function extentIn(
  from: Connection,
  terms: string[],
  sessions?: string[],
): { turns: number; sessions: number } | null {
  if (from.one('SELECT 1 FROM sessions WHERE derivation < ? LIMIT 1', derivation)) return null;
  let turns: string[] | null = null;
  for (const term of new Set(terms)) {
    const { n } = from.one<{ n: number }>('SELECT doc AS n FROM vocabulary WHERE term = ?', term) ?? { n: 0 };
    if (n > mostChunks) return null;
    const having = turnsWith(from, term, sessions);
    turns = turns === null ? [...having] : turns.filter((turn) => having.has(turn));
  }
  return { turns: turns?.length ?? 0, sessions: new Set(turns?.map((turn) => turn.split(' ')[0])).size };
}

const mostChunks = 10_000;

/** Each as the numbers of its session and itself. */
function turnsWith({ arrays }: Connection, term: string, sessions?: string[]): Set<string> {
  const within = sessions
    ? 'AND chunks.session IN (SELECT number FROM sessions WHERE id IN (SELECT value FROM json_each(?)))'
    : '';
  const rows = arrays<[number, number]>(
    `SELECT DISTINCT sentences.session, sentences.turn
    FROM words JOIN chunks ON chunks.id = words.rowid
    JOIN sentences ON sentences.session = chunks.session AND sentences.turn BETWEEN first_turn AND last_turn
    WHERE words MATCH ? ${within}
    AND (' ' || replace(sentences.terms, char(10), ' ') || ' ') LIKE ('% ' || ? || ' %')`,
    `"${term.replaceAll('"', '""')}"`,
    ...(sessions ? [JSON.stringify(sessions)] : []),
    term,
  );
  return new Set(rows.map(([session, turn]) => `${session} ${turn}`));
}
