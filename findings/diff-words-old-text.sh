#!/usr/bin/env bash
# Expected: the unchanged and removed parts of a diff, put together, are the old text; the unchanged and added ones the new.
# Happens: `diffWords` takes blanks for equal, however many and of whatever kind, and an unchanged part holds the *new* text's.
#   Line breaks and double blanks of the old text are in no part; two texts that differ in them are "one unchanged part".
# With: diff 9.0.0
# Matters: offsets into the record counted along the parts come out wrong from the first double blank on, and the quotation cut by
#   them begins or ends inside a word. `diffWordsWithSpace` keeps every letter.
# Seen:
#   diffWords: 1 part, old text back: false; the old length 24, counted 21
#   diffWordsWithSpace: old text back: true
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error diff@9.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { diffWords, diffWordsWithSpace } from 'diff';
const old = 'We  will\n\nnever  pay it.';
const quoted = 'We will never pay it.';
const oldOf = (parts) => parts.filter(({ added }) => !added).map(({ value }) => value).join('');
const parts = diffWords(old, quoted);
console.log(`diffWords: ${parts.length} part, old text back: ${oldOf(parts) === old}; the old length ${old.length}, counted ${oldOf(parts).length}`);
console.log(`diffWordsWithSpace: old text back: ${oldOf(diffWordsWithSpace(old, quoted)) === old}`);
assert.equal(parts.length, 1);
assert.equal(oldOf(parts), quoted);
assert.equal(oldOf(diffWordsWithSpace(old, quoted)), old);
JS
