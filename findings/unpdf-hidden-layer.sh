#!/usr/bin/env bash
# Expected: the text of a page is what a reader of that page sees.
# Happens: words on a layer that the document itself switches off (a draft, another language, an editor's remark) are given
#   as text like all others. What lies outside the page is left out, so it is not that everything is given.
# With: unpdf 1.8.1 (pdf.js inside), the page written by hand
# Matters: an answer quotes, with page and speaker, words that nobody finds on the page. With `includeMarkedContent: true` the
#   layer's marks are in the list and `getOptionalContentConfig()` tells which are off; the caller has to do it.
# Seen:
#   Ines: We will pay for it. | Ines: We will not pay.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error unpdf@1.8.1 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { extractText, getDocumentProxy } from 'unpdf';
const line = (y, text) => `BT /F1 12 Tf 50 ${y} Td (${text}) Tj ET\n`;
const content =
  `/OC /Draft BDC ${line(700, 'Ines: We will pay for it.')} EMC\n` + line(680, 'Ines: We will not pay.') + line(900, 'Above the page.');
const objects = [
  '<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/Properties<</Draft 6 0 R>>>>/Contents 4 0 R>>',
  `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  '<</Type/OCG/Name(Draft)>>',
];
let pdf = '%PDF-1.7\n';
const places = objects.map((object, index) => {
  const place = pdf.length;
  pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
  return `${String(place).padStart(10, '0')} 00000 n \n`;
});
const table = pdf.length;
pdf += `xref\n0 7\n0000000000 65535 f \n${places.join('')}trailer<</Size 7/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
const proxy = await getDocumentProxy(new TextEncoder().encode(pdf));
const { text } = await extractText(proxy, { mergePages: true });
const layers = await proxy.getOptionalContentConfig();
const marked = await (await proxy.getPage(1)).getTextContent({ includeMarkedContent: true });
console.log(text.replaceAll('\n', ' | '));
assert.equal(text, 'Ines: We will pay for it.\nInes: We will not pay.');
assert.equal(marked.items[0].tag, 'OC');
assert.deepEqual([...layers].map(([, layer]) => layer.visible), [false]);
JS
