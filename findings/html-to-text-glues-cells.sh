#!/usr/bin/env bash
# Expected: text made of HTML has a blank or a line end between two cells of a table, and words in the letters they were written in.
# Happens: unless told that a table is data, all its cells stick together, rows too: "InesyesOmarno". Headings are set in capitals, ß as
#   SS; the marks of `<q>` are left out, `<del>` reads as said, and `<li value="9">` is 6.
# With: html-to-text 10.0.1, defaults
# Matters: mailparser makes the text of HTML mail with it. A vote in a table becomes one word, which no search for a name finds; a
#   quotation inside a speech reads as the speaker's own words. Read the HTML itself.
# Seen:
#   "INES GROSSMANN\n\nHe said no to 10 boats." "InesyesOmarno" " 5. first\n 6. ninth"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error html-to-text@10.0.1 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { convert } = require('html-to-text');
const seen = [
  '<h2>Ines Großmann</h2><p>He said <q>no</q> to <del>1</del>0 boats.</p>',
  '<table><tr><td>Ines</td><td>yes</td></tr><tr><td>Omar</td><td>no</td></tr></table>',
  '<ol start="5"><li>first</li><li value="9">ninth</li></ol>',
].map((html) => convert(html));
console.log(seen.map((text) => JSON.stringify(text)).join(' '));
assert.deepEqual(seen, ['INES GROSSMANN\n\nHe said no to 10 boats.', 'InesyesOmarno', ' 5. first\n 6. ninth']);
JS
node seen.cjs
