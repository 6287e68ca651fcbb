#!/usr/bin/env bash
# Expected: the variables of a resource template are the values: what `expand` writes into an address, reading it gives back.
# Happens: `expand` encodes, reading does not decode: the handler gets "%D8%AC%D9%84%D8%B3%D8%A9" for جلسة. A query that the template
#   calls optional, {?turn}, is not: without it the address matches no resource, nor with the parameters in another order.
# With: @modelcontextprotocol/server 2.4.0, @modelcontextprotocol/client 2.4.0
# Matters: sessions and speakers are named in six languages. The lookup by name works for "Harbour" in the tests and answers "no such session"
#   for every name with an accent, a blank or another script. Decode each variable.
# Seen:
#   expanded session://Caf%C3%A9%20talk/4, read back title Caf%C3%A9%20talk
#   session://x/a: null; session://x/a?turn=4: {"name":"a","turn":"4"}; ?n=1&turn=4 for {?turn,n}: null
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @modelcontextprotocol/server@2.4.0 @modelcontextprotocol/client@2.4.0 zod@4.6.7 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport, McpServer, ResourceTemplate, UriTemplate } from '@modelcontextprotocol/server';
const template = 'session://{title}/{turn}';
const server = new McpServer({ name: 'records', version: '1' });
let given;
server.registerResource('session', new ResourceTemplate(template, { list: undefined }), {}, async (uri, variables) => {
  given = variables;
  return { contents: [{ uri: uri.href, text: 'We agree.' }] };
});
const client = new Client({ name: 'reader', version: '1' });
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
const uri = new UriTemplate(template).expand({ title: 'Café talk', turn: '4' });
await client.readResource({ uri });
const query = new UriTemplate('session://x/{name}{?turn}');
const matched = [query.match('session://x/a'), query.match('session://x/a?turn=4'), new UriTemplate('session://x/{name}{?turn,n}').match('session://x/a?n=1&turn=4')]
  .map((found) => JSON.stringify(found));
console.log(`expanded ${uri}, read back title ${given.title}`);
console.log(`session://x/a: ${matched[0]}; session://x/a?turn=4: ${matched[1]}; ?n=1&turn=4 for {?turn,n}: ${matched[2]}`);
await client.close();
assert.deepEqual([uri, given.title], ['session://Caf%C3%A9%20talk/4', 'Caf%C3%A9%20talk']);
assert.deepEqual(matched, ['null', '{"name":"a","turn":"4"}', 'null']);
JS
