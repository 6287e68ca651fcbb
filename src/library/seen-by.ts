/**
 * The gate: a library as somebody may see it. A question, a search or a look is given nothing else, so that nothing made
 * of it can hold what is not seen.
 */
import { createHash } from 'node:crypto';
import type { Seen } from '../answer.ts';
import { sees } from '../access/sees.ts';
import type { SessionSummary } from '../rapporteur.ts';
import { countsOf } from './asked-once.ts';
import type { LibraryReader, TermCounts, WholeSession } from './library.ts';

/** Only `seenBy` makes one. */
export interface SeenLibrary extends LibraryReader {
  /** Whether all of these are seen. */
  sees(ids: string[]): boolean;
  readonly [gate]: true;
}

const gate = Symbol('seen through the gate');

/** The sessions that are seen at a moment, and a name for just these. */
export interface Sight {
  sessions: SessionSummary[];
  isAll: boolean;
  key: string;
}

/** `undefined` is the operator at the terminal. */
export async function sightOf(library: LibraryReader, seen: Seen | undefined, now: Date): Promise<Sight> {
  const all = await library.sessions();
  const sessions = all.filter((session) => sees(seen, session, now));
  const isAll = sessions.length === all.length;
  const key = isAll
    ? 'all'
    : createHash('sha256')
        .update(sessions.map(({ id }) => id).join('\n'))
        .digest('hex');
  return { sessions, isAll, key };
}

export function seenBy(library: LibraryReader, { sessions, isAll }: Sight): SeenLibrary {
  const open = new Map(sessions.map((session) => [session.id, session]));
  const ids = [...open.keys()];
  const isOpen = (id: string) => open.has(id);
  /** What to search; undefined where that is all there is. */
  const among = (asked: string[] | undefined) => asked?.filter(isOpen) ?? (isAll ? undefined : ids);

  return {
    [gate]: true,
    revision: library.revision,
    sees: (asked) => asked.every(isOpen),
    sessions: async () => sessions,
    people: async () => (await library.people()).filter((person) => person.sessions.every(isOpen)),
    whole: async (asked) => (await library.whole(asked.filter(isOpen))).map(shown),
    counts: async (terms) => {
      const asked = [...new Set(terms)];
      const counts = await library.counts(asked);
      return isAll ? counts : countedAmong(ids, asked, counts, library);
    },
    searchWords: (terms, limit, asked) => library.searchWords(terms, limit, among(asked)),
    searchVectors: async (vector, limit, asked) => {
      if (asked && 'chunks' in asked) {
        const found = await library.searchVectors(vector, limit, asked);
        return found.filter(({ session }) => isOpen(session));
      }
      const sought = among(asked?.sessions);
      return library.searchVectors(vector, limit, sought && { sessions: sought });
    },
    extent: (terms, asked) => library.extent(terms, among(asked)),
    turnCount: (of) => library.turnCount(of.filter(({ session }) => isOpen(session))),
    behind: async () => (await library.behind()).filter(isOpen),
  };
}

/**
 * A word that hardly stands anywhere would tell by its count alone that it stands where nobody may look; of a common one
 * the count tells nothing.
 */
async function countedAmong(
  ids: string[],
  terms: string[],
  counts: TermCounts,
  library: LibraryReader,
): Promise<TermCounts> {
  const known = new Map<string, number>();
  for (const term of terms) {
    const all = counts.documentFrequency(term);
    const isRare = all > 0 && all <= mostRare;
    known.set(term, isRare ? (await library.searchWords([term], all, ids)).length : all);
  }
  return countsOf(known, counts.chunkCount);
}

/** In chunks. */
const mostRare = 50;

function shown(whole: WholeSession): WholeSession {
  const { session } = whole;
  // Where a record of a chat says that its words are to be found is not believed.
  return session.origin === undefined ? whole : { ...whole, session: { ...session, page: null } };
}
