#!/usr/bin/env bash
# Expected: a parser told to keep the order gives a paragraph's words as they stand, so joining them gives the paragraph.
# Happens: the blanks beside every inline tag are trimmed away, and joined words stick together: "willnotsign". Without the
#   option the inline word is moved out of its place as well, and what is left reads as the opposite: "We willsign". The
#   lines of two speakers fall into one list of names and one list of words.
# With: fast-xml-parser 5.12.1
# Matters: records in XML (Akoma Ntoso, TEI, TTML) put emphasis and names inside sentences. A quotation built this way is not
#   what was said, and a "not" in italics leaves the sentence it belongs to. `trimValues: false` mends the blanks only.
# Seen:
#   kept in order: We willnotsign.
#   by default: {"i":"not","#text":"We willsign."}
#   two speakers: {"name":["Ines","Par"],"p":["Yes.","No.","Never."]}
#   in order, untrimmed: We will not sign.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error fast-xml-parser@5.12.1 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
const xml = '<p>We will <i>not</i> sign.</p>';
const textOf = (nodes) => nodes.map((node) => node['#text'] ?? textOf(Object.values(node)[0])).join('');
const seen = [
  ['kept in order', textOf(new XMLParser({ preserveOrder: true }).parse(xml))],
  ['by default', JSON.stringify(new XMLParser().parse(xml).p)],
  ['two speakers', JSON.stringify(new XMLParser().parse('<s><name>Ines</name><p>Yes.</p><name>Par</name><p>No.</p><p>Never.</p></s>').s)],
  ['in order, untrimmed', textOf(new XMLParser({ preserveOrder: true, trimValues: false }).parse(xml))],
];
for (const line of seen) console.log(line.join(': '));
assert.deepEqual(seen.map(([, value]) => value), [
  'We willnotsign.',
  '{"i":"not","#text":"We willsign."}',
  '{"name":["Ines","Par"],"p":["Yes.","No.","Never."]}',
  'We will not sign.',
]);
JS
