#!/usr/bin/env bash
# Expected: an Atom entry whose text is XHTML, as RFC 4287 has it, comes back as that HTML, or as its words in their order.
# Happens: words inside an element are put behind the words around it: "We do <em>not</em> sign." is "We do  sign.<em>not</em>", so that
#   `contentSnippet` reads "We do  sign.not". A title of that type is no text but an object with its words in two places.
# With: rss-parser 3.13.0
# Matters: a feed of statements or summaries records says the contrary of what was said. Read feeds of XHTML with a parser that keeps order.
# Seen:
#   content: <div type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>We do  sign.<em>not</em></p></div></div>
#   snippet: We do  sign.not
#   title: {"$":{"type":"xhtml"},"div":[{"_":"The port  opens","$":{"xmlns":"http://www.w3.org/1999/xhtml"},"em":["never"]}]}
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error rss-parser@3.13.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import Parser from 'rss-parser';
const xhtml = (words) => `<div xmlns="http://www.w3.org/1999/xhtml">${words}</div>`;
const { items } = await new Parser().parseString(`<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:harbour</id><title>Harbour council</title><updated>2026-01-02T03:04:05Z</updated>
  <entry>
    <id>urn:example:harbour:1</id><updated>2026-01-02T03:04:05Z</updated>
    <title type="xhtml">${xhtml('The port <em>never</em> opens')}</title>
    <content type="xhtml">${xhtml('<p>We do <em>not</em> sign.</p>')}</content>
  </entry>
</feed>`);
const [{ content, contentSnippet, title }] = items;
console.log(`content: ${content}\nsnippet: ${contentSnippet}\ntitle: ${JSON.stringify(title)}`);
assert.match(content, /<p>We do {2}sign\.<em>not<\/em><\/p>/);
assert.equal(contentSnippet, 'We do  sign.not');
assert.equal(title.div[0]._, 'The port  opens');
assert.deepEqual(title.div[0].em, ['never']);
JS
