/** What answers are made from. */
import type { Library } from '../library/library.ts';
import type { Counts } from './evidence.ts';
import type { Scope } from '../answer.ts';
import type { Directory } from '../people/directory.ts';
import type { Reading } from '../retrieval/reading.ts';

/** What answers are made from. */
export interface Ground {
  library: Library;
  counts: () => Counts;
  /** Who can be meant in a place. */
  directory: (scope: Scope | undefined) => Directory;
  /** A session opened for answering, kept between questions. */
  reading: (id: string) => Reading;
  /** Ids of the sessions that speak most of some words, best first, among those named. */
  sessionsOn: (words: string, among: string[], most: number) => Promise<string[]>;
}
