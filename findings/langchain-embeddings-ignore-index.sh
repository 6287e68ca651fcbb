#!/usr/bin/env bash
# Expected: each vector goes to the text whose `index` it bears; that is what the field in the reply is for.
# Happens: `OpenAIEmbeddings` takes the vectors in the order they come. A server that works in parallel and answers in another order, with the
#   right `index` on each, gives every text the vector of another.
# With: @langchain/openai 1.6.0, a server on 127.0.0.1
# Matters: nothing fails and the figures look as always; a search finds sentences that have nothing to do with the question, for good, as
#   the vectors are stored. Put the reply in order before it is read.
# Seen:
#   given back as index 2, 1, 0; "a" (length 1) has 3, "bb" (length 2) has 2, "ccc" (length 3) has 1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 @langchain/openai@1.6.0 openai@7.59.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { OpenAIEmbeddings } from '@langchain/openai';
let order;
const server = createServer(async (request, response) => {
  const { input } = await json(request);
  const data = input.map((text, index) => ({ object: 'embedding', index, embedding: [text.length] })).reverse();
  order = data.map(({ index }) => index).join(', ');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ object: 'list', model: 'm', data, usage: { prompt_tokens: 1, total_tokens: 1 } }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const configuration = { baseURL: `http://127.0.0.1:${server.address().port}/v1` };
const embeddings = new OpenAIEmbeddings({ model: 'm', apiKey: 'none', maxRetries: 0, encodingFormat: 'float', configuration });
const texts = ['a', 'bb', 'ccc'];
const vectors = await embeddings.embedDocuments(texts);
console.log(`given back as index ${order}; ${texts.map((text, at) => `"${text}" (length ${text.length}) has ${vectors[at]}`).join(', ')}`);
server.close();
assert.deepEqual([order, vectors.flat()], ['2, 1, 0', [3, 2, 1]]);
JS
