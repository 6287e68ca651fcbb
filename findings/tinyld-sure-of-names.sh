#!/usr/bin/env bash
# Expected: `accuracy` says how sure the detector is: near 1 for a clear case, low for a name of two words.
# Happens: it is the other way round for short text. A speaker's name is Esperanto or Klingon with 1.00, "Yes." is Berber with 0.33,
#   while plain English sentences are English with 0.10 to 0.17. No threshold keeps the right ones and drops the wrong ones.
# With: tinyld 1.3.4
# Matters: turns in debates are short. A bot that answers in the detected language, or picks stop words by it, when `accuracy` is high
#   enough, does so for the wrong turns. `detect(text, { only: [...] })` and a least length are needed instead.
# Seen:
#   Ines Okafor: eo 1.00; Par Lindqvale: tlh 1.00; Yes.: ber 0.33
#   We need a shared frost warning.: en 0.10; Thank you, Chair.: en 0.16; Agreed.: en 0.17
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error tinyld@1.3.4 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { detectAll } from 'tinyld';
const read = (text) => {
  const [{ lang, accuracy }] = detectAll(text);
  return `${text}: ${lang} ${accuracy.toFixed(2)}`;
};
const wrong = ['Ines Okafor', 'Par Lindqvale', 'Yes.'].map(read).join('; ');
const right = ['We need a shared frost warning.', 'Thank you, Chair.', 'Agreed.'].map(read).join('; ');
console.log(wrong);
console.log(right);
assert.equal(wrong, 'Ines Okafor: eo 1.00; Par Lindqvale: tlh 1.00; Yes.: ber 0.33');
assert.equal(right, 'We need a shared frost warning.: en 0.10; Thank you, Chair.: en 0.16; Agreed.: en 0.17');
JS
