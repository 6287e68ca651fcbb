/** The pieces that the full text lies in, joined so that a term is looked up in few of them. */
import type { Connection } from './connection.ts';

/** A term that FTS5 takes for one token, and as it is written. */
export const isOneToken = /^[a-z\d]+$/;

/**
 * FTS5 writes what a change adds as a piece of its own and looks a term up in each; by itself it joins them four at a
 * time. Here two of about one size are joined as soon as there are two, which rewrites a word as often as the library
 * doubles (https://sqlite.org/fts5.html#the_merge_command). No more than `mostSteps` at once: what is left comes after
 * the next change.
 */
export function joinPieces({ db, one, run }: Connection): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    const joins = one<{ v: number }>("SELECT v FROM words_config WHERE k = 'usermerge'")?.v;
    if (joins !== 2) run("INSERT INTO words (words, rank) VALUES ('usermerge', 2)");
    for (let steps = 0, before = rowsChanged({ one }); steps < mostSteps; steps += 1, before = rowsChanged({ one })) {
      run(`INSERT INTO words (words, rank) VALUES ('merge', ${pagesOfStep})`);
      if (rowsChanged({ one }) - before < 2) break;
    }
    db.exec('COMMIT');
  } catch {
    // Everything is found without it, and what is wrong with the library will be told where it is in the way.
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

/** How many rows this connection has written since it was opened, those that FTS5 keeps its pieces in too. */
export function rowsChanged({ one }: Pick<Connection, 'one'>): number {
  return one<{ n: number }>('SELECT total_changes() AS n')!.n;
}

/** In pages of FTS5, about 4 kB each. */
const pagesOfStep = 200;
const mostSteps = 16;
