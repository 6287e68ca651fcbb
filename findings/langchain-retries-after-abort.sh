#!/usr/bin/env bash
# Expected: a call that its caller has aborted makes no new attempt.
# Happens: the caller gets its abort error at once, but `withRetry` does not hear of it: the attempts that were still due are made one after
#   the other behind its back, new ones begun seconds after the abort. An error that says it is an abort (`AbortError`) is itself
#   tried again; a `TypeError` of one's own, which may be a passing fault of a server's reply, never is.
# With: @langchain/core 1.4.0
# Matters: the reader presses "stop" or the deadline passes, and the model is asked twice more, at full price, while the next question waits.
#   Look at the signal inside the step and try again by hand.
# Seen:
#   at the abort: 1 attempt, This operation was aborted; later: 3 attempts, 2 begun after the abort
#   AbortError: 2 attempts; TypeError: 1 attempt
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @langchain/core@1.4.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { RunnableLambda } from '@langchain/core/runnables';
const stop = new AbortController();
let attempts = 0;
let late = 0;
const asked = RunnableLambda.from(async () => {
  attempts += 1;
  if (stop.signal.aborted) late += 1;
  await wait(100);
  throw new Error('server busy');
}).withRetry({ stopAfterAttempt: 3 });
setTimeout(() => stop.abort(), 50);
const answer = await asked.invoke('?', { signal: stop.signal }).catch(({ message }) => message);
const atOnce = attempts;
for (let tries = 0; attempts < 3 && tries < 100; tries += 1) await wait(100);
const triesOf = async (error) => {
  let made = 0;
  const step = RunnableLambda.from(() => {
    made += 1;
    throw error;
  });
  await step.withRetry({ stopAfterAttempt: 2 }).invoke('?').catch(() => {});
  return made;
};
const aborted = await triesOf(Object.assign(new Error('stopped'), { name: 'AbortError' }));
const own = await triesOf(new TypeError('reply.text is undefined'));
console.log(`at the abort: ${atOnce} attempt, ${answer}; later: ${attempts} attempts, ${late} begun after the abort`);
console.log(`AbortError: ${aborted} attempts; TypeError: ${own} attempt`);
assert.deepEqual([atOnce, attempts, late, aborted, own], [1, 3, 2, 2, 1]);
JS
