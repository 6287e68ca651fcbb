#!/usr/bin/env bash
# Expected: rows put into a full-text table within one transaction lie together until it is committed, whatever savepoints are set between.
# Happens: FTS5 writes what it has gathered as a piece of its own at each savepoint that comes after a row. Eight rows with a savepoint
#   each leave eight pieces, as eight transactions do; without savepoints they leave one.
# With: Node 24.21.0 (SQLite 3.53.4)
# Matters: who gathers many records in one transaction to spare the disk, and sets a savepoint for each so that one that fails can be undone
#   alone, gains nothing for the full text: a search looks into every piece, and joining them takes the time that was to be saved. Put
#   the rows of the full text in last, after all savepoints.
# Seen:
#   one transaction: 1 piece; a savepoint each: 8 pieces; a transaction each: 8 pieces; savepoints, then all rows: 1 piece
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const words = Array.from({ length: 8 }, (_, number) => `We counted ${number} seals.`);
function pieces(work) {
  const db = new DatabaseSync(':memory:');
  // Pieces are joined by themselves otherwise.
  db.exec("CREATE VIRTUAL TABLE words USING fts5(text); INSERT INTO words (words, rank) VALUES ('automerge', 0)");
  const put = db.prepare('INSERT INTO words (text) VALUES (?)');
  work(db, (text) => put.run(text));
  return db.prepare('SELECT count(DISTINCT segid) AS n FROM words_idx').get().n;
}
const within = (db, [begin, end], work) => {
  db.exec(begin);
  work();
  db.exec(end);
};
const change = ['BEGIN', 'COMMIT'];
const savepoint = ['SAVEPOINT one', 'RELEASE one'];
const one = pieces((db, put) => within(db, change, () => words.forEach(put)));
const saved = pieces((db, put) => within(db, change, () => words.forEach((text) => within(db, savepoint, () => put(text)))));
const each = pieces((db, put) => words.forEach((text) => within(db, change, () => put(text))));
const last = pieces((db, put) =>
  within(db, change, () => {
    for (const _ of words) within(db, savepoint, () => db.exec('SELECT 1'));
    words.forEach(put);
  }),
);
const told = (n) => `${n} piece${n === 1 ? '' : 's'}`;
console.log(
  `one transaction: ${told(one)}; a savepoint each: ${told(saved)}; a transaction each: ${told(each)}; savepoints, then all rows: ${told(last)}`,
);
assert.deepEqual([one, saved, each, last], [1, 8, 8, 1]);
JS
