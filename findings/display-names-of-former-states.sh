#!/usr/bin/env bash
# Expected: Intl.DisplayNames gives a withdrawn country code its old name, or with `fallback: 'none'` nothing.
# Happens: it gives the name of one successor, as a plain answer: SU is Russia, YU and CS are Serbia, DD is Germany, AN is Curaçao, BU
#   is Myanmar. Only NT is unknown. Nothing tells such a name from a current one.
# With: Node 24.21.0 (ICU 78.3, CLDR 48)
# Matters: records of older debates carry the codes of their time. The delegate of Yugoslavia is then shown as one of Serbia, and the
#   Soviet Union's words are found under Russia: wrong names, which are worse than none. Going from all codes to names, one name
#   has several codes, and the last one written wins.
# Seen:
#   SU Russia, YU Serbia, CS Serbia, DD Germany, AN Curaçao, BU Myanmar (Burma), ZR Congo - Kinshasa, TP Timor-Leste, NT -
#   codes for Serbia: CS, RS, YU
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const former = ['SU', 'YU', 'CS', 'DD', 'AN', 'BU', 'ZR', 'TP', 'NT'].map((code) => `${code} ${names.of(code) ?? '-'}`).join(', ');
const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
const serbia = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => names.of(code) === 'Serbia').join(', ');
console.log(former);
console.log('codes for Serbia:', serbia);
assert.equal(
  former,
  'SU Russia, YU Serbia, CS Serbia, DD Germany, AN Curaçao, BU Myanmar (Burma), ZR Congo - Kinshasa, TP Timor-Leste, NT -',
);
assert.equal(serbia, 'CS, RS, YU');
JS
