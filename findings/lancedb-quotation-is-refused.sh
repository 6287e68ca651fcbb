#!/usr/bin/env bash
# Expected: words in quotation marks are looked for as they follow each other. The types of the index of full text say of `withPosition`, which
#   this needs: "Whether to build the index with positions. True by default."
# Happens: it is false by default, and such a question is refused. With `withPosition: true` written out, the words are found.
# With: @lancedb/lancedb 0.39.0
# Matters: who looks up whether a sentence was said word for word has an index that answers everything but that, and learns of it from the first
#   who asks in quotation marks: the index must be built anew.
# Seen:
#   as it comes, harbour: 2
#   as it comes, "harbour master": refused, position is not found
#   withPosition: true, "harbour master": 1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
system=$(node -p "\`\${process.platform}-\${process.arch}\${{ linux: '-gnu', win32: '-msvc' }[process.platform] ?? ''}\`")
npm install --no-audit --no-fund --loglevel=error --omit=optional @lancedb/lancedb@0.39.0 "@lancedb/lancedb-$system@0.39.0" apache-arrow@18.1.0 >/dev/null
grep -A1 'Whether to build the index with positions' node_modules/@lancedb/lancedb/dist/indices.d.ts | grep -q 'True by default'
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { connect, Index } from '@lancedb/lancedb';
const database = await connect('passages');
const said = ['The harbour master left.', 'The master of the harbour left.'].map((text) => ({ text }));
const found = async (table, asked) => {
  try {
    return (await table.query().fullTextSearch(asked).limit(10).toArray()).length;
  } catch (error) {
    return error.message.includes('position is not found') ? 'refused, position is not found' : error.message;
  }
};
const plain = await database.createTable('plain', said);
await plain.createIndex('text', { config: Index.fts() });
const placed = await database.createTable('placed', said);
await placed.createIndex('text', { config: Index.fts({ withPosition: true }) });
const seen = [await found(plain, 'harbour'), await found(plain, '"harbour master"'), await found(placed, '"harbour master"')];
console.log(`as it comes, harbour: ${seen[0]}\nas it comes, "harbour master": ${seen[1]}\nwithPosition: true, "harbour master": ${seen[2]}`);
assert.deepEqual(seen, [2, 'refused, position is not found', 1]);
JS
