/** What every question asks of a library, kept in memory until the library changes. */
import { inScope, type Library } from './library.ts';
import type { SessionSummary } from '../rapporteur.ts';

/**
 * The same library, which reads the list of its sessions and the counts of its terms once for each revision. The lists
 * it gives are shared: not to be changed.
 */
export function cachedLibrary(library: Library): Library {
  let known = emptyCache(library.revision());

  function cache() {
    const revision = library.revision();
    if (revision !== known.revision) known = emptyCache(revision);
    return known;
  }

  return {
    ...library,
    sessions: (scope) => {
      const kept = cache();
      kept.sessions ??= library.sessions();
      return scope ? kept.sessions.filter((session) => inScope(session, scope)) : kept.sessions;
    },
    chunkCount: () => {
      const kept = cache();
      return (kept.chunkCount ??= library.chunkCount());
    },
    documentFrequency: (term) => {
      const { frequencies } = cache();
      let frequency = frequencies.get(term);
      if (frequency === undefined) frequencies.set(term, (frequency = library.documentFrequency(term)));
      if (frequencies.size > mostTerms) frequencies.clear();
      return frequency;
    },
  };
}

/** Terms whose counts are kept; questions do not have so many. */
const mostTerms = 10_000;

interface Cache {
  revision: number;
  sessions: SessionSummary[] | null;
  chunkCount: number | null;
  frequencies: Map<string, number>;
}

function emptyCache(revision: number): Cache {
  return { revision, sessions: null, chunkCount: null, frequencies: new Map() };
}
