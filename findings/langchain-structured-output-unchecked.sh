#!/usr/bin/env bash
# Expected: `withStructuredOutput` gives an object of the form asked for, or throws.
# Happens: a schema from zod's `z.toJSONSchema` is checked, but not a copy of it: `{ ...schema, title: 'reply' }` loses the hidden part that
#   zod hangs on it, and any JSON that comes back is handed on, `strict` or not. By way of a tool, a reply that calls no tool is
#   `undefined`, without an error, even with zod's own schema.
# With: @langchain/core 1.4.0, @langchain/openai 1.6.0 (openai 7.59.0), zod 4.6.7, a server on 127.0.0.1
# Matters: schemas are copied to add a title or take `$schema` away, and local servers take `response_format` and do not keep to it. `reply.statements.length` then fails far from the cause, or a
#   check that loops over "no statements" passes a reply that was never read.
# Seen:
#   zod's schema: $ZodError; z.toJSONSchema: Error; a copy of that: {"answer":"We will pay"}; zod's schema by a tool: undefined
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 @langchain/openai@1.6.0 openai@7.59.0 zod@4.6.7 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    const message = { role: 'assistant', content: '{"answer":"We will pay"}' };
    response.end(JSON.stringify({ id: '1', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, finish_reason: 'stop', message }] }));
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const configuration = { baseURL: `http://127.0.0.1:${server.address().port}/v1` };
const chat = new ChatOpenAI({ model: 'm', apiKey: 'none', maxRetries: 0, configuration });
const form = z.object({ statements: z.array(z.string()) });
console.warn = () => {};
const ask = (schema, method) =>
  chat.withStructuredOutput(schema, { method, strict: true, name: 'reply' }).invoke('?').then(JSON.stringify, (error) => error.name);
const zods = await ask(form, 'jsonSchema');
const json = await ask(z.toJSONSchema(form), 'jsonSchema');
const copy = await ask({ ...z.toJSONSchema(form), title: 'reply' }, 'jsonSchema');
const tool = await ask(form, 'functionCalling');
console.log(`zod's schema: ${zods}; z.toJSONSchema: ${json}; a copy of that: ${copy}; zod's schema by a tool: ${tool}`);
server.close();
assert.deepEqual([zods, json, copy, tool], ['$ZodError', 'Error', '{"answer":"We will pay"}', undefined]);
JS
