#!/usr/bin/env bash
# Expected: the newline that ends a file, as every program writes it, makes no difference to how its delimiter is told.
# Happens: the empty row behind it has no semicolon, so the semicolons are no longer even; no delimiter fits then, and the comma is taken.
#   There is one column "speaker;text", and each row is cut at the commas of what was said. With `|` it is the same.
# With: papaparse 5.7.1
# Matters: a spreadsheet saved in half of Europe has semicolons. Who reads `data` gets "Ana;We agree" and loses the rest of the sentence
#   into `__parsed_extra`. With `skipEmptyLines: true` it is told right.
# Seen:
#   no newline at the end: speaker | text
#   newline at the end: speaker;text
#   its first row: {"speaker;text":"Ana;We agree","__parsed_extra":[" in part"," with the report."]}
#   skipEmptyLines: speaker | text
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error papaparse@5.7.1 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import Papa from 'papaparse';
const rows = 'speaker;text\nAna;We agree, in part, with the report.\nBo;No, not yet, and not so.';
const columns = (text, options) => Papa.parse(text, { header: true, ...options }).meta.fields.join(' | ');
const seen = [columns(rows), columns(`${rows}\n`), columns(`${rows}\n`, { skipEmptyLines: true })];
const first = Papa.parse(`${rows}\n`, { header: true }).data[0];
console.log(`no newline at the end: ${seen[0]}\nnewline at the end: ${seen[1]}`);
console.log(`its first row: ${JSON.stringify(first)}\nskipEmptyLines: ${seen[2]}`);
assert.deepEqual(seen, ['speaker | text', 'speaker;text', 'speaker | text']);
assert.equal(first['speaker;text'], 'Ana;We agree');
JS
