#!/usr/bin/env bash
# Expected: the compatibility form (NFKC), made to bring spellings together for search, leaves the value of a figure alone.
# Happens: 2½ becomes 21⁄2, a 21 with a fraction stroke and a 2 behind it; 10² becomes 102; 1⅓ becomes 11⁄3. A pattern for
#   figures then reads 21, 102 and 11, and equal strings are no equal figures any more.
# With: Node 24.21.0 (Unicode 17); the same in every language, since Unicode sets it
# Matters: folding both sides before a comparison is the usual way to check a quotation or an amount. "10² stations" is then
#   "verbatim" in a record that says 102 stations, and "a rise of 2½ per cent" is a rise of 21. Put a blank before the fraction
#   and keep the powers apart before folding.
# Seen:
#   2½ per cent -> 21⁄2 per cent, read as 21
#   10² stations -> 102 stations, read as 102
#   1⅓ degrees -> 11⁄3 degrees, read as 11
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const seen = ['2½ per cent', '10² stations', '1⅓ degrees'].map((text) => {
  const folded = text.normalize('NFKC');
  return `${text} -> ${folded}, read as ${parseFloat(folded)}`;
});
console.log(seen.join('\n'));
assert.deepEqual(seen, [
  '2½ per cent -> 21⁄2 per cent, read as 21',
  '10² stations -> 102 stations, read as 102',
  '1⅓ degrees -> 11⁄3 degrees, read as 11',
]);
assert.equal('10² stations'.normalize('NFKC'), '102 stations');
JS
