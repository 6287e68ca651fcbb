#!/usr/bin/env bash
# Expected: a parser of numbered or bulleted lists gives each item whole, as Markdown does, or throws at a form it does not know.
# Happens: an item ends with its line: what goes on in the next one is dropped, as is an item numbered "3)" or marked with "+" or "•". The
#   comma parser cuts inside quotation marks and inside 1,000. The rest is returned as if it were all.
# With: @langchain/core 1.4.0
# Matters: "We will sign" is left of "We will sign / only if you do", and one of three findings is missing. Nothing tells that the reply held more.
#   Ask for JSON, or compare the lengths.
# Seen:
#   numbered: ["We will sign","No."]
#   bulleted: ["We will sign"]
#   commas: ["\"Yes","we do\"","1","000 boats"]
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 @langchain/core@1.4.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { CommaSeparatedListOutputParser, MarkdownListOutputParser, NumberedListOutputParser } from '@langchain/core/output_parsers';
const seen = {
  numbered: await new NumberedListOutputParser().parse('1. We will sign\n   only if you do.\n2. No.\n3) Not now.'),
  bulleted: await new MarkdownListOutputParser().parse('- We will sign\n  only if you do.\n+ No.\n• Not now.'),
  commas: await new CommaSeparatedListOutputParser().parse('"Yes, we do", 1,000 boats'),
};
for (const [name, items] of Object.entries(seen)) console.log(`${name}: ${JSON.stringify(items)}`);
assert.deepEqual(seen, {
  numbered: ['We will sign', 'No.'],
  bulleted: ['We will sign'],
  commas: ['"Yes', 'we do"', '1', '000 boats'],
});
JS
