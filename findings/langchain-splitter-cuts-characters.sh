#!/usr/bin/env bash
# Expected: the recursive splitter's last resort, cutting between characters, cuts between characters.
# Happens: it cuts between UTF-16 units. A Chinese text has none of its separators, so the last resort is the rule there, and a rare
#   character such as 𠮷 in a person's name is cut in two halves: a chunk ends in an unpaired unit, the next begins with one.
#   Written as UTF-8, to a file, a database or a model, each half becomes "�".
# With: @langchain/textsplitters 1.0.2, @langchain/core 1.4.0
# Matters: the name of the speaker is destroyed in the index, no search for it finds the chunk, and the chunk is no longer a slice of the
#   record. Give the splitter the separators 。！？；， and cut what is left by code points.
# Seen:
#   2 chunks, well formed: false, false; stored as: 我们支持该提案。�, �田先生说不同意。
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @langchain/core@1.4.0 @langchain/textsplitters@1.0.2 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
const text = '我们支持该提案。𠮷田先生说不同意。';
const chunks = await new RecursiveCharacterTextSplitter({ chunkSize: 9, chunkOverlap: 0 }).splitText(text);
const stored = chunks.map((chunk) => Buffer.from(chunk, 'utf8').toString('utf8'));
console.log(`${chunks.length} chunks, well formed: ${chunks.map((chunk) => chunk.isWellFormed()).join(', ')}; stored as: ${stored.join(', ')}`);
assert.deepEqual(stored, ['我们支持该提案。�', '�田先生说不同意。']);
assert.equal(chunks.join(''), text);
JS
