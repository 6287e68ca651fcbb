#!/usr/bin/env bash
# Expected: `Intl.Collator('zh')`, which sorts by pinyin, puts the names of speakers where a Chinese list of delegates has them: a name begins
#   with its surname, and some signs are read otherwise there (曾 is Zēng and not céng, 单 Shàn and not dān, 查 Zhā and not chá, 解 Xiè and
#   not jiě).
# Happens: every sign has its commonest reading, also where `zh-u-co-phonebk` is asked for, which is for lists of names: 曾 comes first of all
#   and 单 before 何. The phone book's order is dropped without a word.
# With: Node 24.21.0 (ICU as built in)
# Matters: a list of speakers in Chinese order looks sorted by chance, and who looks for 曾 under Z, as in the list of participants, thinks
#   that she did not speak.
# Seen:
#   曾晓 查宁 单玉 何平 解远 王安 赵明
#   order taken for zh-u-co-phonebk: default
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 >/dev/null
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
// As a list of delegates has them: Hé, Shàn, Wáng, Xiè, Zēng, Zhā, Zhào.
const names = ['何平', '单玉', '王安', '解远', '曾晓', '查宁', '赵明'];
const sorted = (locale) => names.toSorted(new Intl.Collator(locale).compare).join(' ');
const taken = new Intl.Collator('zh-u-co-phonebk').resolvedOptions().collation;
console.log(sorted('zh'));
console.log(`order taken for zh-u-co-phonebk: ${taken}`);
assert.equal(sorted('zh'), '曾晓 查宁 单玉 何平 解远 王安 赵明');
assert.equal(sorted('zh-u-co-phonebk'), sorted('zh'));
assert.equal(taken, 'default');
JS
