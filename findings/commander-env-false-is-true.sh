#!/usr/bin/env bash
# Expected: an option that is either on or off, read from the environment, is off for `false`, `0` and nothing.
# Happens: it is on as soon as the variable is there, whatever it says: `MODEL=false`, `MODEL=0` and `MODEL=` all turn it on, and for
#   `--no-model` the same three turn it off. An option that takes a value gets the empty text, not its default.
# With: commander 15.1.0
# Matters: an operator who writes INGEST_PRIVATE=false into the settings to be safe allows it. Read such settings apart from the options.
# Seen:
#   false: true; 0: true; "": true; unset: undefined
#   --no-model with false: false; --limit <n> with "" and default 10: ""
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 commander@15.1.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Command, Option } from 'commander';
const read = (option, value) => {
  if (value === undefined) delete process.env.SETTING;
  else process.env.SETTING = value;
  return Object.values(new Command().addOption(option.env('SETTING')).parse([], { from: 'user' }).opts())[0];
};
const on = ['false', '0', '', undefined].map((value) => read(new Option('--model'), value));
const no = read(new Option('--no-model'), 'false');
const limit = read(new Option('--limit <n>').default('10'), '');
console.log(`false: ${on[0]}; 0: ${on[1]}; "": ${on[2]}; unset: ${on[3]}`);
console.log(`--no-model with false: ${no}; --limit <n> with "" and default 10: "${limit}"`);
assert.deepEqual(on, [true, true, true, undefined]);
assert.deepEqual([no, limit], [false, '']);
JS
