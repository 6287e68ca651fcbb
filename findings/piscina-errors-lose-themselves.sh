#!/usr/bin/env bash
# Expected: an error thrown in a worker thread arrives as it was: its name, its code, the fields that tell what to do.
# Happens: an error of one's own class arrives as a plain `Error` named "Error", without `code` or any other field; its cause has only its
#   message left, an AggregateError none of its errors. A result that cannot be copied, such as one with a `URL` in it, rejects with an
#   `Error` whose message is empty.
# With: piscina 5.3.2, Node 24.21.0
# Matters: code that tells "the user's mistake" from "a fault of ours" by name or code shows stack traces for the first and never tries again
#   on SQLITE_BUSY. Send { name, code, message } back as a value.
# Seen:
#   own class: name Error, code undefined, turn undefined, "no such turn"
#   cause: code undefined, "database is locked"; many: undefined errors; a URL in the result: Error ""
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 piscina@5.3.2 >/dev/null
cat > worker.mjs <<'JS'
class QuoteError extends Error {
  name = 'QuoteError';
  code = 'E_QUOTE';
  turn = 4;
}
export default (what) => {
  if (what === 'own') throw new QuoteError('no such turn');
  if (what === 'cause') throw new Error('failed', { cause: Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }) });
  if (what === 'many') throw new AggregateError([new Error('a'), new Error('b')], 'many');
  return { place: new URL('https://example.org/session#turn-4') };
};
JS
cat > main.mjs <<'JS'
import assert from 'node:assert/strict';
import { Piscina } from 'piscina';
const pool = new Piscina({ filename: new URL('./worker.mjs', import.meta.url).href, maxThreads: 1 });
const thrown = (what) => pool.run(what).then(() => assert.fail('resolved'), (error) => error);
const [own, { cause }, many, copied] = [await thrown('own'), await thrown('cause'), await thrown('many'), await thrown('url')];
console.log(`own class: name ${own.name}, code ${own.code}, turn ${own.turn}, "${own.message}"`);
console.log(`cause: code ${cause.code}, "${cause.message}"; many: ${many.errors?.length} errors; a URL in the result: ${copied.name} "${copied.message}"`);
await pool.close();
assert.deepEqual([own.name, own.code, own.turn, own.message], ['Error', undefined, undefined, 'no such turn']);
assert.deepEqual([cause.code, cause.message, many.errors], [undefined, 'database is locked', undefined]);
assert.deepEqual([copied.name, copied.message], ['Error', '']);
JS
node_modules/.bin/node main.mjs
