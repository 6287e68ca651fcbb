#!/usr/bin/env bash
# Expected: a stream that ends before the model has finished (no finish reason, no `[DONE]`) is an error, or is marked as cut.
# Happens: where the server closes the connection in order, as a proxy does at its time limit, the stream ends like any other: no error,
#   no `finish_reason`, the words so far. A reply at its length limit ends the same way, with `finish_reason: "length"` as the only
#   sign. A piped `JsonOutputParser` streams the half as a whole object, where `invoke` throws on the same reply.
# With: @langchain/core 1.4.0, @langchain/openai 1.6.0 (openai 7.59.0), a server on 127.0.0.1
# Matters: "We will pay" is the beginning of "We will pay only if you do". A half reply is checked, shown and remembered as whole.
#   Only a chunk with `finish_reason: "stop"` says that it is.
# Seen:
#   text: We will pay | finish_reason: undefined
#   streamed: {"quotes":["We will pay"]} | invoked: SyntaxError
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 @langchain/openai@1.6.0 openai@7.59.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { JsonOutputParser } from '@langchain/core/output_parsers';
import { ChatOpenAI } from '@langchain/openai';
const event = (content) =>
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;
let words = ['We will ', 'pay'];
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'text/event-stream');
    response.end(words.map(event).join(''));
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const configuration = { baseURL: `http://127.0.0.1:${server.address().port}/v1` };
const chat = new ChatOpenAI({ model: 'm', apiKey: 'none', maxRetries: 0, configuration });
let whole;
for await (const chunk of await chat.stream('?')) whole = whole ? whole.concat(chunk) : chunk;
words = ['{"quotes":["We will ', 'pay'];
let half;
for await (const value of await chat.pipe(new JsonOutputParser()).stream('?')) half = value;
const parsed = await new JsonOutputParser().invoke(words.join('')).catch((error) => error.name);
console.log(`text: ${whole.text} | finish_reason: ${whole.response_metadata.finish_reason}`);
console.log(`streamed: ${JSON.stringify(half)} | invoked: ${parsed}`);
server.close();
assert.deepEqual([whole.text, whole.response_metadata.finish_reason], ['We will pay', undefined]);
assert.deepEqual([half, parsed], [{ quotes: ['We will pay'] }, 'SyntaxError']);
JS
