#!/usr/bin/env bash
# Expected: trimming a conversation to the last messages keeps at least the last one, cut if need be, or throws if it does not fit.
# Happens: where the question alone is over the limit it is dropped like any other message, and what is left is the system message by
#   itself, a list that looks trimmed and well. Without a system message the list is empty.
# With: @langchain/core 1.4.0
# Matters: a person pastes a long passage and asks about it; the model is given its instructions and no question, and answers something.
#   Check that the last message is the one that was asked.
# Seen:
#   with a system message: ["Quote exactly."]; without: []
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { AIMessage, HumanMessage, SystemMessage, trimMessages } from '@langchain/core/messages';
const said = [new HumanMessage('Hello.'), new AIMessage('Hello.'), new HumanMessage(`What of this? ${'We agree. '.repeat(20)}`)];
const tokenCounter = (messages) => messages.reduce((sum, { text }) => sum + text.length, 0);
const left = async (messages, includeSystem) =>
  (await trimMessages(messages, { strategy: 'last', maxTokens: 100, tokenCounter, includeSystem })).map(({ text }) => text);
const seen = [await left([new SystemMessage('Quote exactly.'), ...said], true), await left(said, false)];
console.log(`with a system message: ${JSON.stringify(seen[0])}; without: ${JSON.stringify(seen[1])}`);
assert.deepEqual(seen, [['Quote exactly.'], []]);
JS
