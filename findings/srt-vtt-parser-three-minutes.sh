#!/usr/bin/env bash
# Expected: "00:03.000" is three seconds, whatever stands behind it on the line; both the short form and settings are plain WebVTT.
# Happens: a setting behind the time brings one more colon, and so the minutes are taken for hours and so on: with `line:0` the cue ends at three
#   minutes, with `align:start` at no number at all. The start is right, and so is a time that names its hours.
# With: @plussub/srt-vtt-parser 2.0.5
# Matters: recorders write short times for the first hour and `align:start` on most cues. Each cue then runs over all that follow, so whoever
#   asks who spoke at 2:30 gets the first speaker. NaN becomes null once stored.
# Seen:
#   00:03.000: 3000; 00:03.000 line:0: 180000; 00:03.000 align:start: NaN; 00:00:03.000 line:0: 3000
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @plussub/srt-vtt-parser@2.0.5 >/dev/null
cat > seen.cjs <<'JS'
const assert = require('node:assert/strict');
const { parse } = require('@plussub/srt-vtt-parser');
const ends = ['00:03.000', '00:03.000 line:0', '00:03.000 align:start', '00:00:03.000 line:0'];
const seen = ends.map((end) => `${end}: ${parse(`WEBVTT\n\n00:01.000 --> ${end}\nWe agree.\n`).entries[0].to}`).join('; ');
console.log(seen);
assert.equal(seen, '00:03.000: 3000; 00:03.000 line:0: 180000; 00:03.000 align:start: NaN; 00:00:03.000 line:0: 3000');
JS
node seen.cjs
