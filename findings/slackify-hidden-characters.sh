#!/usr/bin/env bash
# Expected: turning Markdown into Slack's mrkdwn changes marks and leaves the words between them as they are.
# Happens: a zero-width space is put before and after every bold, italic or struck-out run, inside words too. "**un**signed" holds two
#   characters that nobody wrote or sees. A paragraph that begins with a year and a full stop is spaced out as a numbered list.
# With: slackify-markdown 5.0.0
# Matters: the reader copies the quotation out of Slack and asks the bot, or a search, to verify it: not found. Text counted against
#   Slack's 3,000 characters is longer than it looks. Take U+200B out of what people send.
# Seen:
#   "We will \u200b*not*\u200b sign \u200b*un*\u200bsigned texts." "1986.   A great year."
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error slackify-markdown@5.0.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import * as slackify from 'slackify-markdown';
const convert = [slackify.slackifyMarkdown, slackify.default, slackify.default?.default].find((each) => typeof each === 'function');
const seen = ['We will **not** sign **un**signed texts.', '1986. A great year.'].map((text) => convert(text).trimEnd());
console.log(...seen.map((text) => JSON.stringify(text).replaceAll('\u200b', '\\u200b')));
assert.deepEqual(seen, ['We will \u200b*not*\u200b sign \u200b*un*\u200bsigned texts.', '1986.   A great year.']);
JS
