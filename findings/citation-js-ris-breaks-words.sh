#!/usr/bin/env bash
# Expected: a reference written as RIS has each field on a line of its own, so that a program for papers reads the quotation back whole.
# Happens: lines are cut at 76 signs, in the middle of a word, and an id at 20; programs that read RIS take the rest of the words for
#   nothing, or for a field that they do not know.
# With: @citation-js/core 0.8.2, @citation-js/plugin-ris 0.8.2
# Matters: of a quotation of two lines a half is lost on the way into a reference manager, and two quotations of one session have one id.
# Seen:
#   longest line 76, words kept whole: false
#   id: harbour-hearing-2025
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
const words = 'We counted three hundred and twelve seals in the northern part of the bay last autumn, and half of them were young.';
const ris = new Cite([{ id: 'harbour-hearing-2025-05-14-turn-2', type: 'speech', abstract: words }]).format('ris');
const longest = Math.max(...ris.split(/\r?\n/u).map(({ length }) => length));
const id = /^ID {2}- (.*)$/mu.exec(ris)[1].trim();
console.log(`longest line ${longest}, words kept whole: ${ris.includes(words)}`);
console.log(`id: ${id}`);
assert.ok(!ris.includes(words));
assert.equal(id, 'harbour-hearing-2025');
JS
