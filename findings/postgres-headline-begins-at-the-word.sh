#!/usr/bin/env bash
# Expected: `ts_headline` shows the found word with some words before and after it, in the text's own letters.
# Happens: the excerpt begins *with* the found word where enough text follows: all before it in its sentence, the "not" too, is cut off
#   without a mark. What looks like a tag inside the excerpt is dropped, words in angle brackets with it.
# With: PostgreSQL in @electric-sql/pglite 0.5.14, default options
# Matters: "We will, however, not sign the pact now" is shown as "pact now", and a speaker's "<inaudible>" vanishes. An excerpt is no
#   quotation; cut the sentence from the record instead.
# Seen:
#   [pact] now; it is poor   indeed, and many others spoke after that of fish, of boats
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
const said =
  'The first delegate spoke at length of other things. We will, however, not sign the pact now; it is poor <inaudible> indeed, ' +
  'and many others spoke after that of fish, of boats and of the weather at sea in spring.';
const { rows } = await db.query(
  "SELECT ts_headline('english', $1::text, to_tsquery('english', 'pact'), 'StartSel=[,StopSel=]') AS excerpt", [said]);
console.log(rows[0].excerpt);
assert.ok(rows[0].excerpt.startsWith('[pact] now; it is poor'));
assert.ok(!rows[0].excerpt.includes('inaudible'));
await db.close();
JS
