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
export function joinPieces({ db }: Connection): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    const joins = db.prepare("SELECT v FROM words_config WHERE k = 'usermerge'").get()?.['v'];
    if (joins !== 2) db.exec("INSERT INTO words (words, rank) VALUES ('usermerge', 2)");
    const step = db.prepare(`INSERT INTO words (words, rank) VALUES ('merge', ${pagesOfStep})`);
    const changes = db.prepare('SELECT total_changes() AS n');
    const count = () => Number(changes.get()?.['n']);
    for (let steps = 0, before = count(); steps < mostSteps; steps += 1, before = count()) {
      step.run();
      if (count() - before < 2) break;
    }
    db.exec('COMMIT');
  } catch {
    // Everything is found without it, and what is wrong with the library will be told where it is in the way.
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}

/** In pages of FTS5, about 4 kB each. */
const pagesOfStep = 200;
const mostSteps = 16;
