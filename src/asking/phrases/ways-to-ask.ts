/** What people say in one language to ask for something, as lines of phrases: see `src/words/matcher.ts`. */

export interface WaysToAsk {
  /** What stands for a name in braces. */
  lists?: Record<string, string>;
  /** What is asked of a session itself, by its name in `structure.ts`. */
  subjects?: Record<string, string>;
  /** The report of a session is named. */
  ofReport?: string;
  /** What it says is asked for. */
  reported?: string;
  /** Somebody's words on a matter are asked for, whatever the matter is called. */
  wordsOfSomebody?: string;
  /** A resolution that no session is asked to have reached. */
  otherResolutions?: string;
  /** What the session is called is taken out. */
  sessionName?: string;
  /** The question goes on from the one before. */
  followsOn?: string;
  somebodyBefore?: string;
  somethingBefore?: string;
  /** Whoever spoke is asked for. */
  who?: string;
  /** A figure or a time, a list, a name is asked for. */
  number?: string;
  list?: string;
  name?: string;
  /** The kind of thing that is asked for is taken out. */
  kind?: string;
  /** Words that make a question of a few words. */
  asking?: string;
  /** What asks rather than says what for: it stands in every question, and hardly in the sentence that answers it. */
  frame?: string;
}
