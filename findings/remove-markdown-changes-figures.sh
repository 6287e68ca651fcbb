#!/usr/bin/env bash
# Expected: text without Markdown stays as it is when Markdown is taken out of it.
# Happens: a year at the beginning of a line is the number of a list and goes, two signs of multiplication are emphasis and go, so that
#   other figures stand there, "~" (about) goes, and what stands between < and > goes with the figures beside it.
# With: remove-markdown 0.7.0
# Matters: what is shown in a notification or searched is no longer what was said: 3*4*5 has become 345. Quote from the text that was
#   spoken, and make plain text from a parser's tree (CommonMark makes lists of lines that begin with a figure, too: look where a line begins).
# Seen:
#   "1986. A great year for the port." -> "A great year for the port."
#   "Three halls, 3*4*5 metres." -> "Three halls, 345 metres."
#   "We have ~40 boats and ~50 nets." -> "We have 40 boats and 50 nets."
#   "Between 2 < 3 and 5 > 4 I see no gap." -> "Between 2  4 I see no gap."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error remove-markdown@0.7.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import removeMarkdown from 'remove-markdown';
const seen = new Map([
  ['1986. A great year for the port.', 'A great year for the port.'],
  ['Three halls, 3*4*5 metres.', 'Three halls, 345 metres.'],
  ['We have ~40 boats and ~50 nets.', 'We have 40 boats and 50 nets.'],
  ['Between 2 < 3 and 5 > 4 I see no gap.', 'Between 2  4 I see no gap.'],
]);
for (const text of seen.keys()) console.log(`${JSON.stringify(text)} -> ${JSON.stringify(removeMarkdown(text))}`);
for (const [text, plain] of seen) assert.equal(removeMarkdown(text), plain);
JS
