#!/usr/bin/env bash
# Expected: an index written for 16 dimensions by cosine is refused by one made for 8, or by squared distance.
# Happens: `readIndex` takes it: the file does not hold its space, its dimensions are not compared, and `getNumDimensions` says what one
#   hoped for. Searches give neighbours and distances, of the first 8 numbers of each vector, or in the wrong space.
# With: hnswlib-node 3.0.0
# Matters: after a change of the embedder the old index goes on answering, with neighbours by chance. Write down beside it what made it.
# Seen:
#   read for 8 of 16: dimensions 8, nearest of its own vector 1 of 50 times
#   read as l2: distance of a vector to itself up to 57.2
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error hnswlib-node@3.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import hnswlib from 'hnswlib-node';
const { HierarchicalNSW } = hnswlib;
let seed = 7;
const number = () => { seed = (seed * 16807) % 2147483647; return seed / 2147483647 - 0.5; };
// The first half of each vector is the same for all but a hair, so that it tells nothing.
const vectors = Array.from({ length: 50 }, () => Array.from({ length: 16 }, (_, at) => (at < 8 ? 3 + number() / 1e6 : number())));
const written = new HierarchicalNSW('cosine', 16);
written.initIndex(50);
vectors.forEach((vector, label) => written.addPoint(vector, label));
await written.writeIndex('index.bin');
const eight = new HierarchicalNSW('cosine', 8);
await eight.readIndex('index.bin');
const own = vectors.filter((vector, label) => eight.searchKnn(vector.slice(0, 8), 1).neighbors[0] === label).length;
const squared = new HierarchicalNSW('l2', 16);
await squared.readIndex('index.bin');
const farthest = Math.max(...vectors.map((vector) => squared.searchKnn(vector, 1).distances[0]));
console.log(`read for 8 of 16: dimensions ${eight.getNumDimensions()}, nearest of its own vector ${own} of 50 times`);
console.log(`read as l2: distance of a vector to itself up to ${farthest.toFixed(1)}`);
assert.equal(eight.getNumDimensions(), 8);
assert.ok(own < 25);
assert.ok(farthest > 1);
JS
