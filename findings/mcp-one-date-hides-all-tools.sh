#!/usr/bin/env bash
# Expected: a schema that cannot be published is refused when its tool is registered, or hides that tool alone.
# Happens: `z.date()`, or a `transform` in an output, is taken by `registerTool`, and the tool can be called. But the list of tools is an error
#   from then on, for every client, and names neither the tool nor the field.
# With: @modelcontextprotocol/server 2.4.0, @modelcontextprotocol/client 2.4.0, zod 4.6.7
# Matters: one new tool with a day in it takes the whole bot away from everybody's assistant, and tests that call tools by name stay green.
#   A test must list the tools; days are `z.iso.date()`.
# Seen:
#   one tool: ask
#   with a second that has a date: Date cannot be represented in JSON Schema
#   ask, called: yes
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
const content = [{ type: 'text', text: 'yes' }];
async function open(withDate) {
  const server = new McpServer({ name: 'records', version: '1' });
  server.registerTool('ask', { description: 'a', inputSchema: z.object({ question: z.string() }) }, async () => ({ content }));
  if (withDate) server.registerTool('sessions', { description: 'b', inputSchema: z.object({ since: z.date() }) }, async () => ({ content }));
  const client = new Client({ name: 'reader', version: '1' });
  const [one, other] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(one), client.connect(other)]);
  return client;
}
const listed = (client) => client.listTools().then(({ tools }) => tools.map(({ name }) => name).join(' '), ({ message }) => message);
const [without, dated] = [await open(false), await open(true)];
const [before, after] = [await listed(without), await listed(dated)];
const called = (await dated.callTool({ name: 'ask', arguments: { question: 'Who?' } })).content[0].text;
console.log(`one tool: ${before}\nwith a second that has a date: ${after}\nask, called: ${called}`);
await Promise.all([without.close(), dated.close()]);
assert.equal(before, 'ask');
assert.match(after, /^Date cannot be represented/);
assert.doesNotMatch(after, /sessions|since/);
assert.equal(called, 'yes');
JS
