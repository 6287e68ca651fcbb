#!/usr/bin/env bash
# Expected: a retriever by BM25 compares words, and capitals make no difference: asked for UNESCO it finds who says UNESCO.
# Happens: the question is made small letters, the documents are not, and each word of the question is looked for as letters anywhere in the
#   text. "UNESCO" and "Unesco" count 0 everywhere, and the documents come back in the order they were given; "art" is found in "starts".
# With: @langchain/community 1.1.29 (`BM25Retriever`)
# Matters: names, the rarest and most telling words of a question, count for nothing, and no error says so: the first k turns of the record
#   are handed to the model as what was found. Make the texts small letters yourself, or use a search that knows words.
# Seen:
#   "UNESCO" -> 0 0 0
#   "reefs" -> 0.88 0 0
#   "art" -> Fishing starts in March. / We part at noon.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps @langchain/community@1.1.29 @langchain/core@1.4.0 @langchain/classic@1.0.50 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { BM25Retriever } from '@langchain/community/retrievers/bm25';
const said = ['The UNESCO envoy spoke of reefs.', 'Fishing starts in March.', 'We part at noon.'];
const docs = said.map((pageContent) => ({ pageContent, metadata: {} }));
const retriever = BM25Retriever.fromDocuments(docs, { k: 3, includeScore: true });
const scores = async (question) => (await retriever.invoke(question)).map(({ metadata }) => Number(metadata.bm25Score.toFixed(2)));
const names = await scores('UNESCO');
const reefs = await scores('reefs');
const art = (await retriever.invoke('art')).filter(({ metadata }) => metadata.bm25Score > 0).map(({ pageContent }) => pageContent);
console.log(`"UNESCO" -> ${names.join(' ')}\n"reefs" -> ${reefs.join(' ')}\n"art" -> ${art.join(' / ')}`);
assert.deepEqual(names, [0, 0, 0]);
assert.ok(reefs[0] > 0);
assert.deepEqual(art, ['Fishing starts in March.', 'We part at noon.']);
JS
