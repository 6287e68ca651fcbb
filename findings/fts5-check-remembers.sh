#!/usr/bin/env bash
# Expected: `PRAGMA integrity_check` says of a whole database "ok", whichever connection asks it and whatever it did before.
# Happens: a connection that has asked once keeps a picture of the full-text table. When another has joined its pieces since (`optimize`,
#   `merge`, or enough writing), the first says that the table is corrupt, and says so again each time, until it happens to search for
#   a word. The other connection, and any new one, say "ok".
# With: Node 24.21.0 (SQLite 3.53.4)
# Matters: a bot looks through its library once an hour while an ingest in another process writes. It tells the operator that the library is
#   damaged and must be rebuilt, and nothing is. Check by a connection opened for the check.
# Seen:
#   before: ok
#   after the other's optimize: first fts5: corruption found reading blob 137438953473 from table "words"; other ok; new ok
#   asked again: fts5: corruption found reading blob 137438953473 from table "words"; after a search: ok
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const open = () => new DatabaseSync('words.db');
const check = (db) => db.prepare('PRAGMA integrity_check').get().integrity_check;
const put = (db, text) => db.prepare('INSERT INTO words (text) VALUES (?)').run(text);
const [first, other] = [open(), open()];
first.exec('CREATE VIRTUAL TABLE words USING fts5(text)');
put(first, 'We counted the seals.');
const before = check(first);
put(other, 'We will vote in June.');
other.exec("INSERT INTO words (words) VALUES ('optimize')");
const after = check(first);
const others = [check(other), check(open())];
const again = check(first);
first.prepare("SELECT rowid FROM words WHERE words MATCH 'seals'").all();
const searched = check(first);
console.log(`before: ${before}`);
console.log(`after the other's optimize: first ${after}; other ${others[0]}; new ${others[1]}`);
console.log(`asked again: ${again}; after a search: ${searched}`);
assert.deepEqual([before, ...others, searched], ['ok', 'ok', 'ok', 'ok']);
assert.match(after, /corruption/u);
assert.match(again, /corruption/u);
JS
