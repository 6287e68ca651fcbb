#!/usr/bin/env bash
# Expected: `mergeMessageRuns` joins messages that follow each other from one and the same sender; messages with different names stay apart.
# Happens: only the kind of message counts: what Ines said and what Omar said is one message of nobody, without either name. Written out with
#   `getBufferString`, a name is put before the words with a comma, as if it were the first of them.
# With: @langchain/core 1.4.0
# Matters: in a thread several people write to a bot one after the other. Merged, as some models require, "We sign." and "We do not."
#   are one person's; written out, "Human: Omar, go on" reads as Omar being spoken to.
# Seen:
#   merged: 1 message, name undefined: "We sign.\nWe do not."
#   written out: "Human: Omar, go on"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { getBufferString, HumanMessage, mergeMessageRuns } from '@langchain/core/messages';
const said = (name, content) => new HumanMessage({ name, content });
const merged = mergeMessageRuns([said('Ines', 'We sign.'), said('Omar', 'We do not.')]);
const written = getBufferString([said('Omar', 'go on')]);
console.log(`merged: ${merged.length} message, name ${merged[0].name}: ${JSON.stringify(merged[0].content)}`);
console.log(`written out: ${JSON.stringify(written)}`);
assert.deepEqual(merged.map(({ name, content }) => [name, content]), [[undefined, 'We sign.\nWe do not.']]);
assert.equal(written, 'Human: Omar, go on');
JS
