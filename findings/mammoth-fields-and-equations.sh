#!/usr/bin/env bash
# Expected: words that Word shows in a paragraph are in the text, whatever they are made with.
# Happens: a number typed in an equation box and the shown result of a simple field (a date, a cross-reference) are left out
#   of both HTML and raw text, and the words beside them close the gap: a whole, wrong sentence. A complex field of the same
#   kind is kept. The only trace is a message that an "unrecognised element was ignored".
# With: mammoth 1.13.0 (the file made by hand with fflate 0.8.3)
# Matters: "we cut emissions by 2.5 per cent by 4 March" is quoted as "we cut emissions by  per cent by ". Minutes keep figures in
#   equations and dates in fields; who quotes must read the messages and say what is missing.
# Seen:
#   We cut by  per cent by , as item 5 asks.
#   An unrecognised element was ignored: {http://schemas.openxmlformats.org/officeDocument/2006/math}oMath
#   An unrecognised element was ignored: w:fldSimple
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
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const body =
  run('We cut by ') + '<m:oMath><m:r><m:t>2.5</m:t></m:r></m:oMath>' + run(' per cent by ') +
  `<w:fldSimple w:instr=" DATE ">${run('4 March')}</w:fldSimple>` + run(', as ') +
  mark('begin') + '<w:r><w:instrText> REF five </w:instrText></w:r>' + mark('separate') + run('item 5') + mark('end') + run(' asks.');
const parts = {
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${office}/wordprocessingml/2006/main" xmlns:m="${office}/officeDocument/2006/math"><w:body><w:p>${body}</w:p></w:body></w:document>`,
};
const buffer = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const { value, messages } = await mammoth.extractRawText({ buffer });
console.log(value.trim());
for (const { message } of messages) console.log(message);
assert.equal(value.trim(), 'We cut by  per cent by , as item 5 asks.');
assert.equal((await mammoth.convertToHtml({ buffer })).value, '<p>We cut by  per cent by , as item 5 asks.</p>');
assert.deepEqual(messages.map(({ message }) => message.split(/[ }]/).at(-1)), ['oMath', 'w:fldSimple']);
JS
