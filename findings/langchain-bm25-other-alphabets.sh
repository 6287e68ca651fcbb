#!/usr/bin/env bash
# Expected: BM25 over Russian, Arabic or Chinese turns ranks by the words, or says that it cannot.
# Happens: the length of a text is counted in `\w+`, which is 0 for all of them, and the average length is 0: every score is NaN, of those
#   that have the word and of those that have not. Sorting by NaN leaves the order of the record, and the first turns are the "best".
# With: @langchain/community 1.1.29 (`BM25Retriever`)
# Matters: a library of one UN language other than English, French or Spanish answers every question from its opening remarks. One text with a
#   Latin word in it (a symbol, an "AI") makes the numbers finite again, so a mixed test does not show it.
# Seen:
#   маяк: NaN NaN NaN, first: Порт закрыт до весны.
#   منارة: NaN NaN NaN, first: الميناء مغلق.
#   灯塔: NaN NaN NaN, first: 港口关闭了。
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error --legacy-peer-deps @langchain/community@1.1.29 @langchain/core@1.4.0 @langchain/classic@1.0.50 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { BM25Retriever } from '@langchain/community/retrievers/bm25';
const libraries = {
  'маяк': ['Порт закрыт до весны.', 'Рыбаки просят новый маяк.', 'Мы согласны.'],
  'منارة': ['الميناء مغلق.', 'نريد منارة جديدة.', 'نوافق.'],
  '灯塔': ['港口关闭了。', '我们要一座新灯塔。', '我们同意。'],
};
for (const [question, said] of Object.entries(libraries)) {
  const docs = said.map((pageContent) => ({ pageContent, metadata: {} }));
  const found = await BM25Retriever.fromDocuments(docs, { k: 3, includeScore: true }).invoke(question);
  const scores = found.map(({ metadata }) => metadata.bm25Score);
  console.log(`${question}: ${scores.join(' ')}, first: ${found[0].pageContent}`);
  assert.deepEqual(scores, [NaN, NaN, NaN]);
  assert.equal(found[0].pageContent, said[0]);
}
JS
