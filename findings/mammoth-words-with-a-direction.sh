#!/usr/bin/env bash
# Expected: Arabic or Hebrew pasted into a Word file is in the text like any other words.
# Happens: words inside `<w:dir>` or `<w:bdo>`, which Word writes where text with a direction of its own is pasted (from a web
#   page, say), are left out, wholly and without an error: the paragraph may end up empty. Plain right-to-left runs are kept.
# With: mammoth 1.13.0 (the file made by hand with fflate 0.8.3)
# Matters: a delegation's Arabic statement pasted into the minutes is lost while the English around it is read; a bot then says
#   that nobody said it. The only trace is a message about an ignored element.
# Seen:
#   "Chair: \n\nOmar: نعم, we agree.\n\n"
#   An unrecognised element was ignored: w:dir / An unrecognised element was ignored: w:bdo
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error mammoth@1.13.0 fflate@0.8.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { zipSync, strToU8 } from 'fflate';
import mammoth from 'mammoth';
const office = 'http://schemas.openxmlformats.org';
const run = (text, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const body =
  `<w:p>${run('Chair: ')}<w:dir w:val="rtl">${run('لا نوافق على النص')}</w:dir><w:bdo w:val="rtl">${run('أبدا')}</w:bdo></w:p>` +
  `<w:p>${run('Omar: ')}${run('نعم', '<w:rtl/>')}${run(', we agree.')}</w:p>`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
};
const buffer = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const { value, messages } = await mammoth.extractRawText({ buffer });
console.log(JSON.stringify(value));
console.log(messages.map(({ message }) => message).join(' / '));
assert.equal(value, 'Chair: \n\nOmar: نعم, we agree.\n\n');
assert.deepEqual(messages.map(({ message }) => message.split(' ').at(-1)), ['w:dir', 'w:bdo']);
JS
