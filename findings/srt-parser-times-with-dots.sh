#!/usr/bin/env bash
# Expected: a cue whose times have dots for commas (many makers write them so) is read, left out, or refused.
# Happens: its number, its times and its words are all made words of the cue before it. Also what stands behind the times (`X1:10 X2:20`, a
#   place on the screen) begins the words of its cue.
# With: srt-parser-2 1.2.3, which LangChain's `SRTLoader` reads with
# Matters: Anna's turn ends with "4 00:00:05.500 --> 00:00:07.000" and what Ivo said, under Anna's name and Anna's time.
# Seen:
#   1: "ANNA: We agree.⏎⏎2⏎00:00:03.000 --> 00:00:05.000⏎IVO: We do not."
#   3: "X1:10 X2:20⏎MEI: Nor do we."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error srt-parser-2@1.2.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import parser from 'srt-parser-2';
const Parser = parser.default ?? parser;
const cues = [
  ['1', '00:00:01,000 --> 00:00:03,000', 'ANNA: We agree.'],
  ['2', '00:00:03.000 --> 00:00:05.000', 'IVO: We do not.'],
  ['3', '00:00:05,000 --> 00:00:07,000 X1:10 X2:20', 'MEI: Nor do we.'],
];
const read = new Parser().fromSrt(cues.map((lines) => lines.join('\n')).join('\n\n') + '\n');
for (const { id, text } of read) console.log(`${id}: "${text.replaceAll('\n', '⏎')}"`);
assert.deepEqual(read.map(({ id, text }) => [id, text]), [
  ['1', 'ANNA: We agree.\n\n2\n00:00:03.000 --> 00:00:05.000\nIVO: We do not.'],
  ['3', 'X1:10 X2:20\nMEI: Nor do we.'],
]);
JS
