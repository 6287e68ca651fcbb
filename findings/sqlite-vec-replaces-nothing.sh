#!/usr/bin/env bash
# Expected: `INSERT OR REPLACE` puts a passage in anew under its number, and `INSERT OR IGNORE` leaves the one that is there, as in every table
#   of SQLite, the virtual ones of full text too.
# Happens: a table of vectors refuses both as if neither word stood there. `UPDATE` changes the row.
# With: sqlite-vec 0.1.9, Node 24.21.0 (SQLite 3.53.4)
# Matters: a record that comes in a second time, corrected, ends the whole ingest, where the first and every test of it went well.
# Seen:
#   full text: replaced, left as it was
#   vectors: UNIQUE constraint failed on vectors primary key, UNIQUE constraint failed on vectors primary key
#   vectors by UPDATE: 1 row
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
db.exec('CREATE VIRTUAL TABLE words USING fts5(text); CREATE VIRTUAL TABLE vectors USING vec0(e float[2])');
const bytes = (...numbers) => new Uint8Array(new Float32Array(numbers).buffer);
const put = (how, table, column, value) => db.prepare(`INSERT ${how} INTO ${table}(rowid, ${column}) VALUES (1, ?)`).run(value);
const told = (act) => { try { return act(); } catch (error) { return error.message; } };
const text = () => db.prepare('SELECT text FROM words').all().map((row) => row.text).join();
put('', 'words', 'text', 'The harbour is shut.');
put('', 'vectors', 'e', bytes(1, 0));
const inText = [
  told(() => { put('OR REPLACE', 'words', 'text', 'The harbour is open.'); return text() === 'The harbour is open.' ? 'replaced' : text(); }),
  told(() => { put('OR IGNORE', 'words', 'text', 'No harbour.'); return text() === 'The harbour is open.' ? 'left as it was' : text(); }),
];
const inVectors = ['OR REPLACE', 'OR IGNORE'].map((how) => told(() => put(how, 'vectors', 'e', bytes(0, 1))));
const { changes } = db.prepare('UPDATE vectors SET e = ? WHERE rowid = 1').run(bytes(0, 1));
console.log(`full text: ${inText.join(', ')}\nvectors: ${inVectors.join(', ')}\nvectors by UPDATE: ${changes} row`);
assert.deepEqual(inText, ['replaced', 'left as it was']);
assert.ok(inVectors.every((message) => /^UNIQUE constraint failed on vectors primary key/.test(message)));
assert.equal(changes, 1);
JS
