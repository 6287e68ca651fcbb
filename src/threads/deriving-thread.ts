/** Runs in a worker thread: reads short text, and derives of the words of a session, with vectors of the built-in embedder. */
import { builtInEmbedder } from '../../embeddings/built-in.ts';
import { deriveTalk } from '../library/derive.ts';
import type { DerivedTalk, ReadThere } from '../records/deriving-ahead.ts';
import { partsOf, type Part, type Readable } from '../records/reading/reading.ts';
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

export async function partsOfShort({
  record,
  isDerived,
}: {
  record: Readable;
  isDerived: boolean;
}): Promise<ReadThere> {
  const parts: Part[] = [];
  for await (const part of partsOf(record)) parts.push(part);
  const talks: ReadThere['talks'] = [];
  for (const part of parts) talks.push(isDerived && 'draft' in part ? await talkOf(part.draft.turns) : null);
  return { parts, talks };
}
