#!/usr/bin/env bash
# Expected: `rank` (bm25) tells a row that says a word often from one that says it once, in a small library as in a large one.
# Happens: a word that stands in half of the rows or more weighs a millionth: of two rows, one about frost and one not, the hit on "frost"
#   scores -0.000001; of twenty rows the same hit scores -3.6. A row that has a rare by-word beats it a million times over.
# With: Node 24.21.0 (SQLite 3.53.4)
# Matters: the first library of every user has one, two, three sessions. A threshold on `rank` tuned on many answers "nothing found" on
#   the first day, and mixing `rank` with other scores makes the words count for nothing.
# Seen:
#   2 rows: frost -0.000001; 20 rows: frost -3.6
#   4 rows, "frost OR lamps" where three speak of frost, first found: "The lamps cost more than frost protection." -0.79
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const hits = (rows, query) => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE VIRTUAL TABLE said USING fts5(text)');
  for (const text of rows) db.prepare('INSERT INTO said VALUES (?)').run(text);
  return db.prepare('SELECT text, rank FROM said WHERE said MATCH ? ORDER BY rank').all(query);
};
const frost = 'Frost, frost and again frost took the gauges.';
const other = Array.from({ length: 19 }, (_, index) => `Speaker ${index} spoke of boats.`);
const two = hits([frost, other[0]], 'frost')[0].rank;
const twenty = hits([frost, ...other], 'frost')[0].rank;
const mixed = hits([frost, frost, 'The lamps cost more than frost protection.', 'Boats.'], 'frost OR lamps')[0];
console.log(`2 rows: frost ${two.toFixed(6)}; 20 rows: frost ${twenty.toFixed(1)}`);
console.log(`4 rows, "frost OR lamps" where three speak of frost, first found: "${mixed.text}" ${mixed.rank.toFixed(2)}`);
assert.ok(two < 0 && two > -0.00001);
assert.ok(twenty < -3);
assert.ok(mixed.text.startsWith('The lamps'));
JS
