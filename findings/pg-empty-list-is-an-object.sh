#!/usr/bin/env bash
# Expected: a list given for a JSON column is stored as a JSON list, as an object is stored as a JSON object; or it is refused.
# Happens: lists are written the way PostgreSQL writes its own arrays, in braces. One with something in it is no JSON and is refused, but
#   the empty one, `{}`, is: it is stored as an empty object. PGlite, often its stand-in in tests, stores [] for the same call.
# With: pg 8.23.1, @electric-sql/pglite 0.5.14 with @electric-sql/pglite-socket 0.2.17 (PostgreSQL 18.6)
# Matters: a session without findings is written without an error, and what reads it back (`for … of`, `.length`) breaks later or counts
#   undefined. Give `JSON.stringify(list)`.
# Seen:
#   pg: [] → {}, ["a"] → invalid input syntax for type json
#   PGlite: [] → [], ["a"] → ["a"]
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
const db = await PGlite.create();
const path = `${process.cwd()}/.s.PGSQL.5432`;
const server = new PGLiteSocketServer({ db, path });
await server.start();
const client = new pg.Client({ host: process.cwd(), port: 5432, user: 'postgres', database: 'postgres' });
await client.connect();
const stored = async (connection, list) => {
  const sent = connection.query('SELECT $1::jsonb AS found', [list]);
  const found = await sent.then(({ rows }) => JSON.stringify(rows[0].found), (error) => error.message);
  return `${JSON.stringify(list)} → ${found}`;
};
const seen = [];
for (const [name, connection] of [['pg', client], ['PGlite', db]])
  seen.push(`${name}: ${await stored(connection, [])}, ${await stored(connection, ['a'])}`);
console.log(seen.join('\n'));
await client.end();
await server.stop();
await db.close();
assert.deepEqual(seen, ['pg: [] → {}, ["a"] → invalid input syntax for type json', 'PGlite: [] → [], ["a"] → ["a"]']);
JS
