#!/usr/bin/env bash
# Expected: a sentence splitter told "fr" knows that « … » are set off by blanks, and keeps the closing » with the sentence it closes.
# Happens: the blank before » ends the sentence: the mark begins the next one, « Non. | » Puis il sort. The language given
#   changes nothing in it. Without blanks, «Non.», the cut is right.
# With: Node 24.21.0 (ICU 78.3)
# Matters: French records set every quotation this way, with a no-break blank. A verbatim sentence is shown with its quotation left
#   open, and the one after it begins with a stray » that no reader can place.
# Seen:
#   fr: Il a dit : « Non. |» Puis il sort.
#   en: Il a dit : « Non. |» Puis il sort.
#   fr, no blanks: Il a dit: «Non.» |Puis il sort.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const cut = (language, text) =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment).join('|');
const spaced = 'Il a dit : «\u00a0Non.\u00a0» Puis il sort.';
console.log('fr:', cut('fr', spaced));
console.log('en:', cut('en', spaced));
console.log('fr, no blanks:', cut('fr', 'Il a dit: «Non.» Puis il sort.'));
assert.equal(cut('fr', spaced), 'Il a dit : «\u00a0Non.\u00a0|» Puis il sort.');
assert.equal(cut('en', spaced), cut('fr', spaced));
assert.equal(cut('fr', 'Il a dit: «Non.» Puis il sort.'), 'Il a dit: «Non.» |Puis il sort.');
JS
