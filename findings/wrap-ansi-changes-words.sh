#!/usr/bin/env bash
# Expected: wrapping a text to a width puts in line ends and takes out the blanks at them, and leaves all else as it was.
# Happens: the letters are composed (NFC), tabs become blanks, and \r is lost, even where nothing had to be wrapped; the blanks at the
#   start of a text go as well, so an indented quotation loses its indent. A Chinese paragraph, having no blanks, is left in
#   one line of any width. `trim: false` keeps the indent, nothing keeps the letters.
# With: wrap-ansi 10.0.2
# Matters: what is printed as verbatim is not, letter for letter: copied back into a search or a check by offsets it is another string.
# Seen:
#   same letters: false; tab: "a       b"; indent: "[1] “We agree.”"; Chinese at width 10: 1 line of 24 columns
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error wrap-ansi@10.0.2 string-width@8.3.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import wrap from 'wrap-ansi';
import width from 'string-width';
const said = 'cafe\u0301 first';
const same = wrap(said, 80) === said;
const [tab, indent] = [wrap('a\tb', 80), wrap('    [1] “We agree.”', 80)];
const lines = wrap('我们需要共同的霜冻预警。', 10).split('\n');
console.log(
  `same letters: ${same}; tab: ${JSON.stringify(tab)}; indent: ${JSON.stringify(indent)}; ` +
    `Chinese at width 10: ${lines.length} line of ${width(lines[0])} columns`,
);
assert.equal(wrap(said, 80), 'caf\u00e9 first');
assert.equal(tab, 'a       b');
assert.equal(indent, '[1] “We agree.”');
assert.equal(wrap('a\r\nb', 80), 'a\nb');
assert.deepEqual(lines.map((line) => width(line)), [24]);
JS
