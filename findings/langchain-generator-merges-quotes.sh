#!/usr/bin/env bash
# Expected: a `RunnableLambda` made of a generator that yields two findings gives, when invoked, both of them or the last one.
# Happens: what it yields is added up, field by field: two quotations of two people become one of a speaker with two names, whose words
#   run on. Numbers are summed, a list of lists is one list. Streamed, the same generator gives the two as they are; put before
#   another step with `pipe`, they are added up again.
# With: @langchain/core 1.4.0
# Matters: the step that reads quotations one by one works in the test that streams it and, invoked, puts words into a mouth. Yield text
#   only, or return a list.
# Seen:
#   invoked: {"speaker":"Ines OkaforPar Lindqvale","quote":"We agree.We do not.","turn":7}
#   streamed: 2 pieces; piped: {"speaker":"Ines OkaforPar Lindqvale","quote":"We agree.We do not.","turn":7}
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @langchain/core@1.4.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { RunnableLambda } from '@langchain/core/runnables';
const quotes = RunnableLambda.from(async function* () {
  yield { speaker: 'Ines Okafor', quote: 'We agree.', turn: 3 };
  yield { speaker: 'Par Lindqvale', quote: 'We do not.', turn: 4 };
});
const invoked = JSON.stringify(await quotes.invoke('?'));
const streamed = [];
for await (const piece of await quotes.stream('?')) streamed.push(piece);
const piped = JSON.stringify(await quotes.pipe((each) => each).invoke('?'));
console.log(`invoked: ${invoked}\nstreamed: ${streamed.length} pieces; piped: ${piped}`);
assert.equal(invoked, '{"speaker":"Ines OkaforPar Lindqvale","quote":"We agree.We do not.","turn":7}');
assert.equal(streamed.length, 2);
assert.equal(piped, invoked);
JS
