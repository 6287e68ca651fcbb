#!/usr/bin/env bash
# Expected: full text search finds 2016 in "2015-2016" and 19 in "COVID-19".
# Happens: a hyphen before a figure is read as its sign: the words are '2015' and '-2016', 'covid' and '-19'. With an en dash (2015–2016)
#   both years are found, and of words (north-south) both parts. The same text typed in two ways is found or not.
# With: PostgreSQL 18.6 in @electric-sql/pglite 0.5.14, configuration simple, and english as well
# Matters: terms of office, budgets and articles are written as 2015-2016 and 3-5. "Who spoke of 2016?" finds nobody. Put blanks around
#   hyphens between figures, in the text that is indexed.
# Seen:
#   2015-2016: '-2016' '2015', found by 2016: false; 2015–2016: '2015' '2016', found by 2016: true
#   articles 3-5 found by 5: false; COVID-19 by 19: false; north-south by south: true
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
const read = async (text, word) => {
  const { rows } = await db.query(
    `SELECT strip(to_tsvector('simple', $1))::text AS words, to_tsvector('simple', $1) @@ plainto_tsquery('simple', $2) AS simple,
       to_tsvector('english', $1) @@ plainto_tsquery('english', $2) AS english`, [text, word]);
  assert.equal(rows[0].simple, rows[0].english);
  return rows[0];
};
const years = [];
for (const text of ['2015-2016', '2015–2016']) {
  const { words, simple } = await read(text, '2016');
  years.push(`${text}: ${words}, found by 2016: ${simple}`);
}
const others = [];
for (const [text, word] of [['articles 3-5 found', '5'], ['COVID-19', '19'], ['north-south', 'south']])
  others.push(`${text} by ${word}: ${(await read(text, word)).simple}`);
console.log(`${years.join('; ')}\n${others.join('; ')}`);
await db.close();
assert.deepEqual(years, ["2015-2016: '-2016' '2015', found by 2016: false", "2015–2016: '2015' '2016', found by 2016: true"]);
assert.deepEqual(others, ['articles 3-5 found by 5: false', 'COVID-19 by 19: false', 'north-south by south: true']);
JS
