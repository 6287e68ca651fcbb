#!/usr/bin/env bash
# Expected: a line of `.env` with a mistake in it costs that line, or is an error; a value runs to the end of its line.
# Happens: one quotation mark that is not closed takes in all lines up to the next one of its kind, however far down; the settings in
#   between are not set, and nothing is said. Without quotation marks a value ends at its first #, blank before it or not.
# With: Node 24.21.0 (`process.loadEnvFile`, `util.parseEnv`, `--env-file`)
# Matters: a bot started with half its settings starts: with no token it serves the terminal, with no path it makes a new, empty library. A
#   token or an address with a # in it is cut, and the server says "invalid key". Check that every name in the file was set.
# Seen:
#   {"LOG_LEVEL":"info","TITLE":"Harbour hearing\nLIBRARY_PATH=/data\nCHAT_MODEL="}
#   {"KEY":"abc","PLACE":"https://example.org/a"}
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { parseEnv } from 'node:util';
const read = (text) => JSON.stringify(Object.fromEntries(Object.entries(parseEnv(text)).toSorted()));
const open = read('TITLE="Harbour hearing\nLIBRARY_PATH=/data\nCHAT_MODEL="small"\nLOG_LEVEL=info\n');
const cut = read('KEY=abc#def\nPLACE=https://example.org/a#turn-4\n');
console.log(open);
console.log(cut);
assert.equal(open, '{"LOG_LEVEL":"info","TITLE":"Harbour hearing\\nLIBRARY_PATH=/data\\nCHAT_MODEL="}');
assert.equal(cut, '{"KEY":"abc","PLACE":"https://example.org/a"}');
JS
