/** Runs in a worker thread: what is derived of the words of a session, with vectors of the built-in embedder. */
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { blocksOfSentences } from '../library/blocks.ts';
import { deriveTalk } from '../library/derive.ts';
import { rowOf } from '../library/vector-rows.ts';
import { peopleIn } from '../people/people.ts';
import type { Derivable, DerivedAhead } from '../records/deriving-ahead.ts';

const embedder = builtInEmbedder();

export async function derivedOf({ turns, speakers }: Derivable): Promise<DerivedAhead> {
  const { sentences, chunks } = deriveTalk(turns, embedder);
  const made = await embedder.model.embedDocuments(chunks.map(({ text }) => text));
  const vectors = made.map((vector) => Float32Array.from(vector));
  return {
    embedder: embedder.id,
    // A view is sent with all that it is a view of.
    sentences: blocksOfSentences(sentences).map(({ first, bytes }) => ({ first, bytes: Uint8Array.from(bytes) })),
    chunks: chunks.map(({ terms, ...chunk }) => ({ ...chunk, terms: terms.join(' ') })),
    vectors: vectors.map((vector) => ({ vector, row: rowOf(vector) })),
    people: peopleIn({ id: '', speakers, turns }),
  };
}
