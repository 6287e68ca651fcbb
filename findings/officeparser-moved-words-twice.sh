#!/usr/bin/env bash
# Expected: of a Word file with tracked changes the text is the newer one, since deleted words are left out and inserted ones kept.
# Happens: that is so for deletions and insertions, but a passage that was moved stands in both places, the old and the new one. A
#   non-breaking hyphen, which Word keeps as an element, is nothing: "non‑binding" is "nonbinding". Line breaks vanish without a blank.
# With: officeparser 7.8.0 (the file made by hand with fflate 0.8.3)
# Matters: the minutes say once that the delegate will pay; the bot finds it said twice, and quotes it from a place where it no longer is.
# Seen:
#   "We will pay. We sign now. We will pay. It is nonbinding.Yes."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 officeparser@7.8.0 fflate@0.8.3 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { zipSync, strToU8 } from 'fflate';
import { parseOffice } from 'officeparser';
const office = 'http://schemas.openxmlformats.org';
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const change = 'w:author="Ines" w:date="2024-05-01T10:00:00Z"';
const body =
  `<w:p><w:moveFromRangeStart w:id="1" w:name="m" ${change}/><w:moveFrom w:id="2" ${change}>${run('We will pay. ')}</w:moveFrom>` +
  `<w:moveFromRangeEnd w:id="1"/>${run('We ')}<w:del w:id="3" ${change}><w:r><w:delText xml:space="preserve">do not </w:delText></w:r></w:del>` +
  `${run('sign')}<w:ins w:id="4" ${change}>${run(' now')}</w:ins>${run('. ')}<w:moveToRangeStart w:id="5" w:name="m" ${change}/>` +
  `<w:moveTo w:id="6" ${change}>${run('We will pay. ')}</w:moveTo><w:moveToRangeEnd w:id="5"/>` +
  `${run('It is non')}<w:r><w:noBreakHyphen/></w:r>${run('binding.')}<w:r><w:br/></w:r>${run('Yes.')}</w:p>`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
};
const file = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const text = (await parseOffice(file)).toText();
console.log(JSON.stringify(text));
assert.equal(text, 'We will pay. We sign now. We will pay. It is nonbinding.Yes.');
JS
