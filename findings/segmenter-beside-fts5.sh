#!/usr/bin/env bash
# Expected: words that Intl.Segmenter finds in a question are found by SQLite's FTS5 in the same sentence; both follow Unicode.
# Happens: the segmenter cuts CO₂ into CO and a ₂ that is no word, 2½ into 2 and ½, km² into km; FTS5 keeps co₂, 2½ and km² whole. A
#   question cut by the one and asked of the other finds nothing, and no folding of accents brings them together.
# With: Node 24.21.0 (ICU 78.3, SQLite 3.53.4)
# Matters: climate records write CO₂, m³, 2½ per cent. "What was said about CO₂?" answers that nobody spoke of it. Both sides
#   must be cut by the same code.
# Seen:
#   words of the question: CO|in|km|is|2
#   CO: 0, km: 0, "CO₂": 1, "km²": 1, CO2: 0, 2: 0
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const sentence = 'CO₂ in km² is 2½';
const words = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(sentence)]
  .filter(({ isWordLike }) => isWordLike)
  .map(({ segment }) => segment);
const db = new DatabaseSync(':memory:');
db.exec("CREATE VIRTUAL TABLE said USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
db.prepare('INSERT INTO said VALUES (?)').run(sentence);
const found = (query) => db.prepare('SELECT count(*) AS n FROM said WHERE said MATCH ?').get(query).n;
const counts = ['CO', 'km', '"CO₂"', '"km²"', 'CO2', '2'].map((query) => `${query}: ${found(query)}`).join(', ');
console.log('words of the question:', words.join('|'));
console.log(counts);
assert.deepEqual(words, ['CO', 'in', 'km', 'is', '2']);
assert.equal(counts, 'CO: 0, km: 0, "CO₂": 1, "km²": 1, CO2: 0, 2: 0');
JS
