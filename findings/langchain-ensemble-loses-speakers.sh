#!/usr/bin/env bash
# Expected: `EnsembleRetriever` joins the hits of several retrievers and takes for the same only what has the same id or metadata.
# Happens: two documents are one if their text is: three people who each said "We agree." come back as the first one, even two that one
#   and the same retriever returned with ids of their own. The ranks of all three are added up for that one, and no option changes it.
# With: @langchain/classic 1.0.50, @langchain/core 1.4.0
# Matters: short turns are alike ("I second that."). Hybrid search then attributes a sentence to one speaker and says of the others that
#   they did not say it. Join the ranks by an id of the turn instead.
# Seen:
#   3 documents with ids of their own in, 1 out: Ines
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @langchain/core@1.4.0 @langchain/classic@1.0.50 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { EnsembleRetriever } from '@langchain/classic/retrievers/ensemble';
import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
class Fixed extends BaseRetriever {
  lc_namespace = ['example'];
  constructor(documents) {
    super();
    this.documents = documents;
  }
  async _getRelevantDocuments() {
    return this.documents;
  }
}
const said = (speaker, turn) => new Document({ id: `turn ${turn}`, pageContent: 'We agree.', metadata: { speaker, turn } });
const retrievers = [new Fixed([said('Ines', 3), said('Par', 4)]), new Fixed([said('Li', 9)])];
const found = await new EnsembleRetriever({ retrievers, weights: [0.5, 0.5] }).invoke('?');
const speakers = found.map(({ metadata }) => metadata.speaker).join(', ');
console.log(`3 documents with ids of their own in, ${found.length} out: ${speakers}`);
assert.equal(speakers, 'Ines');
JS
