#!/usr/bin/env bash
# Expected: raw text has a line end where Word shows one, or at least a blank.
# Happens: `extractRawText` has nothing in its place: a line break (Shift+Enter), a page break and a carriage return vanish, and the last
#   word of one line sticks to the first of the next. Tabs are kept, and HTML made of the same file has `<br />` for the line break.
# With: mammoth 1.13.0, docx 9.15.2 (which writes the file)
# Matters: in many minutes the speakers of one paragraph are parted by line breaks only. "We agree.OMAR: No." is one speaker's turn, and
#   no sentence ends between the two. Read the HTML instead.
# Seen:
#   raw:  "INES: We agree.OMAR: No.LEA: Not now."
#   HTML: "<p>INES: We agree.<br />OMAR: No.LEA: Not now.</p>"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error mammoth@1.13.0 docx@9.15.2 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Document, Packer, PageBreak, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
const children = [
  new TextRun('INES: We agree.'),
  new TextRun({ text: 'OMAR: No.', break: 1 }),
  new TextRun({ children: [new PageBreak(), 'LEA: Not now.'] }),
];
const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
const raw = (await mammoth.extractRawText({ buffer })).value.trim();
const html = (await mammoth.convertToHtml({ buffer })).value;
console.log(`raw:  ${JSON.stringify(raw)}`);
console.log(`HTML: ${JSON.stringify(html)}`);
assert.equal(raw, 'INES: We agree.OMAR: No.LEA: Not now.');
assert.equal(html, '<p>INES: We agree.<br />OMAR: No.LEA: Not now.</p>');
JS
