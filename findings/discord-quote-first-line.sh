#!/usr/bin/env bash
# Expected: `quote(text)` sets the whole of a text as a quotation.
# Happens: it puts one "> " before it, so only the first line is quoted; the speaker's second line stands outside, as the bot's own words.
#   `blockQuote` has the opposite fault: all that follows in the message is inside. `bold`, `heading` and `hyperlink` take line
#   ends and their own marks as they come, and break in the same way.
# With: discord.js 14.28.1
# Matters: who said what is the one thing the layout has to keep. Quote line by line.
# Seen:
#   quote: "> We will pay.\nOnly if you do."
#   blockQuote, then words of the bot: ">>> We will pay.\nOnly if you do.\n— Ines Okafor, turn 4"
#   hyperlink: "[annex [1]](https://example.org/a_(b))", heading: "# One\nTwo"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error discord.js@14.28.1 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { blockQuote, heading, hyperlink, quote } from 'discord.js';
const said = 'We will pay.\nOnly if you do.';
const seen = [quote(said), `${blockQuote(said)}\n— Ines Okafor, turn 4`, hyperlink('annex [1]', 'https://example.org/a_(b)'), heading('One\nTwo')];
const [quoted, block, link, head] = seen.map((text) => JSON.stringify(text));
console.log(`quote: ${quoted}\nblockQuote, then words of the bot: ${block}\nhyperlink: ${link}, heading: ${head}`);
assert.deepEqual(seen, [
  '> We will pay.\nOnly if you do.',
  '>>> We will pay.\nOnly if you do.\n— Ines Okafor, turn 4',
  '[annex [1]](https://example.org/a_(b))',
  '# One\nTwo',
]);
JS
