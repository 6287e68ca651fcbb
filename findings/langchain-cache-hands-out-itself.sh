#!/usr/bin/env bash
# Expected: a reply taken from the cache is what the model once said, whoever took it before.
# Happens: `InMemoryCache` hands out the stored message itself, not a copy, the first time too. What one caller changes in it (a note added to
#   `content`, a field in `response_metadata`) is in every later reply to the same question.
# With: @langchain/core 1.4.0
# Matters: an answer that is shortened for one channel, or marked "(unverified)", stays so for all. Each later caller adds its own mark to
#   it. Make a new message of what comes back.
# Seen:
#   first: We agree. | after a caller added a note: We agree. (unverified) | asked of the model: 1 time
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { InMemoryCache } from '@langchain/core/caches';
import { SimpleChatModel } from '@langchain/core/language_models/chat_models';
let asked = 0;
class Model extends SimpleChatModel {
  _llmType() {
    return 'invented';
  }
  async _call() {
    asked += 1;
    return 'We agree.';
  }
}
const model = new Model({ cache: new InMemoryCache() });
const reply = await model.invoke('What was said?');
const first = reply.content;
reply.content += ' (unverified)';
const later = (await model.invoke('What was said?')).content;
console.log(`first: ${first} | after a caller added a note: ${later} | asked of the model: ${asked} time`);
assert.deepEqual([first, later, asked], ['We agree.', 'We agree. (unverified)', 1]);
JS
