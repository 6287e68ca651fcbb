#!/usr/bin/env bash
# Expected: Markdown of a page keeps what a browser shows: the marks around `<q>`, the raised 6 of 10⁶, the line through struck-out words.
# Happens: the words stay and what changes their meaning goes: “no” is no, 10⁶ is 106, m² is m2, struck-out words are said ones, and a list
#   numbered by letters by figures. `<b>` is kept, so it is not that all marks are left out.
# With: turndown 7.2.5, defaults
# Matters: "She said no" is a refusal, “She said ‘no’” a report of a word; 106 people are not a million. Both look like fair quotations.
#   Rules of one's own for `q`, `sup`, `sub` and `del` are needed.
# Seen:
#   She said no to 106 people, and **not** yes now.
#   1.  Ines (from <ol type="a">)
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error turndown@7.2.5 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const Turndown = require('turndown');
const turndown = new Turndown();
const words = turndown.turndown('<p>She said <q>no</q> to 10<sup>6</sup> people, and <b>not</b> <del>yes</del> now.</p>');
const list = turndown.turndown('<ol type="a"><li>Ines</li></ol>');
console.log(`${words}\n${list} (from <ol type="a">)`);
assert.deepEqual([words, list], ['She said no to 106 people, and **not** yes now.', '1.  Ines']);
JS
node seen.cjs
