#!/usr/bin/env bash
# Expected: undici of npm and the `fetch`, `FormData` and `Request` of Node, which are undici inside, go together.
# Happens: they are two copies of different age. Node's `fetch` with a dispatcher of the package fails: "invalid onRequestStart method". The
#   package's `fetch` with Node's `FormData` does not fail: it sends the 17 letters "[object FormData]" as plain text, and the server
#   says 200. A Node `Request` is "[object Request]", no address. Answers are no `instanceof Response`.
# With: undici 8.12.4, Node 24.21.0 (undici 7.29.1 inside)
# Matters: an upload that is "ok" holds nothing; a check on addresses or a proxy set by a dispatcher works only with the fetch of the same
#   copy. Take all of them from one place.
# Seen:
#   Node's fetch, undici's Agent: invalid onRequestStart method
#   undici's fetch, Node's FormData: 200, text/plain;charset=UTF-8, [object FormData]
#   undici's fetch, Node's Request: Failed to parse URL from [object Request]; instanceof Response: false
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 undici@8.12.4 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import * as undici from 'undici';
let received;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  received = `${request.headers['content-type']}, ${body}`;
  response.end('ok');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;
const dispatcher = new undici.Agent();
const mixed = await fetch(address, { dispatcher }).then(({ status }) => status, ({ cause }) => cause.message);
const form = new FormData();
form.append('file', new File(['Ines: We agree.'], 'a.txt'));
const answer = await undici.fetch(address, { method: 'POST', body: form });
const request = await undici.fetch(new Request(address)).catch(({ message }) => message);
console.log(`Node's fetch, undici's Agent: ${mixed}`);
console.log(`undici's fetch, Node's FormData: ${answer.status}, ${received}`);
console.log(`undici's fetch, Node's Request: ${request}; instanceof Response: ${answer instanceof Response}`);
server.closeAllConnections();
server.close();
assert.deepEqual([mixed, answer.status, received], ['invalid onRequestStart method', 200, 'text/plain;charset=UTF-8, [object FormData]']);
assert.deepEqual([request, answer instanceof Response], ['Failed to parse URL from [object Request]', false]);
JS
