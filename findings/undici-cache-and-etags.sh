#!/usr/bin/env bash
# Expected: the cache interceptor asks again with the ETag it was given, gets 304 and gives the stored page; without word on how
#   long a page is fresh, it asks.
# Happens: a page with only an ETag is not stored at all: the second request goes out bare and the whole page comes again. A page with only a
#   Last-Modified date is given from the store for a tenth of its age without asking. It is the ETag *with* `no-cache` that is
#   asked about. Setting If-None-Match by hand makes `fetch` add `Cache-Control: no-cache`, telling every cache on the way to pass it on.
# With: undici 8.12.4, Node 24.21.0, a server on 127.0.0.1
# Matters: a bot that watches session pages takes yesterday's transcript for today's where it has a date, and loads all of it each time
#   where it has an ETag, the better sign.
# Seen:
#   etag: 200, 200, page 1, page 2
#   last-modified: 200, page 1, page 1
#   etag, no-cache: 200, 304, page 1, page 1
#   by hand: 304 no-cache
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 undici@8.12.4 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Agent, fetch, interceptors } from 'undici';
let headers = {};
let log = [];
const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const same = request.headers['if-none-match'] !== undefined;
  log.push(same ? `304 ${request.headers['cache-control'] ?? ''}`.trim() : '200');
  response.statusCode = same ? 304 : 200;
  response.end(same ? '' : `page ${log.length}`);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/session`;
const twice = async (given) => {
  [headers, log] = [given, []];
  const dispatcher = new Agent().compose(interceptors.cache());
  const pages = [];
  for (let time = 0; time < 2; time += 1) pages.push(await (await fetch(address, { dispatcher })).text());
  return [...log, ...pages].join(', ');
};
const etag = await twice({ etag: '"1"' });
const dated = await twice({ 'last-modified': new Date(Date.now() - 10 * 86_400_000).toUTCString() });
const asked = await twice({ etag: '"1"', 'cache-control': 'no-cache' });
log = [];
await fetch(address, { headers: { 'if-none-match': '"1"' } });
console.log(`etag: ${etag}\nlast-modified: ${dated}\netag, no-cache: ${asked}\nby hand: ${log[0]}`);
server.closeAllConnections();
server.close();
assert.deepEqual([etag, dated], ['200, 200, page 1, page 2', '200, page 1, page 1']);
assert.equal(asked.replace(/304.*?,/, '304,'), '200, 304, page 1, page 1');
assert.equal(log[0], '304 no-cache');
JS
