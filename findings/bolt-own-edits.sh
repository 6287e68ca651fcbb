#!/usr/bin/env bash
# Expected: `ignoreSelf`, which is on by default, keeps a bot's own edits from its listeners.
# Happens: it drops what the bot posts, but `app.message` runs when the bot edits a message of its own, since the event for it
#   (`message_changed`) names the author inside `message` only. People's edits and deletions come the same way, without any text.
# With: @slack/bolt 5.1.0, a server on 127.0.0.1 in Slack's place
# Matters: a bot that shows its answer by editing ("looking…", then the words) is woken by each of its edits: `message.text` is undefined,
#   and one that answers what is in `message.message` answers itself, round and round. Look at `subtype` first.
# Seen:
#   own post: not heard; own edit: heard as message_changed, text undefined; a person's post: heard as plain, text hello
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @slack/bolt@5.1.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import bolt from '@slack/bolt';
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T' }));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const app = new bolt.App({
  token: 'xoxb-none',
  receiver: { init() {}, start() {}, stop() {} },
  clientOptions: { slackApiUrl: `http://127.0.0.1:${server.address().port}/api/` },
});
let heard = 'not heard';
app.message(async ({ message }) => {
  heard = `heard as ${message.subtype ?? 'plain'}, text ${message.text}`;
});
const send = async (event) => {
  heard = 'not heard';
  const body = {
    type: 'event_callback', team_id: 'T', authorizations: [{ team_id: 'T', user_id: 'UBOT', is_bot: true }],
    event: { type: 'message', channel: 'C1', channel_type: 'channel', ts: '1.1', ...event },
  };
  await app.processEvent({ body, ack: async () => {} });
  return heard;
};
const mine = { user: 'UBOT', bot_id: 'BBOT', text: 'hello', ts: '1.0' };
const seen = [
  await send(mine),
  await send({ subtype: 'message_changed', message: mine, previous_message: mine }),
  await send({ user: 'U1', text: 'hello' }),
];
console.log(`own post: ${seen[0]}; own edit: ${seen[1]}; a person's post: ${seen[2]}`);
server.closeAllConnections();
server.close();
assert.deepEqual(seen, ['not heard', 'heard as message_changed, text undefined', 'heard as plain, text hello']);
JS
