#!/usr/bin/env bash
# Expected: every cue of a SubRip file is read, with all its words; formatting such as `<i>` is taken off.
# Happens: a cue with the format's own place on the screen (X1: … Y2: …) is left out whole, and so is one from the hundredth hour on. In what is
#   kept, all from one < to the next > goes, a comparison and a remark like <inaudible> too, and so does all after an empty line.
# With: subsrt-ts 2.1.2
# Matters: "We agree." is left of "We agree. / With nothing.", and nothing says that a cue is missing. Compare the count of cues with that
#   of `-->` in the file.
# Seen:
#   5 cues in the file, 3 read: "x  3 votes for Omar" | "We agree." | "We did  sign."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error subsrt-ts@2.1.2 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const subsrt = require('subsrt-ts');
const { parse } = subsrt.default ?? subsrt;
const file = `1
00:00:01,000 --> 00:00:02,000 X1:100 X2:600 Y1:20 Y2:40
We will not sign.

2
00:00:03,000 --> 00:00:04,000
x < 5 votes for Ines, y > 3 votes for Omar

3
00:00:05,000 --> 00:00:06,000
We agree.

With nothing.

4
00:00:07,000 --> 00:00:08,000
We did <inaudible> sign.

5
100:00:01,000 --> 100:00:02,000
Late.
`;
const words = parse(file, { format: 'srt' }).map(({ text }) => text);
console.log(`${file.split('-->').length - 1} cues in the file, ${words.length} read: ${words.map((text) => JSON.stringify(text)).join(' | ')}`);
assert.deepEqual(words, ['x  3 votes for Omar', 'We agree.', 'We did  sign.']);
JS
node seen.cjs
