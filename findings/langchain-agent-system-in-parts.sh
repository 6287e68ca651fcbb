#!/usr/bin/env bash
# Expected: `createAgent({ systemPrompt: 'Quote exactly.' })` sends the model what `model.invoke` sends of a system message with that text.
# Happens: the text goes out as a list of parts, `[{ "type": "text", "text": "Quote exactly." }]`. A system message given to the agent's
#   `invoke` beside the question stays a plain string, and so does every message outside an agent.
# With: langchain 1.5.14, @langchain/openai 1.6.0, Node 24.21.0
# Matters: many servers that speak OpenAI's protocol take a system message as a string alone: some refuse the request, some leave the
#   instructions out and say nothing. An agent that works with one address quotes freely at another. Give the prompt as a message.
# Seen:
#   model.invoke: "Quote exactly."
#   systemPrompt: [{"type":"text","text":"Quote exactly."}]
#   a message: "Quote exactly."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 langchain@1.5.14 @langchain/core@1.4.0 @langchain/openai@1.6.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ChatOpenAI } from '@langchain/openai';
import { createAgent } from 'langchain';
const sent = [];
const done = { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Done.' } };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part)).on('end', () => {
    sent.push(JSON.parse(body).messages[0].content);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: '1', object: 'chat.completion', created: 0, model: 'm', choices: [done] }));
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const baseURL = `http://127.0.0.1:${server.address().port}/v1`;
const model = new ChatOpenAI({ model: 'm', apiKey: 'none', configuration: { baseURL } });
const asked = { role: 'user', content: 'Who spoke?' };
const system = { role: 'system', content: 'Quote exactly.' };
await model.invoke([system, asked]);
await createAgent({ model, tools: [], systemPrompt: 'Quote exactly.' }).invoke({ messages: [asked] });
await createAgent({ model, tools: [] }).invoke({ messages: [system, asked] });
for (const [at, how] of ['model.invoke', 'systemPrompt', 'a message'].entries()) console.log(`${how}: ${JSON.stringify(sent[at])}`);
assert.deepEqual(sent, ['Quote exactly.', [{ type: 'text', text: 'Quote exactly.' }], 'Quote exactly.']);
server.close();
server.closeAllConnections();
JS
