#!/usr/bin/env bash
# Expected: taking the article out of a page drops menus and advertisements and keeps the text of the article.
# Happens: the first short paragraph with a class like "author" is taken for the byline and removed: the first speaker's name is gone from the
#   text, while all later ones stay. A paragraph in a `<footer>` of the article and one with a class like "comment" go as well.
# With: @mozilla/readability 0.6.0, linkedom 0.18.15
# Matters: the first speech then belongs to nobody, or to the heading before it, and the closing words of the chair were never said.
# Seen:
#   byline: Ines Okafor:
#   names left in the text: Par Lindqvale, Mei Tanaka; the chair's last words: false; "Yes, at once.": false
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @mozilla/readability@0.6.0 linkedom@0.18.15 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
const names = ['Ines Okafor', 'Par Lindqvale', 'Mei Tanaka'];
const words = 'We measured the water, the ice and the wind at the mouth of the river for many years. '.repeat(3);
const speeches = names.map((name) => `<p class="author">${name}:</p><p>${words}</p>`).join('');
const page = `<html><head><title>Harbour hearing</title></head><body><article><h1>Harbour hearing</h1>${speeches}
<div class="comment"><p>Yes, at once.</p></div><footer><p>The chair closed the meeting with thanks, at noon, to all who came.</p></footer>
</article></body></html>`;
const { byline, textContent } = new Readability(parseHTML(page).document).parse();
const left = names.filter((name) => textContent.includes(name));
console.log(`byline: ${byline}`);
console.log(
  `names left in the text: ${left.join(', ')}; the chair's last words: ${textContent.includes('The chair closed')}; ` +
    `"Yes, at once.": ${textContent.includes('Yes, at once.')}`,
);
assert.equal(byline, 'Ines Okafor:');
assert.deepEqual(left, ['Par Lindqvale', 'Mei Tanaka']);
assert.ok(!textContent.includes('The chair closed') && !textContent.includes('Yes, at once.'));
JS
