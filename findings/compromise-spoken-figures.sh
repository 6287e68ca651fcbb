#!/usr/bin/env bash
# Expected: a language library with a part for numbers reads figures as they are spoken, or finds none.
# Happens: "one and a half per cent" is 1.5, but "two and a half million" is 2,000,000: the half is lost. "a million and a half" is
#   1,000,000.5, "twenty twenty-five" is 0 and 5, "nineteen eighty-six" 19, 80 and 6, "point five" is 5, and "2½" is no number.
# With: compromise 14.17.0
# Matters: speakers say amounts and years in words. Comparing an answer's figure with the sentence it cites then refuses what is
#   right and passes what is wrong by half a million.
# Seen:
#   one and a half per cent: 1.5; two and a half million dollars: 2000000; a million and a half: 1000000.5; half a million: 500000
#   in twenty twenty-five: 0, 5; in nineteen eighty-six: 19, 80, 6; point five: 5; 2½ per cent: -
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error compromise@14.17.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import nlp from 'compromise';
const read = (text) => `${text}: ${nlp(text).numbers().json().map(({ number }) => number.num).join(', ') || '-'}`;
const amounts = ['one and a half per cent', 'two and a half million dollars', 'a million and a half', 'half a million'].map(read).join('; ');
const years = ['in twenty twenty-five', 'in nineteen eighty-six', 'point five', '2½ per cent'].map(read).join('; ');
console.log(amounts);
console.log(years);
assert.equal(amounts, 'one and a half per cent: 1.5; two and a half million dollars: 2000000; a million and a half: 1000000.5; half a million: 500000');
assert.equal(years, 'in twenty twenty-five: 0, 5; in nineteen eighty-six: 19, 80, 6; point five: 5; 2½ per cent: -');
JS
