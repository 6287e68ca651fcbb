#!/usr/bin/env bash
# Expected: a full stop without a blank behind it, as recognisers and pasted captions have it, ends a sentence.
# Happens: where the next word is a country's ending (In, So, It, My, Is, No …) the two words are an address: "agree.In" links to
#   http://agree.In. linkify-it, asked the same, finds none.
# With: linkifyjs 4.4.0, linkify-it 6.1.0
# Matters: a quotation shown as a page links to somebody's site in the middle of a speaker's sentence. Take only links with a scheme.
# Seen:
#   linkifyjs: agree.In lamp.So tide.It
#   linkify-it: none
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error linkifyjs@4.4.0 linkify-it@6.1.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import * as linkifyJs from 'linkifyjs';
import * as linkifyIt from 'linkify-it';
const said = 'We agree.In Geneva they lit the lamp.So we waited for the tide.It never came.';
const found = linkifyJs.find(said).map(({ value }) => value);
const LinkifyIt = linkifyIt.LinkifyIt ?? linkifyIt.default ?? Object.values(linkifyIt)[0];
const other = (new LinkifyIt().match(said) ?? []).map(({ raw }) => raw);
console.log(`linkifyjs: ${found.join(' ')}\nlinkify-it: ${other.join(' ') || 'none'}`);
assert.deepEqual(found, ['agree.In', 'lamp.So', 'tide.It']);
assert.deepEqual(other, []);
JS
