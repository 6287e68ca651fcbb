#!/usr/bin/env bash
# Expected: a label is any whole number that JavaScript can hold, as the type says (`label: number`) and as the C++ library has it (`size_t`, 64 bits);
#   one that does not fit is refused, as a label that is no number is.
# Happens: only the lower 32 bits are kept, and fractions are cut, without a word. The time of a message in milliseconds comes back as another number,
#   and two messages 4,294,967,296 ms (about 50 days) apart have one label, so that the second silently takes the place of the first.
# With: hnswlib-node 3.0.0
# Matters: chunks that are labelled by a time, a Discord or Slack id or the first bytes of a hash replace each other, and a hit names a chunk that
#   is none.
# Seen:
#   put in as 1764547200000, found as 3610608640
#   two put in 50 days apart: 1 there, nearest to the first lies 81 from it
#   7.9 is kept as 7, "7" is refused
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hnswlib-node@3.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import hnswlib from 'hnswlib-node';
const index = () => {
  const made = new hnswlib.HierarchicalNSW('l2', 2);
  made.initIndex(10);
  return made;
};
const sent = 1_764_547_200_000;
const times = index();
times.addPoint([0, 1], sent);
const [found] = times.getIdsList();
console.log(`put in as ${sent}, found as ${found}`);
times.addPoint([9, 1], sent + 2 ** 32);
const { distances } = times.searchKnn([0, 1], 1);
console.log(`two put in 50 days apart: ${times.getCurrentCount()} there, nearest to the first lies ${distances[0]} from it`);
const shares = index();
shares.addPoint([0, 1], 7.9);
let refused = false;
try {
  shares.addPoint([0, 1], '7');
} catch {
  refused = true;
}
console.log(`7.9 is kept as ${shares.getIdsList()[0]}, "7" is ${refused ? 'refused' : 'taken'}`);
assert.equal(found, sent % 2 ** 32);
assert.deepEqual([times.getCurrentCount(), distances[0]], [1, 81]);
assert.deepEqual([shares.getIdsList()[0], refused], [7, true]);
JS
