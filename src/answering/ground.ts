/** What answers are made from. */
import type { SeenLibrary } from '../library/seen-by.ts';
import type { Directory } from '../people/directory.ts';
import type { Meanings } from '../retrieval/meaning.ts';
import type { OpenedSession } from '../retrieval/opened-sessions.ts';
import type { Reading } from '../retrieval/reading.ts';

export interface Ground {
  /** As whoever asks may see it. */
  library: SeenLibrary;
  /** Who can be meant, in all that is seen or in one session of it. */
  directory: (session?: string) => Promise<Directory>;
  /** Sessions opened together, in the order of their ids, and kept between questions. */
  open: (ids: string[]) => Promise<OpenedSession[]>;
  /** Ids of the sessions that speak most of some words, best first, among those named. */
  sessionsOn: (words: string, among: string[], most: number) => Promise<string[]>;
  /** Ids of the sessions that have what is nearest in meaning to a question, nearest first, among those named. */
  sessionsNear: (question: string, among: string[], most: number) => Promise<string[]>;
  /** What makes meanings of a question and of sentences; null where nothing knows what the question means. */
  meaningsOf: (question: string) => Promise<Meanings | null>;
  /** Whether a word, folded, is known to be written so: what nobody said of it is not taken for another misspelt. */
  isCommonWord: (word: string) => boolean;
}

/** Sessions opened for answering. */
export async function readingsOf(ids: string[], { open }: Pick<Ground, 'open'>): Promise<Reading[]> {
  return (await open(ids)).map((session) => session.reading());
}
