#!/usr/bin/env bash
# Expected: an index that matches whole words (`tokenize: 'strict'`, the default) finds a number where that number stands.
# Happens: figures are cut into pieces of three, each a word of its own: 1325 is stored as 132 and 5. So 132 finds 1325, and 1325 finds
#   a page 132 with five others. The middle or the end of a number finds nothing, so it is not that parts of words are matched.
# With: flexsearch 0.8.212, defaults
# Matters: resolutions and years are the figures of this field. "What was said of resolution 1325?" is answered from a sentence that does
#   not name it, and nothing in the hit tells. Give an encoder with `numeric: false`.
# Seen:
#   1325: resolution 1325 | page 132, and 5 others
#   132: resolution 1325 | page 132, and 5 others
#   2015: 201 votes, 5 against | the year 2015
#   325: nothing
#   numeric: false, 1325: resolution 1325
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error flexsearch@0.8.212 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { Encoder, Index } = require('flexsearch');
const said = ['resolution 1325', 'page 132, and 5 others', '201 votes, 5 against', 'the year 2015'];
const filled = (index) => {
  said.forEach((text, id) => index.add(id, text));
  return index;
};
const find = (index, words) => index.search(words).sort().map((id) => said[id]).join(' | ') || 'nothing';
const plain = filled(new Index());
const seen = ['1325', '132', '2015', '325'].map((words) => `${words}: ${find(plain, words)}`);
seen.push(`numeric: false, 1325: ${find(filled(new Index({ encoder: new Encoder({ numeric: false }) })), '1325')}`);
console.log(seen.join('\n'));
assert.deepEqual(seen, [
  '1325: resolution 1325 | page 132, and 5 others',
  '132: resolution 1325 | page 132, and 5 others',
  '2015: 201 votes, 5 against | the year 2015',
  '325: nothing',
  'numeric: false, 1325: resolution 1325',
]);
JS
node seen.cjs
