/** What a typed command means, the same on every platform. */

export type Command =
  | { name: 'ask'; question: string; session?: string; speaker?: string }
  /** Who said these words? Checked word by word first, asked as a question when they are not found. */
  | { name: 'who'; words: string }
  | { name: 'verify'; quotation: string }
  | { name: 'sessions' }
  | { name: 'speakers'; session?: string }
  | { name: 'help' }
  | { name: 'settings' };

/**
 * Reads text typed after a mention, a slash command or in a direct message; the adapter has taken
 * its own mention out. Text that names no command is a question; empty text asks for help.
 */
export function parseCommand(_text: string): Command {
  throw new Error('not written yet');
}

/** How to ask, in plain words, one line each. `ask` is how a question is begun here: `/rapporteur ask` or `@Rapporteur`. */
export function helpLines(_ask: string): string[] {
  throw new Error('not written yet');
}
