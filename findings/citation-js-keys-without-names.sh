#!/usr/bin/env bash
# Expected: references written as BibTeX have a key each, made of the name where there is one, and a month that a style can print.
# Happens: of a name in Chinese, Russian or Arabic letters the key is "undefined" with the year and a word of the title, so that all such
#   speakers of a hearing have one key; the day stands inside the month ("may 14"), where styles look for the name of a month; what the
#   event was and the abstract are left out.
# With: @citation-js/core 0.8.2, @citation-js/plugin-bibtex 0.8.2
# Matters: BibTeX keeps one entry of a key. Of two delegates quoted from one hearing the second is cited with the words of the first.
# Seen:
#   keys: undefined2025Hearing, undefined2025Hearing, undefined2025Hearing
#   month = {may 14}; abstract kept: false, event kept: false
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
const names = ['王芳', 'Анна Орлова', 'ليلى حداد'];
const items = names.map((literal, at) => ({
  id: `hearing-turn-${at}`, type: 'speech', title: 'Hearing on seals', author: [{ literal }],
  issued: { 'date-parts': [[2025, 5, 14]] }, 'event-title': 'Coast Week', abstract: 'We counted the seals.',
}));
const bibtex = new Cite(items).format('bibtex');
const keys = [...bibtex.matchAll(/@misc\{([^,]*),/gu)].map(([, key]) => key);
const month = /month = .*\}/u.exec(bibtex)[0];
const [words, event] = [bibtex.includes('counted'), bibtex.includes('Coast Week')];
console.log(`keys: ${keys.join(', ')}`);
console.log(`${month}; abstract kept: ${words}, event kept: ${event}`);
assert.deepEqual(new Set(keys).size, 1);
assert.match(keys[0], /^undefined/u);
assert.equal(month, 'month = {may 14}');
assert.ok(!words && !event);
JS
