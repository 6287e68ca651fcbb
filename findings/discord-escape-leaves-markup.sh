#!/usr/bin/env bash
# Expected: `escapeMarkdown` makes a text stand as it is; every option of it turned on makes sure.
# Happens: by default it leaves headings, lists and `[words](address)` alone. With every option on it still leaves `> quoted`, `>>> quoted`
#   and `-# small`, for which there is no option. An address it spares from escaping, but not in angle brackets.
# With: discord.js 14.28.1
# Matters: a transcript line `[the annex](https://…)` becomes a link in the bot's name; a line beginning with ">>> " turns all the rest of the
#   answer into a quotation, the bot's own words with it; a "# 5" shouts. Escape by one's own list of signs.
# Seen:
#   default: # Title / - item / 1. item / [annex](https://example.org/a) / > said / >>> all / -# small
#   all on: \# Title / \- item / 1\. item / \[annex](https://example.org/a) / > said / >>> all / -# small
#   addresses: https://example.org/a_b / <https://example.org/a\_b>
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error discord.js@14.28.1 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { escapeMarkdown } from 'discord.js';
const lines = ['# Title', '- item', '1. item', '[annex](https://example.org/a)', '> said', '>>> all', '-# small'];
const all = { heading: true, bulletedList: true, numberedList: true, maskedLink: true };
const plain = lines.map((line) => escapeMarkdown(line));
const full = lines.map((line) => escapeMarkdown(line, all));
const addresses = ['https://example.org/a_b', '<https://example.org/a_b>'].map((address) => escapeMarkdown(address));
console.log(`default: ${plain.join(' / ')}\nall on: ${full.join(' / ')}\naddresses: ${addresses.join(' / ')}`);
assert.deepEqual(plain, lines);
assert.deepEqual(full, ['\\# Title', '\\- item', '1\\. item', '\\[annex](https://example.org/a)', '> said', '>>> all', '-# small']);
assert.deepEqual(addresses, ['https://example.org/a_b', '<https://example.org/a\\_b>']);
JS
