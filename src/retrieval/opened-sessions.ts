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

/** Sessions kept open; one of ten thousand words takes some megabytes with all that is made of it. */
const mostOpened = 64;

/**
 * Opens sessions of a library together, in the order of their ids, as long as the library is as it was; `kept` has them
 * in the order they were last used, also those that are opened for others, which `by` tells apart. Rejects where one of them is not there.
 */
export function sessionOpener(
  library: LibraryReader,
  kept: Map<string, OpenedSession>,
  by = '',
): (ids: string[]) => Promise<OpenedSession[]> {
  const keyOf = (id: string) => `${by}${id}`;
  return async (ids) => {
    // Held from here on: what is opened beside them may push them out of those kept.
    const held = new Map(ids.flatMap((id) => (kept.has(keyOf(id)) ? [[id, kept.get(keyOf(id))!] as const] : [])));
    const missing = [...new Set(ids.filter((id) => !held.has(id)))];
    if (missing.length > 0) {
      for (const whole of await library.whole(missing)) held.set(whole.session.id, opened(whole));
    }
    return ids.map((id) => {
      const known = held.get(id);
      if (!known) throw new Error(`Session ${id}: is no longer in the library.`);
      kept.delete(keyOf(id));
      kept.set(keyOf(id), known);
      if (kept.size > mostOpened) kept.delete(kept.keys().next().value!);
      return known;
    });
  };
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
