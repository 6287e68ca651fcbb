#!/usr/bin/env bash
# Expected: `ScoreThresholdRetriever` with a least similarity of 0.9 gives the passages that are nearest the question, over any vector store.
# Happens: it keeps what scores at least so much, and the scores of `HNSWLib` are distances, 0 for the same. The passage that is the question's
#   own vector is dropped, and the one that has nothing to do with it is what remains. Over `MemoryVectorStore` the same line is right.
# With: @langchain/classic 1.0.50 (`ScoreThresholdRetriever`), @langchain/community 1.1.29 (`HNSWLib`), hnswlib-node 3.0.0
# Matters: a prototype on the store in memory works, and turns round on the day it is moved to an index that is kept: unsure questions are
#   answered with what is farthest, sure ones too.
# Seen:
#   MemoryVectorStore: The harbour is closed.
#   HNSWLib: Bread is cheap.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps @langchain/community@1.1.29 @langchain/core@1.4.0 @langchain/classic@1.0.50 hnswlib-node@3.0.0 >/dev/null
node --input-type=module <<'JS' 2>/dev/null
import assert from 'node:assert/strict';
import { ScoreThresholdRetriever } from '@langchain/classic/retrievers/score_threshold';
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
const vectors = { 'The harbour is closed.': [1, 0], 'The harbour was shut.': [0.8, 0.6], 'Bread is cheap.': [0, 1], 'Closed?': [1, 0] };
const embeddings = {
  embedDocuments: async (texts) => texts.map((text) => vectors[text]),
  embedQuery: async (text) => vectors[text],
};
const docs = Object.keys(vectors).slice(0, 3).map((pageContent) => ({ pageContent, metadata: {} }));
const kept = async (Store) => {
  const store = await Store.fromDocuments(docs, embeddings);
  const found = await ScoreThresholdRetriever.fromVectorStore(store, { minSimilarityScore: 0.9 }).invoke('Closed?');
  return found.map(({ pageContent }) => pageContent);
};
const [inMemory, indexed] = [await kept(MemoryVectorStore), await kept(HNSWLib)];
console.log(`MemoryVectorStore: ${inMemory.join(' / ')}\nHNSWLib: ${indexed.join(' / ')}`);
assert.deepEqual(inMemory, ['The harbour is closed.']);
assert.deepEqual(indexed, ['Bread is cheap.']);
JS
