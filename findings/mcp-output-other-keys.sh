#!/usr/bin/env bash
# Expected: a tool's result that the server has checked against its output schema is good for every client.
# Happens: the server checks with zod, which lets other keys pass and fills defaults, but sends the result as it was. The client checks what
#   it got against the published JSON schema, which forbids other keys and requires what has a default. It refuses the whole
#   result, and only if it has listed the tools before.
# With: @modelcontextprotocol/server 2.4.0, @modelcontextprotocol/client 2.4.0, zod 4.6.7
# Matters: a `score` left in a quotation, or a list of caveats left out because it has a default, works in tests that call the tool at once and
#   fails in every real client. Parse the result yourself and return what comes out, and use `z.strictObject`.
# Seen:
#   before tools/list: extra key taken, default taken
#   after tools/list: data must NOT have additional properties / data must have required property 'caveats'
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
const server = new McpServer({ name: 'records', version: '1' });
const content = [{ type: 'text', text: 'We agree.' }];
server.registerTool('extra', { description: 'a', outputSchema: z.object({ quote: z.string() }) }, async () => ({
  content, structuredContent: { quote: 'We agree.', score: 1 },
}));
const withDefault = z.object({ quote: z.string(), caveats: z.array(z.string()).default([]) });
server.registerTool('default', { description: 'b', outputSchema: withDefault }, async () => ({
  content, structuredContent: { quote: 'We agree.' },
}));
const client = new Client({ name: 'reader', version: '1' });
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
const call = (name) => client.callTool({ name }).then(() => 'taken', ({ message }) => message.split('schema: ')[1]);
const before = [await call('extra'), await call('default')];
await client.listTools();
const after = [await call('extra'), await call('default')];
console.log(`before tools/list: extra key ${before[0]}, default ${before[1]}`);
console.log(`after tools/list: ${after.join(' / ')}`);
await client.close();
assert.deepEqual(before, ['taken', 'taken']);
assert.deepEqual(after, ['data must NOT have additional properties', "data must have required property 'caveats'"]);
JS
