#!/usr/bin/env bash
# Expected: strings in `children` of a TextRun are written as they are, and `text` beside them is written too.
# Happens: four strings are taken for page fields, since the library's own marks for these are plain strings: "SECTION", "CURRENT",
#   "TOTAL_PAGES" and "TOTAL_PAGES_IN_SECTION" become a number that Word counts. `text` beside `children` is left out, without an error.
# With: docx 9.15.2
# Matters: minutes are written run by run or word by word: the heading "SECTION" of an act becomes "1" on the page, and a name given
#   as `text` before the words in `children` is gone. Give words as `text`, one run each.
# Seen:
#   ["SECTION"," 4: we agree"] is written as the field SECTION and the text " 4: we agree"
#   text "Ines: " with children ["we agree"] is written as the text "we agree"
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error docx@9.15.2 fflate@0.8.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
const written = async (run) => {
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children: [new TextRun(run)] })] }] }));
  const xml = strFromU8(unzipSync(file)['word/document.xml']);
  return [...xml.matchAll(/<w:(instrText|t)\b[^>]*>([^<]*)</g)].map(([, kind, words]) => `${kind === 't' ? 'the text' : 'the field'} ${kind === 't' ? JSON.stringify(words) : words}`);
};
const parts = ['SECTION', ' 4: we agree'];
const both = { text: 'Ines: ', children: ['we agree'] };
const seen = [await written({ children: parts }), await written(both)];
console.log(`${JSON.stringify(parts)} is written as ${seen[0].join(' and ')}`);
console.log(`text "${both.text}" with children ${JSON.stringify(both.children)} is written as ${seen[1].join(' and ')}`);
assert.deepEqual(seen, [['the field SECTION', 'the text " 4: we agree"'], ['the text "we agree"']]);
JS
