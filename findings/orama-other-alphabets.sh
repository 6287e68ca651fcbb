#!/usr/bin/env bash
# Expected: a search library with no language chosen indexes every word it is given, or says that it cannot.
# Happens: the default tokenizer is English and splits on whatever is not a Latin letter: a Russian, Arabic or Chinese text has no word
#   at all. `insert` succeeds, `count` counts it, an empty search shows it; no search for any of its words finds it.
# With: @orama/orama 3.1.18
# Matters: a library of UN records in six languages looks complete and answers "nothing was said" in four of them. `language` or a
#   tokenizer of one's own has to be set, and one index has but one.
# Seen:
#   stored 4; предупреждение 0, إنذار 0, 霜冻 0, warning 1; everything 4
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @orama/orama@3.1.18 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { count, create, insert, search } from '@orama/orama';
const db = create({ schema: { text: 'string' } });
const said = ['Нам нужно общее предупреждение', 'نحن بحاجة إلى إنذار مشترك', '我们 需要 霜冻 预警', 'We need a shared warning'];
for (const text of said) await insert(db, { text });
const found = async (term) => (await search(db, { term })).count;
const words = ['предупреждение', 'إنذار', '霜冻', 'warning'];
const counts = [];
for (const word of words) counts.push(await found(word));
console.log(`stored ${count(db)}; ${words.map((word, index) => `${word} ${counts[index]}`).join(', ')}; everything ${await found('')}`);
assert.deepEqual([count(db), ...counts, await found('')], [4, 0, 0, 0, 1, 4]);
JS
