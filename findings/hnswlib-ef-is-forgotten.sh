#!/usr/bin/env bash
# Expected: an index that was told to look with ef 200 and is written to a file looks with 200 when it is read again.
# Happens: the file has M and the ef of building, not the ef of looking: it is 10 again, without a word. The same question then brings
#   fewer of its true neighbours than before the restart; asked for more than 10, it looks at just as many as are asked for.
# With: hnswlib-node 3.0.0
# Matters: a bot finds worse from its second start on, and no test that builds its index in the same process can show it. Set ef after
#   every read.
# Seen:
#   ef before 200, after 10
#   of the ten true neighbours of 100 questions, before 999, after 501
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 hnswlib-node@3.0.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import hnswlib from 'hnswlib-node';
const dimensions = 64;
const count = 5000;
let state = 7;
const chance = () => ((state = (state * 48271) % 2147483647) / 2147483647);
const vector = () => Array.from({ length: dimensions }, () => chance() + chance() + chance() - 1.5);
const built = new hnswlib.HierarchicalNSW('l2', dimensions);
built.initIndex(count, 16, 200, 100);
const exact = new hnswlib.BruteforceSearch('l2', dimensions);
exact.initIndex(count);
for (let label = 0; label < count; label++) {
  const each = vector();
  built.addPoint(each, label);
  exact.addPoint(each, label);
}
built.setEf(200);
built.writeIndexSync('said.index');
const read = new hnswlib.HierarchicalNSW('l2', dimensions);
read.readIndexSync('said.index');
const questions = Array.from({ length: 100 }, vector);
const found = (index) =>
  questions.reduce((sum, question) => {
    const truth = new Set(exact.searchKnn(question, 10).neighbors);
    return sum + index.searchKnn(question, 10).neighbors.filter((label) => truth.has(label)).length;
  }, 0);
const [before, after] = [found(built), found(read)];
console.log(`ef before ${built.getEf()}, after ${read.getEf()}`);
console.log(`of the ten true neighbours of 100 questions, before ${before}, after ${after}`);
assert.deepEqual([built.getEf(), read.getEf()], [200, 10]);
assert.ok(before - after > 100);
JS
