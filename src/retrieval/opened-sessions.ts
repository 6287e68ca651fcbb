/** Sessions read from the library and kept between questions, with what is made of each when it is first needed. */
import type { Library } from '../library/library.ts';
import { rankable, type Rankable } from './rank.ts';
import type { IndexedSentence } from '../words/sentence-terms.ts';
import type { Session } from '../session.ts';
import { readSession, type Reading } from './reading.ts';

export interface OpenedSession {
  session: Session;
  /** Of each turn. */
  sentences: IndexedSentence[][];
  /** For the sentences that answer. */
  reading(): Reading;
  /** For the stretches that fit, with the ids of its chunks in order. */
  ready(): { rankable: Rankable; chunks: number[] };
}

/** Sessions kept open; one of ten thousand words takes some megabytes with all that is made of it. */
const mostOpened = 64;

/** Opens sessions of a library by id, as long as the library is as it was; `kept` has them in the order they were last used. */
export function sessionOpener(library: Library, kept: Map<string, OpenedSession>): (id: string) => OpenedSession {
  return (id) => {
    const known = kept.get(id) ?? openSession(id, library);
    kept.delete(id);
    kept.set(id, known);
    if (kept.size > mostOpened) kept.delete(kept.keys().next().value!);
    return known;
  };
}

function openSession(id: string, library: Library): OpenedSession {
  const session = library.session(id);
  if (!session) throw new Error(`Session ${id}: is no longer in the library.`);
  const sentences = library.sentences(id);
  let reading: Reading | null = null;
  let ready: ReturnType<OpenedSession['ready']> | null = null;
  return {
    session,
    sentences,
    reading: () => (reading ??= readSession(session, sentences)),
    ready: () => {
      if (!ready) {
        const chunks = library.chunks(id);
        ready = { rankable: rankable(session, sentences, chunks), chunks: chunks.map((chunk) => chunk.id) };
      }
      return ready;
    },
  };
}
