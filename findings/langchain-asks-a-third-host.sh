#!/usr/bin/env bash
# Expected: a chat client pointed at a server of one's own speaks to that server and to nobody else.
# Happens: with `streaming: true`, `invoke` counts tokens itself if the server sends no usage, and fetches the tables for that from
#   tiktoken.pages.dev, the ones of gpt2 for a model it does not know. Where that host cannot be reached it tries again for a
#   minute or more before the answer is given; the answer has been there all the time. `getNumTokens` does the same, and then
#   counts a fourth of the letters. `stream()` asks nobody.
# With: @langchain/core 1.4.0, @langchain/openai 1.6.0 (openai 7.59.0), a server on 127.0.0.1
# Matters: a bot in a closed network, or one that promises to ask only the configured server, hangs or breaks its promise, and a
#   budget counted offline is off by three in Chinese.
# Seen:
#   answer: We will pay | asked besides: https://tiktoken.pages.dev/js/gpt2.json
#   stream: asked besides: nobody
#   tokens of 11 Chinese characters, offline: 3
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
    response.end(`${event('We will ', null)}${event('pay', 'stop')}data: [DONE]\n\n`);
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;
// Nothing leaves this machine: whoever else is asked is written down and answers "not found", which is not tried again.
const besides = new Set();
const real = globalThis.fetch;
globalThis.fetch = (address, ...rest) => {
  if (String(address?.url ?? address).startsWith(baseURL)) return real(address, ...rest);
  besides.add(String(address?.url ?? address));
  throw Object.assign(new Error('not here'), { status: 404 });
};
console.warn = () => {};
const chat = (streaming) => new ChatOpenAI({ model: 'm', apiKey: 'none', maxRetries: 0, streaming, configuration: { baseURL } });
const { text } = await chat(true).invoke('?');
const invoked = [...besides].join();
besides.clear();
for await (const chunk of await chat().stream('?')) void chunk;
const streamed = [...besides].join() || 'nobody';
const tokens = await chat().getNumTokens('我们需要共同的霜冻预警');
console.log(`answer: ${text} | asked besides: ${invoked}\nstream: asked besides: ${streamed}\ntokens of 11 Chinese characters, offline: ${tokens}`);
server.close();
assert.deepEqual([text, invoked, streamed, tokens], ['We will pay', 'https://tiktoken.pages.dev/js/gpt2.json', 'nobody', 3]);
JS
