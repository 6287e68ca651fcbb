#!/usr/bin/env bash
# Expected: a vector with a number that is none (NaN) is refused, or is at least the only one that cannot be found.
# Happens: it is taken, and since it is neither near nor far from any other, ways through the graph end at it: others do not find
#   themselves any more, and it stands among the five nearest of questions it has nothing to do with.
# With: hnswlib-node 3.0.0, 1,000 vectors of 16 dimensions made by chance, one of them with a NaN
# Matters: one field that a server of embeddings left out, divided by its length, makes a library worse for good, and nothing says so.
#   Look at each vector before it is added, and at a query too.
# Seen:
#   none bad: 1000 of 1000 find themselves, NaN among the nearest of 0
#   the first bad: 986 of 999 find themselves, NaN among the nearest of 100
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hnswlib-node@3.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import hnswlib from 'hnswlib-node';
function tried(bad) {
  let seed = 1;
  const byChance = () => (seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5;
  const index = new hnswlib.HierarchicalNSW('cosine', 16);
  index.initIndex(1000, 16, 200, 1);
  const vectors = Array.from({ length: 1000 }, (_, at) => {
    const vector = Array.from({ length: 16 }, byChance);
    if (at === bad) vector[3] = NaN;
    index.addPoint(vector, at);
    return vector;
  });
  const asked = vectors.flatMap((vector, at) => (at === bad ? [] : [{ at, nearest: index.searchKnn(vector, 5) }]));
  return {
    asked: asked.length,
    themselves: asked.filter(({ at, nearest: { neighbors } }) => neighbors.includes(at)).length,
    beside: asked.filter(({ nearest: { distances } }) => distances.some(Number.isNaN)).length,
  };
}
const [good, bad] = [tried(-1), tried(0)];
console.log(`none bad: ${good.themselves} of ${good.asked} find themselves, NaN among the nearest of ${good.beside}`);
console.log(`the first bad: ${bad.themselves} of ${bad.asked} find themselves, NaN among the nearest of ${bad.beside}`);
assert.deepEqual([good.themselves, good.beside], [1000, 0]);
assert.ok(bad.themselves < 999 && bad.beside > 10);
JS
