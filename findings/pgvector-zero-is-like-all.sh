#!/usr/bin/env bash
# Expected: a vector of zeros, which has no direction, is like nothing: it passes no least similarity, and an index only makes a query faster.
# Happens: its similarity is NaN, which PostgreSQL holds for greater than any number. `1 - (a <=> b) > 0.5` lets it through, and by
#   similarity, best first, it stands above an exact match. By distance it comes last; with an HNSW index it is not there at all.
# With: pgvector 0.8.7 (PostgreSQL 18.6) in @electric-sql/pglite 0.5.14 with @electric-sql/pglite-pgvector 0.0.15
# Matters: embedders that add up words give zeros for a text of signs only. Such a row is the best hit to every question, as long as nobody makes
#   an index, and then it goes. Store no zeros, and order by distance.
# Seen:
#   more than 0.5 alike: agree, zero; best first: zero NaN, agree 1, other 0
#   by distance: agree, other, zero; with an index: agree, other
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @electric-sql/pglite@0.5.14 @electric-sql/pglite-pgvector@0.0.15 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
const db = await PGlite.create({ extensions: { vector } });
await db.exec(`CREATE EXTENSION vector;
  CREATE TABLE said (name text, v vector(2));
  INSERT INTO said VALUES ('other', '[0,1]'), ('zero', '[0,0]'), ('agree', '[1,0]')`);
const ask = async (rest) => (await db.query(`SELECT name, 1 - (v <=> '[1,0]') AS alike FROM said ${rest}`)).rows;
const names = (rows) => rows.map(({ name }) => name).join(', ');
const passed = names(await ask("WHERE 1 - (v <=> '[1,0]') > 0.5 ORDER BY name"));
const best = (await ask('ORDER BY alike DESC')).map(({ name, alike }) => `${name} ${alike}`).join(', ');
const near = names(await ask("ORDER BY v <=> '[1,0]'"));
await db.exec('CREATE INDEX ON said USING hnsw (v vector_cosine_ops); SET enable_seqscan = off');
const indexed = names(await ask("ORDER BY v <=> '[1,0]'"));
console.log(`more than 0.5 alike: ${passed}; best first: ${best}`);
console.log(`by distance: ${near}; with an index: ${indexed}`);
await db.close();
assert.deepEqual([passed, best], ['agree, zero', 'zero NaN, agree 1, other 0']);
assert.deepEqual([near, indexed], ['agree, other, zero', 'agree, other']);
JS
