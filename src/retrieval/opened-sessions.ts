/** Sessions read from the library and kept between questions, with what is made of each when it is first needed. */
import type { LibraryReader, WholeSession } from '../library/library.ts';
import type { Session } from '../session.ts';
import type { IndexedSentence } from '../words/sentence-terms.ts';
import { rankable } from './rank.ts';
import { readSession, type Reading } from './reading.ts';
import type { Ready } from './search.ts';

export interface OpenedSession extends WholeSession {
  session: Session;
  /** Of each turn. */
  sentences: IndexedSentence[][];
  /** For the sentences that answer. */
  reading(): Reading;
  /** For the stretches that fit, with the ids of its chunks in order. */
  ready(): Ready;
}

/** Sessions kept open, in the order they were last used; one of ten thousand words takes some megabytes with all that is made of it. */
export type OpenedSessions = Map<string, { session: OpenedSession; mark: string | null }>;

const mostOpened = 64;

/**
 * Opens sessions of a library together, in the order of their ids. Those that have a mark are opened once for all moments
 * and all who see them, the others as long as the library is as it was, for `by` alone. Rejects where one of them is not there.
 */
export function sessionOpener(
  library: LibraryReader,
  kept: OpenedSessions,
  by = '',
): (ids: string[]) => Promise<OpenedSession[]> {
  const marks = new Map<string, string | null>();
  const markOf = (id: string) => marks.get(id) ?? null;
  const keyOf = (id: string) => (markOf(id) === null ? `${by}${id}` : id);
  const knownAs = (id: string) => {
    const known = kept.get(keyOf(id));
    return known?.mark === markOf(id) ? [[id, known.session] as const] : [];
  };
  return async (ids) => {
    const unmarked = library.marks ? [...new Set(ids.filter((id) => !marks.has(id)))] : [];
    if (unmarked.length > 0)
      for (const [at, mark] of (await library.marks!(unmarked)).entries()) marks.set(unmarked[at]!, mark);
    // Held from here on: what is opened beside them may push them out of those kept.
    const held = new Map(ids.flatMap(knownAs));
    const missing = [...new Set(ids.filter((id) => !held.has(id)))];
    if (missing.length > 0) {
      for (const whole of await library.whole(missing)) held.set(whole.session.id, opened(whole));
    }
    return ids.map((id) => {
      const session = held.get(id);
      if (!session) throw new Error(`Session ${id}: is no longer in the library.`);
      kept.delete(keyOf(id));
      kept.set(keyOf(id), { session, mark: markOf(id) });
      if (kept.size > mostOpened) kept.delete(kept.keys().next().value!);
      return session;
    });
  };
}

/** What is gone, or was of one moment alone, is not kept for another. */
export function forgetGone(kept: OpenedSessions, there: ReadonlySet<string>): void {
  for (const [key, { session, mark }] of kept) if (mark === null || !there.has(session.session.id)) kept.delete(key);
}

function opened(whole: WholeSession): OpenedSession {
  const { session, sentences, chunks } = whole;
  let reading: Reading | null = null;
  let ready: Ready | null = null;
  return {
    ...whole,
    reading: () => (reading ??= readSession(session, sentences)),
    ready: () =>
      (ready ??= { rankable: rankable(session, sentences, chunks), chunks: chunks.map((chunk) => chunk.id) }),
  };
}
