#!/usr/bin/env bash
# Expected: `new Date(text)` gives an Invalid Date for words that are no date; checking for NaN tells the two apart.
# Happens: V8 skips words it does not know and takes any that begin like a month: "Marta 12" is 12 March 2001, "Decision 5/12" is 5
#   December 2012, "Item 9" is September 2001, the symbol S/2025/12 is December 2025. Of French and Spanish dates those are read
#   whose month begins as in English: "4 mars 2025" and "4 mayo 2025" are, "4 mai 2025" and "4 agosto 2025" are not.
# With: Node 24.21.0 (V8 13.6)
# Matters: headings and speakers' labels are tried as dates when a record is read. A session gets a date that nobody gave it, and the
#   check that was to prevent this passes; a library of French records is dated in some months of the year only.
# Seen:
#   Marta 12: 2001-03-12; Novak 11: 2001-11-11; Decision 5/12: 2012-12-05; Item 9: 2001-09-01; S/2025/12: 2025-12-01
#   4 mars 2025: 2025-03-04; 4 mai 2025: -; 4 mayo 2025: 2025-05-04; 4 agosto 2025: -; 30 February 2025: 2025-03-02
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
TZ=UTC node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const read = (text) => {
  const date = new Date(text);
  return `${text}: ${Number.isNaN(date.getTime()) ? '-' : date.toISOString().slice(0, 10)}`;
};
const words = ['Marta 12', 'Novak 11', 'Decision 5/12', 'Item 9', 'S/2025/12'].map(read).join('; ');
const dates = ['4 mars 2025', '4 mai 2025', '4 mayo 2025', '4 agosto 2025', '30 February 2025'].map(read).join('; ');
console.log(words);
console.log(dates);
assert.equal(words, 'Marta 12: 2001-03-12; Novak 11: 2001-11-11; Decision 5/12: 2012-12-05; Item 9: 2001-09-01; S/2025/12: 2025-12-01');
assert.equal(dates, '4 mars 2025: 2025-03-04; 4 mai 2025: -; 4 mayo 2025: 2025-05-04; 4 agosto 2025: -; 30 February 2025: 2025-03-02');
JS
