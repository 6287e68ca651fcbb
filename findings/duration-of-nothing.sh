#!/usr/bin/env bash
# Expected: Intl.DurationFormat writes a duration of zero seconds as "0 seconds", and 3725 seconds in the style of a clock as 1:02:05.
# Happens: zero is no word at all: the text is empty, in all languages tried, except in the style of a clock. That style does not carry over:
#   it writes 3725 seconds as 0:00:3725, and 90 minutes as 0:90:00, without an error.
# With: Node 24.21.0 (ICU 78.3)
# Matters: "Ines spoke at  into the session": the first speaker of each recording begins at zero. A place given in seconds, as all
#   transcripts do, is no time that a player takes. Split the seconds first, and write zero oneself.
# Seen:
#   en "", fr "", ru "", zh "", ar "", clock 0:00:00; 3725 s: 0:00:3725; 90 min: 0:90:00
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const written = (language, style, duration) => new Intl.DurationFormat(language, { style }).format(duration);
const zero = ['en', 'fr', 'ru', 'zh', 'ar'].map((language) => `${language} "${written(language, 'long', { minutes: 0, seconds: 0 })}"`);
const clock = [{ seconds: 0 }, { seconds: 3725 }, { minutes: 90 }].map((duration) => written('en', 'digital', duration));
console.log(`${zero.join(', ')}, clock ${clock[0]}; 3725 s: ${clock[1]}; 90 min: ${clock[2]}`);
assert.deepEqual(zero, ['en ""', 'fr ""', 'ru ""', 'zh ""', 'ar ""']);
assert.deepEqual(clock, ['0:00:00', '0:00:3725', '0:90:00']);
JS
