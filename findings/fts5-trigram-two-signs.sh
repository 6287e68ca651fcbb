#!/usr/bin/env bash
# Expected: the trigram tokenizer, which is advised for Chinese and Japanese, finds a Chinese word inside a sentence.
# Happens: a word of two signs is shorter than a trigram and matches nothing, without an error; most Chinese words have two. The same word
#   is found by LIKE in the same table, which then reads every row.
# With: Node 24.21.0 (SQLite 3.53.4)
# Matters: "lighthouse" (灯塔) and "agree" (同意) find nothing in sentences that have them: a false "nothing" for nearly every question.
#   Keep pairs of signs as terms of your own.
# Seen:
#   灯塔: MATCH 0, LIKE 3
#   同意: MATCH 0, LIKE 1
#   修灯塔: MATCH 1, LIKE 1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
npx node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const db = new DatabaseSync(':memory:');
db.exec("CREATE VIRTUAL TABLE said USING fts5(words, tokenize = 'trigram')");
for (const words of ['灯塔不亮了', '我们同意修灯塔', '渔民要新灯塔吗']) db.prepare('INSERT INTO said VALUES (?)').run(words);
const count = (where, value) => db.prepare(`SELECT count(*) AS found FROM said WHERE ${where}`).get(value).found;
const seen = ['灯塔', '同意', '修灯塔'].map((word) => [word, count('said MATCH ?', `"${word}"`), count('words LIKE ?', `%${word}%`)]);
for (const [word, match, like] of seen) console.log(`${word}: MATCH ${match}, LIKE ${like}`);
assert.deepEqual(seen, [['灯塔', 0, 3], ['同意', 0, 1], ['修灯塔', 1, 1]]);
JS
