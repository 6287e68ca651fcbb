/** What is made of a library at one moment for all that is asked of it then, and kept for what is asked next. */
import type { Seen } from '../answer.ts';
import { askedOnce } from '../library/asked-once.ts';
import type { LibraryReader } from '../library/library.ts';
import { seenBy, sightOf, type SeenLibrary } from '../library/seen-by.ts';
import { forgetGone, sessionOpener, type OpenedSessions } from '../retrieval/opened-sessions.ts';
import type { Embedded } from '../retrieval/embedded.ts';
import { searchSessions, type Meaning } from '../retrieval/search.ts';
import { directories, peopleToKeep, type KnownDirectory } from './directories.ts';
import type { Ground } from './ground.ts';

/** A ground, and the same words as a vector, where there is an embedder that has something to say of them. */
export interface Moment extends Ground {
  /** A query's vector for a search; null where its words say all. */
  vectorOf: (query: string) => Promise<Meaning | null>;
}

/** Runs work on a moment of the library as somebody may see it; `undefined` is the operator at the terminal. */
export interface Moments {
  <T>(library: LibraryReader, seen: Seen | undefined, work: (moment: Moment) => Promise<T>): Promise<T>;
  /** What was worked out of the latest moment and is worth keeping for the next process. */
  peopleToKeep(): ReturnType<typeof peopleToKeep>;
}

/** Moments are kept as long as their reader is asked, one for all who see the same. */
export function momentsOf(embedded: Embedded, now: () => Date = () => new Date()): Moments {
  interface Kept {
    library: LibraryReader;
    /** The same, asked once for what is asked again. */
    asked: LibraryReader;
    /** By the name of what is seen. */
    moments: Map<string, Moment>;
    /** Tells it from other moments. */
    number: number;
    directories: Map<string, KnownDirectory>;
    users: number;
  }
  let latest: Kept | null = null;
  const opened: OpenedSessions = new Map();

  function keep(library: LibraryReader): Kept {
    if (latest?.library === library) return latest;
    // Who is known goes on where sessions only came in, but not under the hands of a question that still runs.
    const known = new Map(latest?.users === 0 ? latest.directories : []);
    const asked = askedOnce(library);
    const number = (latest?.number ?? 0) + 1;
    latest = { library, asked, moments: new Map(), number, directories: known, users: 0 };
    return latest;
  }

  async function momentFor(kept: Kept, seen: Seen | undefined): Promise<Moment> {
    const sight = await sightOf(kept.asked, seen, now());
    if (kept.moments.size === 0) forgetGone(opened, new Set((await kept.asked.sessions()).map(({ id }) => id)));
    // What a record was before is seen by other rules than what it is.
    const key = `${sight.key} ${JSON.stringify(seen ?? null)}`;
    const known = kept.moments.get(key);
    if (known) return known;
    const library = seenBy(kept.asked, sight);
    const directory = directories(library, kept.directories, sight.key);
    const moment = momentOf(
      library,
      directory,
      sessionOpener(library, opened, `${kept.number} ${sight.key} `),
      embedded,
    );
    kept.moments.set(key, moment);
    if (kept.moments.size > mostMoments) kept.moments.delete(kept.moments.keys().next().value!);
    return moment;
  }

  async function run<T>(library: LibraryReader, seen: Seen | undefined, work: (moment: Moment) => Promise<T>) {
    const kept = keep(library);
    kept.users += 1;
    try {
      return await work(await momentFor(kept, seen));
    } finally {
      kept.users -= 1;
    }
  }

  return Object.assign(run, { peopleToKeep: () => (latest ? peopleToKeep(latest.directories) : null) });
}

/** In the memory of a thread: each knows who can be meant by whoever looks. */
const mostMoments = 32;

function momentOf(
  library: SeenLibrary,
  directory: Moment['directory'],
  open: Moment['open'],
  embedded: Embedded,
): Moment {
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
    directory,
    open: async (ids) => {
      const hidden = ids.find((id) => !library.sees([id]));
      if (hidden !== undefined) throw new Error(`Session ${hidden}: is not to be seen here.`);
      return open(ids);
    },
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
    isCommonWord: (word) => embedded.isCommonWord(word),
  };
}

/** Looked up to name the sessions that are near in meaning. */
const mostChunks = 100;
