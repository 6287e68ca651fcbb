#!/usr/bin/env bash
# Expected: the ☒ and ☐ that Word shows in a form are letters of its text, in raw text at least.
# Happens: where they are Word's own tick boxes (and not typed), the letter is taken out: raw text has nothing in its place, HTML an
#   `<input>`, which has no text either. The answer ticked and the one not ticked read alike.
# With: mammoth 1.13.0 (the file made by hand with fflate 0.8.3)
# Matters: minutes record votes and attendance so. "☒ in favour ☐ against" is read as " in favour  against", and whoever quotes it says that
#   the delegate was for both. Look for `input[type=checkbox]` in the HTML and for `checked`.
# Seen:
#   raw: " in favour  against"
#   html: <p><input type="checkbox" checked="checked" /> in favour <input type="checkbox" /> against</p>
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error mammoth@1.13.0 fflate@0.8.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { zipSync, strToU8 } from 'fflate';
import mammoth from 'mammoth';
const office = 'http://schemas.openxmlformats.org';
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const box = (ticked) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${ticked ? 1 : 0}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(ticked ? '☒' : '☐')}</w:sdtContent></w:sdt>`;
const body = box(true) + run(' in favour ') + box(false) + run(' against');
const parts = {
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${office}/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body><w:p>${body}</w:p></w:body></w:document>`,
};
const buffer = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const raw = (await mammoth.extractRawText({ buffer })).value.replace(/\n\n$/, '');
const html = (await mammoth.convertToHtml({ buffer })).value;
console.log(`raw: "${raw}"\nhtml: ${html}`);
assert.equal(raw, ' in favour  against');
assert.equal(html, '<p><input type="checkbox" checked="checked" /> in favour <input type="checkbox" /> against</p>');
JS
