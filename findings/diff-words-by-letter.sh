#!/usr/bin/env bash
# Expected: `diffWords` compares words, in any language written with blanks between them.
# Happens: its word is a run of Latin letters; every letter of Cyrillic, Arabic or Devanagari is a token of its own. согласен against
#   согласна is no changed word but "соглас", a lost "е" and a new "а"; in Arabic and Hindi the marks over letters are torn
#   from them. Given an `intlSegmenter`, it compares words.
# With: diff 9.0.0
# Matters: showing what differs between a claimed quotation and the speaker's words is unreadable in four of the six languages of the
#   UN, and a share of equal words counted from it is a share of letters.
# Seen:
#   ru: мы соглас|-е|н|+а
#   ru, with a segmenter: мы |-согласен|+согласна
#   ar: ن|+َ|ح|+ْ|ن|+ُ |نوافق
#   en: we |-agree|+agreed
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error diff@9.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { diffWords } from 'diff';
const show = (one, other, options) =>
  diffWords(one, other, options).map(({ value, added, removed }) => (added ? '+' : removed ? '-' : '') + value).join('|');
const plain = show('мы согласен', 'мы согласна');
const words = show('мы согласен', 'мы согласна', { intlSegmenter: new Intl.Segmenter('ru', { granularity: 'word' }) });
const arabic = show('نحن نوافق', 'نَحْنُ نوافق');
console.log('ru:', plain);
console.log('ru, with a segmenter:', words);
console.log('ar:', arabic);
console.log('en:', show('we agree', 'we agreed'));
assert.equal(words, 'мы |-согласен|+согласна');
assert.equal(show('we agree', 'we agreed'), 'we |-agree|+agreed');
assert.equal(plain, 'мы соглас|-е|н|+а');
assert.equal(arabic, 'ن|+َ|ح|+ْ|ن|+ُ |نوافق');
JS
