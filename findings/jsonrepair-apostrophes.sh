#!/usr/bin/env bash
# Expected: mending the quotation marks of a model's JSON leaves the words between them as they are, or it throws.
# Happens: in a string set in single quotes, each apostrophe of the words becomes a double quotation mark: "We don"t agree". What is said
#   to be repaired is valid JSON and no error. Double quotation marks left open inside a text set in double ones are mended as one would.
# With: jsonrepair 3.15.0
# Matters: models that write Python in place of JSON are why it is used. What comes out is no slice of the record any more, so a true
#   quotation is thrown away, or shown with a mark that nobody wrote. French and names (O'Kane) are hit most.
# Seen:
#   {'said': 'We don't agree'} → {"said":"We don\"t agree"}
#   ['l'accord', 'O'Kane'] → ["l\"accord","O\"Kane"]
#   {"said": "the "so-called" pact"} → {"said":"the \"so-called\" pact"}
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error jsonrepair@3.15.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { jsonrepair } from 'jsonrepair';
const replies = [`{'said': 'We don't agree'}`, `['l'accord', 'O'Kane']`, `{"said": "the "so-called" pact"}`];
const mended = replies.map((reply) => JSON.parse(jsonrepair(reply)));
replies.forEach((reply, at) => console.log(`${reply} → ${JSON.stringify(mended[at])}`));
assert.deepEqual(mended, [{ said: 'We don"t agree' }, ['l"accord', 'O"Kane'], { said: 'the "so-called" pact' }]);
JS
