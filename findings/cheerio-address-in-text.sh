#!/usr/bin/env bash
# Expected: an address printed on a page and the same address in its link are read alike.
# Happens: in text, and only there, `&section`, `&para`, `&copy` and `&times` become § ¶ © ×, semicolon or not, because old
#   names of characters need none. The same letters in `href` are kept. Nothing is reported.
# With: cheerio 1.2.0 (parse5), as every browser does it
# Matters: a bot that takes the place of a quotation from the visible address sends its reader to a page that is not there,
#   and a speaker who "asked for R&D&notice" is quoted with a ¬. Addresses are to be taken from `href`.
# Seen:
#   in the text: https://example.org/a?item=4§ion=2¶=7©=1&page=3
#   in the link: https://example.org/a?item=4&section=2&para=7&copy=1&page=3
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error cheerio@1.2.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { load } from 'cheerio';
const address = 'https://example.org/a?item=4&section=2&para=7&copy=1&page=3';
const $ = load(`<a href="${address}">${address}</a>`);
console.log('in the text:', $('a').text());
console.log('in the link:', $('a').attr('href'));
assert.equal($('a').text(), 'https://example.org/a?item=4§ion=2¶=7©=1&page=3');
assert.equal($('a').attr('href'), address);
JS
