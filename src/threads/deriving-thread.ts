/** Runs in a worker thread: what is derived of the words of a session, with vectors of the built-in embedder. */
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { deriveTalk } from '../library/derive.ts';
import type { DerivedTalk } from '../records/deriving-ahead.ts';
import type { Turn } from '../session.ts';
import { termsAsText } from '../words/sentence-terms.ts';

const embedder = builtInEmbedder();

export async function talkOf(turns: Turn[]): Promise<DerivedTalk> {
  const { sentences, chunks } = deriveTalk(turns, embedder);
  const vectors = await embedder.model.embedDocuments(chunks.map(({ text }) => text));
  return {
    embedder: embedder.id,
    counts: sentences.map((turn) => turn.length),
    places: Float64Array.from(
      sentences.flatMap((turn) => turn.flatMap(({ start, end, seconds }) => [start, end, seconds ?? Number.NaN])),
    ),
    lines: sentences.flatMap((turn) => turn.map(({ terms }) => termsAsText(terms))).join('\v'),
    chunks: chunks.map(({ terms, ...chunk }) => ({ ...chunk, terms: terms.join(' ') })),
    vectors: vectors.map((vector) => Float32Array.from(vector)),
  };
}
