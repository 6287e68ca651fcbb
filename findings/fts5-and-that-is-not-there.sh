#!/usr/bin/env bash
# Expected: two phrases beside each other mean the same as with AND between them; the documentation calls it an implicit AND.
# Happens: not where a phrase has no word in it. "?!" AND harbour finds nothing, "?!" harbour finds every harbour, and so does
#   "?!" OR harbour. A phrase of signs alone finds nothing and is no error, so the two forms part without notice.
# With: Node 24.21.0 (SQLite 3.53.4)
# Matters: user's words are quoted one by one and joined. "Who said what on C++ ?" joined by AND is an empty answer, a false "nobody
#   said it", as soon as one of the words has no letter: ₿, ?, —, or an emoji. Leave such words out, or join by blanks.
# Seen:
#   "?!" harbour: 2; "?!" AND harbour: 0; "?!" OR harbour: 2; "?!": 0; harbour NOT "?!": 2
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const db = new DatabaseSync(':memory:');
db.exec('CREATE VIRTUAL TABLE said USING fts5(text)');
for (const text of ['The harbour is closed?!', 'No harbour has a radar.', 'Boats.']) db.prepare('INSERT INTO said VALUES (?)').run(text);
const seen = ['"?!" harbour', '"?!" AND harbour', '"?!" OR harbour', '"?!"', 'harbour NOT "?!"']
  .map((query) => `${query}: ${db.prepare('SELECT count(*) AS n FROM said WHERE said MATCH ?').get(query).n}`)
  .join('; ');
console.log(seen);
assert.equal(seen, '"?!" harbour: 2; "?!" AND harbour: 0; "?!" OR harbour: 2; "?!": 0; harbour NOT "?!": 2');
JS
