#!/usr/bin/env bash
# Expected: a tokenizer whose documentation speaks of words cuts at blanks and signs; if it knows letters of other alphabets, then é too.
# Happens: Russian words are kept whole, but é, ñ, ã and ğ are taken for gaps, and the word falls in two: "Núñez" is N and ez, "naïve" na
#   and ve, "Đorđe" or and e. Arabic and Chinese text has no word at all, without an error.
# With: natural 8.1.1
# Matters: names of delegates are cut, and "ve", "an" and "or" are words of the index. A search for Núñez finds whoever has an N and
#   an ez. A test in English, or in Russian, sees nothing.
# Seen:
#   Inés Núñez: In|s|N|ez; naïve: na|ve; Đorđe: or|e; Мы не: Мы|не; لا نوافق: ; 我们: 
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error natural@8.1.1 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { WordTokenizer } = require('natural');
const words = ['Inés Núñez', 'naïve', 'Đorđe', 'Мы не', 'لا نوافق', '我们'];
const seen = words.map((text) => `${text}: ${new WordTokenizer().tokenize(text).join('|')}`).join('; ');
console.log(seen);
assert.equal(seen, 'Inés Núñez: In|s|N|ez; naïve: na|ve; Đorđe: or|e; Мы не: Мы|не; لا نوافق: ; 我们: ');
JS
DOTENV_CONFIG_QUIET=true node seen.cjs
