/** A reader that asks its store once for what it is asked again and again: a store may be far away. */
import type { LibraryReader, TermCounts } from './library.ts';

/** What it remembers is of one moment, as all that a reader gives. */
export function askedOnce(reader: LibraryReader): LibraryReader {
  const frequencies = new Map<string, number>();
  let chunkCount: number | null = null;
  let sessions: ReturnType<LibraryReader['sessions']> | null = null;
  /** By the terms asked for; what is asked of some sessions alone is seldom asked again. */
  const extents = new Map<string, ReturnType<LibraryReader['extent']>>();

  return {
    ...reader,
    sessions: () => (sessions ??= reader.sessions()),
    extent(terms, among) {
      if (among) return reader.extent(terms, among);
      const asked = terms.join('\n');
      const known = extents.get(asked);
      if (known) return known;
      const made = reader.extent(terms);
      extents.set(asked, made);
      // What failed may be asked again.
      made.catch(() => extents.delete(asked));
      if (extents.size > mostExtents) extents.delete(extents.keys().next().value!);
      return made;
    },
    async counts(terms) {
      const asked = new Set(terms);
      const fresh = [...asked].filter((term) => !frequencies.has(term));
      if (fresh.length > 0 || chunkCount === null) {
        const counts = await reader.counts(fresh);
        for (const term of fresh) frequencies.set(term, counts.documentFrequency(term));
        chunkCount = counts.chunkCount;
      }
      return countsOf(frequencies, chunkCount);
    },
  };
}

/** Those of the last few questions. */
const mostExtents = 32;

/** Statistics that are known already, in the form the contract asks for. */
export function countsOf(known: ReadonlyMap<string, number>, chunkCount: number): TermCounts {
  return {
    chunkCount,
    documentFrequency: (term) => {
      const frequency = known.get(term);
      if (frequency === undefined) throw new Error(`The count of “${term}” was not asked for.`);
      return frequency;
    },
  };
}
