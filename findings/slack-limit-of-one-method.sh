#!/usr/bin/env bash
# Expected: Slack limits each method by itself; while `conversations.replies` has to wait, `chat.postMessage` goes out at once.
# Happens: the client stops its whole queue for as long as the 429 says, whatever the method, and every call of that `WebClient` waits.
# With: @slack/web-api 8.2.0, against a server of one's own
# Matters: an app that is not in the Marketplace may read a thread once a minute. A bot that looks at the thread before it answers then holds
#   back every answer to everybody for up to that minute. Give posts a client of their own (`rejectRateLimitedCalls`).
# Seen:
#   a reply asked for is limited for 2 s; a post made meanwhile went out after 2 s
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @slack/web-api@8.2.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { LogLevel, WebClient } from '@slack/web-api';
const wait = 2;
let limited;
let posted;
const isLimited = new Promise((resolve) => { limited = resolve; });
let left = 1;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.url === '/conversations.replies' && left-- > 0) {
      response.writeHead(429, { 'retry-after': String(wait) }).end();
      limited(performance.now());
      return;
    }
    if (request.url === '/chat.postMessage') posted = performance.now();
    response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const slackApiUrl = `http://127.0.0.1:${server.address().port}/`;
const client = new WebClient('xoxb-invented', { slackApiUrl, logLevel: LogLevel.ERROR });
const replies = client.conversations.replies({ channel: 'C1', ts: '1.1' });
const since = await isLimited;
await new Promise((resolve) => setTimeout(resolve, 300));
await client.chat.postMessage({ channel: 'C2', text: 'Anna said: yes.' });
const seconds = (posted - since) / 1000;
console.log(`a reply asked for is limited for ${wait} s; a post made meanwhile went out after ${Math.round(seconds)} s`);
assert.ok(seconds > wait - 0.3);
await replies;
server.close();
JS
