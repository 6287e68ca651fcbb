#!/usr/bin/env bash
# Expected: `.text()` gives words, never tags; what a browser does not show as part of the page is at most left out.
# Happens: `<noscript>` is read as it is for a browser that runs scripts: its content is raw text, so `.text()` gives the
#   tags themselves and no selector finds what is inside. The content of `<template>`, which no browser shows, is in `.text()`
#   too, and there selectors do find it.
# With: cheerio 1.2.0 (parse5). `load(html, { scriptingEnabled: false })` gives elements in `<noscript>`.
# Matters: pages that load their transcript by script keep a plain copy in `<noscript>`: it is quoted with its tags, or, looked
#   for by selectors, it is "not there"; an empty `<template>` row of a speaker list becomes a speaker.
# Seen:
#   text: <p>Ines: <b>No.</b></p>Speaker name here
#   paragraphs found: 0
#   with scriptingEnabled false: Ines: No. / 1
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error cheerio@1.2.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { load } from 'cheerio';
const html = '<body><noscript><p>Ines: <b>No.</b></p></noscript><template><i>Speaker name here</i></template></body>';
const $ = load(html);
const plain = load(html, { scriptingEnabled: false });
console.log('text:', $('body').text());
console.log('paragraphs found:', $('noscript p').length);
console.log('with scriptingEnabled false:', plain('noscript').text(), '/', plain('noscript p').length);
assert.equal($('body').text(), '<p>Ines: <b>No.</b></p>Speaker name here');
assert.equal($('noscript p').length, 0);
assert.equal(plain('noscript').text(), 'Ines: No.');
assert.equal(plain('noscript p').length, 1);
JS
