/** What is made of a library at one moment for all that is asked of it then, and kept for what is asked next. */
import { askedOnce } from '../library/asked-once.ts';
import type { LibraryReader } from '../library/library.ts';
import { sessionOpener, type OpenedSession } from '../retrieval/opened-sessions.ts';
import type { Embedded } from '../retrieval/embedded.ts';
import { searchSessions, type Meaning } from '../retrieval/search.ts';
import { directories, type KnownDirectory } from './directories.ts';
import type { Ground } from './ground.ts';

/** A ground, and the same words as a vector, where there is an embedder that has something to say of them. */
export interface Moment extends Ground {
  /** A query's vector for a search; null where its words say all. */
  vectorOf: (query: string) => Promise<Meaning | null>;
}

export type Moments = <T>(library: LibraryReader, work: (moment: Moment) => Promise<T>) => Promise<T>;

/** Runs work on moments, each kept as long as its reader is asked. */
export function momentsOf(embedded: Embedded): Moments {
  interface Kept {
    library: LibraryReader;
    moment: Moment;
    directories: Map<string, KnownDirectory>;
    users: number;
  }
  let latest: Kept | null = null;

  function keep(library: LibraryReader): Kept {
    if (latest?.library === library) return latest;
    // Who is known goes on where sessions only came in, but not under the hands of a question that still runs.
    const known = new Map(latest?.users === 0 ? latest.directories : []);
    const moment = momentOf(library, known, embedded);
    latest = { library, moment, directories: known, users: 0 };
    return latest;
  }

  return async (library, work) => {
    const kept = keep(library);
    kept.users += 1;
    try {
      return await work(kept.moment);
    } finally {
      kept.users -= 1;
    }
  };
}

function momentOf(reader: LibraryReader, known: Map<string, KnownDirectory>, embedded: Embedded): Moment {
  const library = askedOnce(reader);
  const isAll = async (among: string[]) => among.length >= (await library.sessions()).length;
  /** By the list that a question looks among: where nothing answers, the same words are looked up again for what comes nearest. */
  const found = new WeakMap<string[], Map<string, Promise<string[]>>>();
  const lookUp = async (words: string, among: string[]) => {
    const meaning = await embedded.forSearch(words, library);
    return searchSessions(words, { library, meaning }, (await isAll(among)) ? undefined : among);
  };
  return {
    library,
    vectorOf: (query) => embedded.forSearch(query, library),
    directory: directories(library, known),
    open: sessionOpener(library, new Map<string, OpenedSession>()),
    sessionsOn: async (words, among, most) => {
      const known = found.get(among) ?? new Map<string, Promise<string[]>>();
      found.set(among, known);
      const sessions = known.get(words) ?? lookUp(words, among);
      known.set(words, sessions);
      return (await sessions).slice(0, most);
    },
    sessionsNear: async (question, among, most) => {
      const vector = await embedded.forMeaning(question);
      if (vector === null) return [];
      const sessions = (await isAll(among)) ? undefined : { sessions: among };
      const near = await library.searchVectors(vector, mostChunks, sessions);
      return [...new Set(near.map(({ session }) => session))].slice(0, most);
    },
    meaningsOf: (question) => embedded.meanings(question, library),
  };
}

/** Looked up to name the sessions that are near in meaning. */
const mostChunks = 100;
