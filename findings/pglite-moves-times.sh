#!/usr/bin/env bash
# Expected: a `Date` stored in a `timestamp` column comes back as the same moment, as it does with pg.
# Happens: PGlite writes it in UTC and reads it as local time: each way through moves it by the offset of the process, and on a machine in
#   UTC, such as most that run tests, nothing is seen. `infinity`, which pg gives as `Infinity`, is an Invalid Date. A `date` is midnight
#   in UTC, where pg gives midnight of the process, so the two differ by a day once written out.
# With: @electric-sql/pglite 0.5.14 with @electric-sql/pglite-socket 0.2.17, pg 8.23.1, TZ=Asia/Tokyo
# Matters: a session of the evening moves to the day before; one read and stored again moves each time. What was tested on PGlite
#   behaves otherwise on a server. Use `timestamptz`, and give dates as text.
# Seen:
#   PGlite: 2024-05-01T20:00:00.000Z → 2024-05-01T11:00:00.000Z; date 2024-05-01T00:00:00.000Z; infinity Invalid Date
#   pg: 2024-05-01T20:00:00.000Z → 2024-05-01T20:00:00.000Z; date 2024-04-30T15:00:00.000Z; infinity Infinity
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 pg@8.23.1 @electric-sql/pglite@0.5.14 @electric-sql/pglite-socket@0.2.17 >/dev/null
TZ=Asia/Tokyo node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import pg from 'pg';
const db = await PGlite.create();
const server = new PGLiteSocketServer({ db, path: `${process.cwd()}/.s.PGSQL.5432` });
await server.start();
const client = new pg.Client({ host: process.cwd(), port: 5432, user: 'postgres', database: 'postgres' });
await client.connect();
const began = new Date('2024-05-01T20:00:00Z');
const iso = (value) => (value instanceof Date && !Number.isNaN(value.valueOf()) ? value.toISOString() : String(value));
const seen = [];
for (const [name, connection] of [['PGlite', db], ['pg', client]]) {
  const { rows } = await connection.query("SELECT $1::timestamp AS moment, '2024-05-01'::date AS day, 'infinity'::timestamp AS open", [began]);
  const [{ moment, day, open }] = rows;
  seen.push(`${name}: ${iso(began)} → ${iso(moment)}; date ${iso(day)}; infinity ${iso(open)}`);
}
console.log(seen.join('\n'));
await client.end();
await server.stop();
await db.close();
assert.deepEqual(seen, [
  'PGlite: 2024-05-01T20:00:00.000Z → 2024-05-01T11:00:00.000Z; date 2024-05-01T00:00:00.000Z; infinity Invalid Date',
  'pg: 2024-05-01T20:00:00.000Z → 2024-05-01T20:00:00.000Z; date 2024-04-30T15:00:00.000Z; infinity Infinity',
]);
JS
