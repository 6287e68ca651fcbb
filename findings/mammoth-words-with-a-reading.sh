#!/usr/bin/env bash
# Expected: a word with its reading above it (furigana, pinyin) is at least the word.
# Happens: word and reading are both left out, with a message nobody reads. The sentence closes over the gap.
# With: mammoth 1.13.0 (the file made by hand with fflate 0.8.3)
# Matters: names and hard words get a reading in Japanese and Chinese records, and they are what is asked for: "The lighthouse is dark" becomes
#   "is dark", a quotation no one said. Take the words of `w:rubyBase` out of the file before.
# Seen:
#   raw: "不再亮了。"
#   message: An unrecognised element was ignored: w:ruby
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error mammoth@1.13.0 fflate@0.8.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
const office = 'http://schemas.openxmlformats.org';
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('dēng tǎ')}</w:rt><w:rubyBase>${run('灯塔')}</w:rubyBase></w:ruby></w:r>`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body><w:p>${ruby}${run('不再亮了。')}</w:p></w:body></w:document>`,
};
const buffer = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))));
const { value, messages } = await mammoth.extractRawText({ buffer });
console.log(`raw: "${value.trim()}"\nmessage: ${messages.map(({ message }) => message).join(' / ') || (await mammoth.convertToHtml({ buffer })).messages[0]?.message}`);
assert.equal(value.trim(), '不再亮了。');
JS
