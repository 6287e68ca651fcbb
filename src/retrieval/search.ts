/** Words and meaning together: which chunks of the library fit a query best. */
import type { VectorIndex } from '../../embeddings/vector-index.ts';
import type { Library } from '../library.ts';
import { fuse } from './fuse.ts';
import { termsOf } from './terms.ts';

export interface Found {
  chunk: number;
  session: string;
  score: number;
}

/** Chunks taken from each list before they are fused. */
const candidates = 200;

/** Best chunks for a text, best first, by words and, where there is a vector of it, by meaning; only of `sessions` where given. */
export function searchChunks(text: string, library: Library, meaning: { vector: Float32Array; index: VectorIndex } | null, sessions?: string[]): Found[] {
  const byWords = library.searchWords(termsOf(text), candidates, sessions);
  const allowed = sessions && new Set(sessions.flatMap((id) => library.chunks(id).map((chunk) => chunk.id)));
  const byMeaning = meaning?.index.search(meaning.vector, candidates, allowed) ?? [];
  const sessionOf = new Map(byWords.map(({ id, session }) => [id, session]));
  return fuse([byWords.map(({ id }) => id), byMeaning.map(({ id }) => id)]).flatMap(({ id, score }) => {
    const session = sessionOf.get(id) ?? library.chunk(id)?.session;
    return session === undefined ? [] : [{ chunk: id, session, score }];
  });
}
