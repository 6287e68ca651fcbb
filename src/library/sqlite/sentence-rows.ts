/** The sentences of a session as they lie in a library: in blocks, or in rows where it was put in before version 8. */
import { LibraryError } from '../library.ts';
import type { Connection } from './connection.ts';
import { lineOf, sentencesIn } from '../blocks.ts';
import { damaged } from './database.ts';

/** The `line` of its terms is read by `termsOfLine`. */
export type SentenceRow = ReturnType<typeof sentencesIn>[number][number];

/** Turn by turn, in order; those of turns `from` to `to` at least. Throws a `LibraryError` where they cannot be read. */
export function* sentenceRows(
  { all, folder }: Connection,
  session: number,
  { from = 0, to = Number.MAX_SAFE_INTEGER } = {},
): Iterable<[turn: number, sentences: SentenceRow[]]> {
  const blocks = all<{ first: number; sentences: Uint8Array }>(
    `SELECT first_turn AS first, sentences FROM sentence_blocks
    WHERE session = ?1 AND first_turn <= ?3 AND first_turn >=
      (SELECT max(first_turn) FROM sentence_blocks WHERE session = ?1 AND first_turn <= ?2)
    ORDER BY first_turn`,
    session,
    from,
    to,
  );
  if (blocks.length === 0) yield* rowsOfOld({ all }, session, { from, to });
  for (const { first, sentences } of blocks)
    for (const [at, each] of unpacked(folder, session, sentences).entries()) yield [first + at, each];
}

function unpacked(folder: string, session: number, sentences: Uint8Array) {
  try {
    return sentencesIn(sentences);
  } catch (error) {
    throw new LibraryError(damaged(folder, `the sentences of session number ${session} cannot be read`), {
      cause: error,
    });
  }
}

function* rowsOfOld(
  { all }: Pick<Connection, 'all'>,
  session: number,
  { from, to }: { from: number; to: number },
): Iterable<[turn: number, sentences: SentenceRow[]]> {
  const rows = all<{ turn: number; start: number; end: number; seconds: number | null; terms: string | null }>(
    'SELECT turn, start, end, seconds, terms FROM sentences WHERE session = ? AND turn BETWEEN ? AND ? ORDER BY turn, start',
    session,
    from,
    to,
  );
  for (const [turn, each] of Map.groupBy(rows, (row) => row.turn))
    yield [turn, each.map(({ start, end, seconds, terms }) => ({ start, end, seconds, line: lineOf(terms) }))];
}
