#!/usr/bin/env bash
# Expected: the five nearest vectors of the sessions that one may see are five, however the condition is written.
# Happens: written as a join it is looked at after the five nearest of all are taken: none is left. Written as `rowid IN (SELECT …)` it is
#   part of the search, and five come.
# With: sqlite-vec 0.1.9, Node 24.21.0 (SQLite 3.53.4)
# Matters: a place that may see one session of ten is told that nothing was said there, and no error tells the two ways apart.
# Seen:
#   join: 0 of 5
#   IN (SELECT …): 5 of 5
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error sqlite-vec@0.1.9 node@24.21.0 >/dev/null
npx node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { load } from 'sqlite-vec';
const db = new DatabaseSync(':memory:', { allowExtension: true });
load(db);
db.exec('CREATE VIRTUAL TABLE vectors USING vec0(e float[2]); CREATE TABLE chunks(id INTEGER PRIMARY KEY, session TEXT)');
const bytes = (...numbers) => new Uint8Array(new Float32Array(numbers).buffer);
for (let id = 1; id <= 100; id++) {
  db.prepare('INSERT INTO vectors(rowid, e) VALUES (?, ?)').run(BigInt(id), bytes(id, 0));
  db.prepare('INSERT INTO chunks VALUES (?, ?)').run(id, id > 90 ? 'open' : 'closed');
}
const found = (sql) => db.prepare(sql).all(bytes(1, 0)).length;
const join = found("SELECT v.rowid FROM vectors v JOIN chunks c ON c.id = v.rowid WHERE e MATCH ? AND k = 5 AND c.session = 'open'");
const within = found("SELECT rowid FROM vectors WHERE e MATCH ? AND k = 5 AND rowid IN (SELECT id FROM chunks WHERE session = 'open')");
console.log(`join: ${join} of 5\nIN (SELECT …): ${within} of 5`);
assert.deepEqual([join, within], [0, 5]);
JS
