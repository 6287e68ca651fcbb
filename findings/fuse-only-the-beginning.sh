#!/usr/bin/env bash
# Expected: a fuzzy search that finds a word with a letter wrong finds the word itself, wherever it stands in a text.
# Happens: with the settings it comes with, an exact word is found in about the first 60 signs of a text and nowhere behind, whatever its
#   length: how far a match is from the first sign counts like letters that are wrong. `ignoreLocation: true` finds it.
# With: fuse.js 7.5.0
# Matters: of a turn of a discussion only the courtesies at its beginning are searched. The search looks as if nobody had said it.
# Seen:
#   "We oppose the levy." 1; after a sentence of thanks 0; there with ignoreLocation 1
#   the word begins at sign 55: 1, at sign 65: 0
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error fuse.js@7.5.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import Fuse from 'fuse.js';
const hits = (text, word, options) => new Fuse([{ text }], { keys: ['text'], ...options }).search(word).length;
const thanks = 'Thank you, Chair, and let me thank the harbour office for its warm welcome and for the paper before us. ';
const said = [
  hits('We oppose the levy.', 'oppose the levy'),
  hits(`${thanks}We oppose the levy.`, 'oppose the levy'),
  hits(`${thanks}We oppose the levy.`, 'oppose the levy', { ignoreLocation: true }),
];
const far = [55, 65].map((signs) => hits(`${'a '.repeat(signs).slice(0, signs - 1)} levy`, 'levy'));
console.log(`"We oppose the levy." ${said[0]}; after a sentence of thanks ${said[1]}; there with ignoreLocation ${said[2]}`);
console.log(`the word begins at sign 55: ${far[0]}, at sign 65: ${far[1]}`);
assert.deepEqual(said, [1, 0, 1]);
assert.deepEqual(far, [1, 0]);
JS
