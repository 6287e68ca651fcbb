/** What answers are made from. */
import type { Scope } from '../answer.ts';
import type { LibraryReader } from '../library/library.ts';
import type { Directory } from '../people/directory.ts';
import type { Meanings } from '../retrieval/meaning.ts';
import type { OpenedSession } from '../retrieval/opened-sessions.ts';
import type { Reading } from '../retrieval/reading.ts';

export interface Ground {
  library: LibraryReader;
  /** Who can be meant in a place. */
  directory: (scope: Scope | undefined) => Promise<Directory>;
  /** Sessions opened together, in the order of their ids, and kept between questions. */
  open: (ids: string[]) => Promise<OpenedSession[]>;
  /** Ids of the sessions that speak most of some words, best first, among those named. */
  sessionsOn: (words: string, among: string[], most: number) => Promise<string[]>;
  /** Ids of the sessions that have what is nearest in meaning to a question, nearest first, among those named. */
  sessionsNear: (question: string, among: string[], most: number) => Promise<string[]>;
  /** What makes meanings of a question and of sentences; null where nothing knows what the question means. */
  meaningsOf: (question: string) => Promise<Meanings | null>;
}

/** Sessions opened for answering. */
export async function readingsOf(ids: string[], { open }: Pick<Ground, 'open'>): Promise<Reading[]> {
  return (await open(ids)).map((session) => session.reading());
}
