#!/usr/bin/env bash
# Expected: chunks added up with `concat`, as the documentation shows, give a message whose `finish_reason` is one of the known words.
# Happens: texts in the chunks' metadata are joined like words of the reply: where a server names the reason in two events, as some do
#   in the last one with content and in the closing one, it is "lengthlength", and the model is "mm". The check for "length" passes.
# With: @langchain/core 1.4.0, @langchain/openai 1.6.0 (openai 7.59.0), a server on 127.0.0.1
# Matters: the one sign that a reply was cut off is no longer seen, so half an answer counts as whole; usage is booked under a model
#   that does not exist. Take the last chunk's metadata, not the sum's.
# Seen:
#   finish_reason lengthlength, model_name mm
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 @langchain/openai@1.6.0 openai@7.59.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { ChatOpenAI } from '@langchain/openai';
const event = (content, finish_reason) =>
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`;
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'text/event-stream');
    response.end(`${event('We will ', null)}${event('pay', 'length')}${event('', 'length')}data: [DONE]\n\n`);
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const configuration = { baseURL: `http://127.0.0.1:${server.address().port}/v1` };
let whole;
for await (const chunk of await new ChatOpenAI({ model: 'm', apiKey: 'none', maxRetries: 0, configuration }).stream('?'))
  whole = whole ? whole.concat(chunk) : chunk;
const { finish_reason: finish, model_name: model } = whole.response_metadata;
console.log(`finish_reason ${finish}, model_name ${model}`);
server.close();
assert.deepEqual([finish, model], ['lengthlength', 'mm']);
JS
