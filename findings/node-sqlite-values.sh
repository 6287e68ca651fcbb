#!/usr/bin/env bash
# Expected: `node:sqlite` stores a whole number as one, and refuses what it cannot store, as it does for undefined.
# Happens: every JavaScript number is bound as a REAL, so 7 in a TEXT column is stored as "7.0" and is not found by "7". A `Date` as the
#   only value is taken for an object of named parameters and, having no names, binds nothing: the column is NULL, without an
#   error. Values left out are NULL too; only one too many is an error.
# With: Node 24.21.0
# Matters: an id that is a number here and a string there splits in two rows; a session stored with `run(date)` loses its date silently,
#   in a column that may be NULL. Bind String(id), BigInt(id) and date.toISOString().
# Seen:
#   7 in a TEXT column: "7.0", found by "7": 0; 7n: "7"
#   a Date: null; one value for two places: {"a":1,"b":null}; undefined: ERR_INVALID_ARG_TYPE
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
const db = new DatabaseSync(':memory:');
db.exec('CREATE TABLE session (id TEXT, date TEXT)');
const stored = (value) => {
  db.exec('DELETE FROM session');
  db.prepare('INSERT INTO session (id) VALUES (?)').run(value);
  return db.prepare('SELECT id FROM session').get().id;
};
const number = stored(7);
const found = db.prepare('SELECT count(*) AS n FROM session WHERE id = ?').get('7').n;
const date = db.prepare('SELECT ? AS date').get(new Date(0)).date;
const fewer = JSON.stringify(db.prepare('SELECT ? AS a, ? AS b').get(1));
let refused = '';
try {
  stored(undefined);
} catch (error) {
  refused = error.code;
}
console.log(`7 in a TEXT column: "${number}", found by "7": ${found}; 7n: "${stored(7n)}"`);
console.log(`a Date: ${date}; one value for two places: ${fewer}; undefined: ${refused}`);
assert.deepEqual([number, found, stored(7n), date], ['7.0', 0, '7', null]);
assert.deepEqual([fewer, refused], ['{"a":1,"b":null}', 'ERR_INVALID_ARG_TYPE']);
JS
