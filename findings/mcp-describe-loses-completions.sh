#!/usr/bin/env bash
# Expected: an argument marked with `completable` is completed whatever zod says of it besides: a description, a default, a least length.
# Happens: each of these makes a new schema, and the mark does not go with it: `completable(z.string(), names).describe('who')` completes
#   nothing, without an error. `completable(z.string().describe('who'), names)` works, and so does `.optional()` put behind it, but not inside.
# With: @modelcontextprotocol/server 2.4.0, @modelcontextprotocol/client 2.4.0, zod 4.6.7
# Matters: speakers are offered while the argument has no description; once one is added for the model's sake, the list is empty, as if
#   there were no such speaker. Mark last, and put only `.optional()` after it.
# Seen:
#   completed: plain Ines|Irina, describe inside Ines|Irina, optional behind Ines|Irina
#   empty: describe behind, default behind, min behind, optional inside
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { completable, InMemoryTransport, McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';
const names = (begun) => ['Ines', 'Irina', 'Omar'].filter((name) => name.startsWith(begun));
const forms = {
  plain: completable(z.string(), names),
  'describe inside': completable(z.string().describe('who'), names),
  'optional behind': completable(z.string(), names).optional(),
  'describe behind': completable(z.string(), names).describe('who'),
  'default behind': completable(z.string(), names).default('Ines'),
  'min behind': completable(z.string(), names).min(1),
  'optional inside': completable(z.string().optional(), names),
};
const server = new McpServer({ name: 'records', version: '1' });
server.registerPrompt('said-by', { argsSchema: z.object(forms) }, async () => ({ messages: [] }));
const client = new Client({ name: 'reader', version: '1' });
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
const completed = [];
const empty = [];
for (const name of Object.keys(forms)) {
  const { completion } = await client.complete({ ref: { type: 'ref/prompt', name: 'said-by' }, argument: { name, value: 'I' } });
  if (completion.values.length === 0) empty.push(name);
  else completed.push(`${name} ${completion.values.join('|')}`);
}
console.log(`completed: ${completed.join(', ')}\nempty: ${empty.join(', ')}`);
await client.close();
assert.deepEqual(completed, ['plain Ines|Irina', 'describe inside Ines|Irina', 'optional behind Ines|Irina']);
assert.deepEqual(empty, ['describe behind', 'default behind', 'min behind', 'optional inside']);
JS
