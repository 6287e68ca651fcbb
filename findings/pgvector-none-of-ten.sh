#!/usr/bin/env bash
# Expected: `ORDER BY distance LIMIT 100` gives a hundred rows of a thousand, and with a WHERE that ten rows meet, those ten: an index only
#   makes it faster, perhaps a little less exact.
# Happens: with an HNSW index it gives 40 rows, and of one session's ten rows none: 40 neighbours are taken (`hnsw.ef_search`), and only these
#   are looked at by WHERE. There is no error and no notice, and without the index it is right. `hnsw.iterative_scan` goes on looking.
# With: pgvector 0.8.7 (PostgreSQL 18.6) in @electric-sql/pglite 0.5.14 with @electric-sql/pglite-pgvector 0.0.15
# Matters: "what did they say in this session?" is answered with nothing as soon as other sessions are nearer, and only in libraries large
#   enough for an index. Set `hnsw.iterative_scan = strict_order` wherever rows are filtered by place, session or speaker.
# Seen:
#   without an index: 100 rows, of the session 10
#   with one: 40 rows, of the session 0
#   looking on: 100 rows, of the session 10
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
  CREATE TABLE said (session int, v vector(2));
  INSERT INTO said SELECT n % 100, ARRAY[cos(n * 0.001), sin(n * 0.001)]::vector FROM generate_series(1, 1000) n`);
const rows = async (where, most) => (await db.query(`SELECT session FROM said ${where} ORDER BY v <=> '[1,0]' LIMIT ${most}`)).rows.length;
const both = async () => [await rows('', 100), await rows('WHERE session = 77', 10)];
const plain = await both();
await db.exec('CREATE INDEX ON said USING hnsw (v vector_cosine_ops); SET enable_seqscan = off; SET enable_sort = off');
const indexed = await both();
await db.exec('SET hnsw.iterative_scan = strict_order');
const looking = await both();
console.log(`without an index: ${plain[0]} rows, of the session ${plain[1]}`);
console.log(`with one: ${indexed[0]} rows, of the session ${indexed[1]}`);
console.log(`looking on: ${looking[0]} rows, of the session ${looking[1]}`);
await db.close();
assert.deepEqual([plain, indexed, looking], [[100, 10], [40, 0], [100, 10]]);
JS
