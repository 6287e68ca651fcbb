#!/usr/bin/env bash
# Expected: the head of a Markdown file gives `start: 10:30` as the text "10:30", as YAML 1.2 and the newer parsers do.
# Happens: gray-matter brings an old js-yaml that counts in sixties: 10:30 is 630, 1:02:03 is 3723. 010 is 8, 12_345 is 12345, and a day
#   is a Date. js-yaml of today and yaml leave times and days as they stand, so a file reads differently by its reader.
# With: gray-matter 4.0.3 (js-yaml 3.15.2 in it), js-yaml 5.5.0, yaml 2.9.1
# Matters: a transcript's head says when it began and which item it was: 10:30 becomes the 630th item, and minutes and seconds look like
#   hours and minutes. Written back, 630 stays. Set such values in quotation marks, or read the head with yaml.
# Seen:
#   gray-matter: 630, 3723, 8, 12345, Date
#   js-yaml:     "10:30", "1:02:03", 10, "12_345", "2024-05-01"
#   yaml:        "10:30", "1:02:03", 10, "12_345", "2024-05-01"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error gray-matter@4.0.3 js-yaml@5.5.0 yaml@2.9.1 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const matter = require('gray-matter');
const { load } = require('js-yaml');
const { parse } = require('yaml');
const head = 'item: 10:30\nstart: 1:02:03\nroom: 010\nfile: 12_345\nday: 2024-05-01\n';
const shown = (values) =>
  Object.values(values).map((value) => (value instanceof Date ? 'Date' : JSON.stringify(value))).join(', ');
const seen = [matter(`---\n${head}---\nWe agree.\n`).data, load(head), parse(head)].map(shown);
console.log(`gray-matter: ${seen[0]}\njs-yaml:     ${seen[1]}\nyaml:        ${seen[2]}`);
const plain = '"10:30", "1:02:03", 10, "12_345", "2024-05-01"';
assert.deepEqual(seen, ['630, 3723, 8, 12345, Date', plain, plain]);
JS
node seen.cjs
