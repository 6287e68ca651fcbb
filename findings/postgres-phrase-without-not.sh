#!/usr/bin/env bash
# Expected: a search for a phrase in quotation marks finds the phrase.
# Happens: "not", "no", "will" and "against" are stop words and no part of a phrase: “we will not sign” is a search for 'sign' alone and
#   finds "we will sign". In the middle of a phrase a stop word leaves a gap that any word fills. Spanish drops contra
#   (against), Russian не (not); Arabic drops nothing.
# With: PostgreSQL in @electric-sql/pglite 0.5.14; the same lists come with every PostgreSQL
# Matters: the bot is asked whether somebody said "we will not sign" and the search gives their "we will sign", with the same rank. A
#   phrase has to be looked up again in the words themselves, or indexed with the configuration `simple`.
# Seen:
#   websearch_to_tsquery('english', '"we will not sign"') = 'sign', finds "We will sign it.": true
#   '"shall not sign"' under simple = 'shall' <-> 'not' <-> 'sign'
#   spanish "contra el texto" = 'text'; russian "не согласны" = 'согласн'; english "against the pact" = 'pact'
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
const query = async (language, words) =>
  (await db.query("SELECT websearch_to_tsquery($1::regconfig, $2)::text AS q", [language, `"${words}"`])).rows[0].q;
const { rows } = await db.query(
  `SELECT to_tsvector('english', 'We will sign it.') @@ websearch_to_tsquery('english', '"we will not sign"') AS found`,
);
const english = await query('english', 'we will not sign');
const simple = await query('simple', 'shall not sign');
const others = [await query('spanish', 'contra el texto'), await query('russian', 'не согласны'), await query('english', 'against the pact')];
console.log(`websearch_to_tsquery('english', '"we will not sign"') = ${english}, finds "We will sign it.": ${rows[0].found}`);
console.log(`'"shall not sign"' under simple = ${simple}`);
console.log(`spanish "contra el texto" = ${others[0]}; russian "не согласны" = ${others[1]}; english "against the pact" = ${others[2]}`);
assert.deepEqual([english, rows[0].found, simple], ["'sign'", true, "'shall' <-> 'not' <-> 'sign'"]);
assert.deepEqual(others, ["'text'", "'согласн'", "'pact'"]);
await db.close();
JS
