/** Somebody of a platform, and what is kept of them. */

export interface Person {
  platform: string;
  /** The workspace they are of, where ids are its own; null where they are the platform's. */
  workspace: string | null;
  user: string;
}

/** Counts, and milliseconds since 1970 of the oldest question; null where there is none. */
export interface Kept {
  questions: number;
  opinions: number;
  oldestMs: number | null;
}
