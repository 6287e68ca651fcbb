#!/usr/bin/env bash
# Expected: `en-u-ss-standard` (Unicode's own key for it: leave full stops after known abbreviations alone) keeps "Mr. Okello" in one sentence,
#   as ICU does when it is asked for it in C++ or Java.
# Happens: the key is valid, taken by `Intl.Locale` and dropped by the segmenter without a word: "Mr.", "Prof.", "No." and "U.S." end sentences
#   with it as without it.
# With: Node 24.21.0 (ICU as built in)
# Matters: a bot that prints whole sentences prints "We thank Mr." and gives the rest to the next one. Sentences must be joined again by a list
#   of abbreviations of one's own.
# Seen:
#   key of the locale: standard; locale of the segmenter: en
#   We thank Mr. | Okello for this. ; The U.S. | Government agrees.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const asked = 'en-u-ss-standard';
const segmenter = new Intl.Segmenter(asked, { granularity: 'sentence' });
const sentences = (text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).join(' | ');
const key = /-ss-(\w+)/.exec(new Intl.Locale(asked).toString())?.[1];
const taken = segmenter.resolvedOptions().locale;
const seen = ['We thank Mr. Okello for this.', 'The U.S. Government agrees.'].map(sentences);
console.log(`key of the locale: ${key}; locale of the segmenter: ${taken}`);
console.log(seen.join(' ; '));
assert.deepEqual([key, taken], ['standard', 'en']);
assert.deepEqual(seen, ['We thank Mr. | Okello for this.', 'The U.S. | Government agrees.']);
JS
