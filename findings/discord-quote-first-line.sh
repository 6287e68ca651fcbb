#!/usr/bin/env bash
# Expected: `quote(text)` sets the text off as a quotation.
# Happens: it puts "> " before the first line only; the lines after it stand outside, as the bot's own words. `blockQuote`, the other way,
#   takes in all that comes after it in the message, the bot's words too. Neither is right for two lines with a remark below.
# With: discord.js 14.28.1
# Matters: a quotation of two paragraphs is half the delegate's and half the bot's. Put "> " before each line.
# Seen:
#   quote: "> We will sign.\nBut not now.\n— Ines"
#   blockQuote: ">>> We will sign.\nBut not now.\n— Ines"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 discord.js@14.28.1 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { blockQuote, quote } = require('discord.js');
const said = 'We will sign.\nBut not now.';
const seen = [`${quote(said)}\n— Ines`, `${blockQuote(said)}\n— Ines`];
console.log(`quote: ${JSON.stringify(seen[0])}\nblockQuote: ${JSON.stringify(seen[1])}`);
assert.deepEqual(seen, ['> We will sign.\nBut not now.\n— Ines', '>>> We will sign.\nBut not now.\n— Ines']);
JS
node_modules/.bin/node seen.cjs
