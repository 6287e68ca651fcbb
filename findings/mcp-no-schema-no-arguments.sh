#!/usr/bin/env bash
# Expected: a tool without an input schema is called with the arguments that came, or with none: `{}`.
# Happens: its first argument is the inner context of the request, with ways to send to the client, its session and how it came in;
#   what the client sent is nowhere, and a field of the context passes for an argument of the same name.
# With: @modelcontextprotocol/server 2.4.0, @modelcontextprotocol/client 2.4.0
# Matters: a handler that prints or keeps "its arguments" keeps what is the request's own, and one that takes an optional limit never sees it.
#   Give every tool a schema, an empty one too.
# Seen:
#   with a schema: limit
#   without: http mcpReq sessionId
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
const keys = async (given) => ({ content: [{ type: 'text', text: Object.keys(given ?? {}).toSorted().join(' ') }] });
server.registerTool('newest', { description: 'without' }, keys);
server.registerTool('oldest', { description: 'with', inputSchema: z.object({ limit: z.number().optional() }) }, keys);
const client = new Client({ name: 'reader', version: '1' });
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
const asked = async (name) => (await client.callTool({ name, arguments: { limit: 3 } })).content[0].text;
const [without, withSchema] = [await asked('newest'), await asked('oldest')];
await client.close();
console.log(`with a schema: ${withSchema}\nwithout: ${without}`);
assert.equal(withSchema, 'limit');
assert.doesNotMatch(without, /limit/);
assert.match(without, /\bmcpReq\b|\bsendRequest\b/);
JS
