#!/usr/bin/env bash
# Expected: "no." at the end of a sentence ends it, as "yes." does.
# Happens: "no." is on the list of abbreviations, for "number", whatever comes after it: "He said no. It is late." is one sentence, and
#   "He said yes. It is late." two. "Sun." and "Col." at an end are the same.
# With: sbd 1.0.19
# Matters: in a debate "no" is a word that ends sentences. The refusal is quoted with whatever comes after it; for consent all works.
# Seen:
#   He said no. It is late. | He said yes. / It is late. | They voted no. We left. | They voted yes. / We left.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error sbd@1.0.19 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { sentences } = require('sbd');
const said = ['He said no. It is late.', 'He said yes. It is late.', 'They voted no. We left.', 'They voted yes. We left.'];
const seen = said.map((text) => sentences(text).join(' / ')).join(' | ');
console.log(seen);
assert.equal(seen, 'He said no. It is late. | He said yes. / It is late. | They voted no. We left. | They voted yes. / We left.');
JS
node seen.cjs
