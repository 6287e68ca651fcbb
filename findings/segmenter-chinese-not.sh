#!/usr/bin/env bash
# Expected: Intl.Segmenter cuts 不同意 (do not agree) the same way in every sentence: 不 | 同意, with "not" a word of its own.
# Happens: after "I", "he" or "she" the "not" goes to the pronoun: 他不 | 同意, "he-not | agree"; 我不会 | 签署 hides "will not" in the
#   same way. After "we", "they" or a country it stands alone. What is cut depends on the neighbours.
# With: Node 24.21.0 (ICU 78.3)
# Matters: a check that looks for the word 不 before letting a quotation bear out a claim takes "he does not agree" for "agree", and
#   an index of such words finds 不 in some refusals only. Negation in Chinese is to be looked for by character.
# Seen:
#   不同意 = 不|同意; 我们不同意 = 我们|不|同意; 代表团不同意 = 代表|团|不|同意; 他不同意 = 他不|同意; 她不支持 = 她不|支持; 我不会签署 = 我不会|签署; 他不会签署 = 他|不会|签署
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text) => [...segmenter.segment(text)].map(({ segment }) => segment).join('|');
const sentences = ['不同意', '我们不同意', '代表团不同意', '他不同意', '她不支持', '我不会签署', '他不会签署'];
const seen = sentences.map((text) => `${text} = ${wordsOf(text)}`).join('; ');
console.log(seen);
assert.equal(
  seen,
  '不同意 = 不|同意; 我们不同意 = 我们|不|同意; 代表团不同意 = 代表|团|不|同意; 他不同意 = 他不|同意; 她不支持 = 她不|支持; 我不会签署 = 我不会|签署; 他不会签署 = 他|不会|签署',
);
JS
