#!/usr/bin/env bash
# Expected: a date reader for written English finds the years of "between 2019 and 2021" and leaves counts of things alone.
# Happens: the other way round. Bare years give nothing, nor does "by 2030" or "the last two decades"; but "10 to 12 stations" is
#   from ten to twelve o'clock, "You may second the motion" is the second of May, "the sun was out" is a Sunday, "Article 10/4" is
#   the fourth of October, and "December last year" is two dates, a December and a day in May. `strict` keeps most of these.
# With: chrono-node 2.10.3, as seen from 14 May 2025
# Matters: a question "what was said on 2019?" is searched without its year, and "10 to 12 stations" narrows the search to a time of
#   day. The reader is made for appointments, not for talk.
# Seen:
#   casual: between 2019 and 2021 []; by 2030 []; 10 to 12 stations [10 to 12]; You may second the motion [may second];
#     The sun was out [sun]; Article 10/4 of the pact [10/4]; In December last year [December, last year]
#   strict: between 2019 and 2021 []; by 2030 []; 10 to 12 stations [10 to 12]; You may second the motion [may second];
#     The sun was out []; Article 10/4 of the pact [10/4]; In December last year []
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error chrono-node@2.10.3 >/dev/null
TZ=UTC node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import * as chrono from 'chrono-node';
const today = new Date('2025-05-14T12:00:00Z');
const texts = [
  'between 2019 and 2021', 'by 2030', '10 to 12 stations', 'You may second the motion', 'The sun was out', 'Article 10/4 of the pact',
  'In December last year',
];
const read = (reader) => texts.map((text) => reader.parse(text, today).map((found) => found.text).join(', '));
for (const [name, reader] of [['casual', chrono.casual], ['strict', chrono.strict]])
  console.log(`${name}: ${read(reader).map((found, index) => `${texts[index]} [${found}]`).join('; ')}`);
assert.deepEqual(read(chrono.strict), ['', '', '10 to 12', 'may second', '', '10/4', '']);
const [found] = chrono.parse('10 to 12 stations', today);
assert.deepEqual(read(chrono.casual), ['', '', '10 to 12', 'may second', 'sun', '10/4', 'December, last year']);
assert.deepEqual([found.start.get('hour'), found.end.get('hour')], [10, 12]);
assert.deepEqual(chrono.parse('In December last year', today).map(({ start }) => start.get('month')), [12, 5]);
JS
