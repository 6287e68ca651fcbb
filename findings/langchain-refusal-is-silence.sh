#!/usr/bin/env bash
# Expected: a model's refusal, which comes in a field of its own beside an empty content, is in the message somewhere.
# Happens: it is nowhere. The message is an empty text that ended with "stop", with no content blocks and nothing in its metadata; in a stream
#   the same. A reply of no words and a refusal with its reasons are one and the same message.
# With: @langchain/core 1.4.0, @langchain/openai 1.6.0 (openai 7.59.0), a server on 127.0.0.1
# Matters: "nothing was said about it" and "I will not answer that" are two different things to tell a person. Only the raw reply
#   (`__includeRawResponse`) tells them apart.
# Seen:
#   invoked: text "", 0 content blocks, stop, the word "help" in it: false; in the raw reply: true
#   streamed: text "", stop, the word "help" in it: false
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 @langchain/openai@1.6.0 openai@7.59.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { ChatOpenAI } from '@langchain/openai';
const refusal = 'I cannot help with that.';
const reply = (rest) => JSON.stringify({ id: '1', created: 1, model: 'm', ...rest });
const chunk = (delta, finish_reason) => `data: ${reply({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const server = createServer(async (request, response) => {
  const { stream } = await json(request);
  response.setHeader('content-type', stream ? 'text/event-stream' : 'application/json');
  if (stream) response.end(`${chunk({ role: 'assistant', refusal }, null)}${chunk({}, 'stop')}data: [DONE]\n\n`);
  else response.end(reply({ object: 'chat.completion', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: null, refusal } }] }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const given = { model: 'm', apiKey: 'none', maxRetries: 0, configuration: { baseURL: `http://127.0.0.1:${server.address().port}/v1` } };
const isIn = (message) => JSON.stringify(message).includes('help');
const invoked = await new ChatOpenAI(given).invoke('?');
const raw = await new ChatOpenAI({ ...given, __includeRawResponse: true }).invoke('?');
let streamed;
for await (const part of await new ChatOpenAI(given).stream('?')) streamed = streamed ? streamed.concat(part) : part;
const reason = (message) => message.response_metadata.finish_reason;
const seen = [
  `invoked: text "${invoked.text}", ${invoked.contentBlocks.length} content blocks, ${reason(invoked)}, the word "help" in it: ${isIn(invoked)}; in the raw reply: ${isIn(raw)}`,
  `streamed: text "${streamed.text}", ${reason(streamed)}, the word "help" in it: ${isIn(streamed)}`,
];
console.log(seen.join('\n'));
server.closeAllConnections();
server.close();
assert.deepEqual(seen, [
  'invoked: text "", 0 content blocks, stop, the word "help" in it: false; in the raw reply: true',
  'streamed: text "", stop, the word "help" in it: false',
]);
JS
