/** What went wrong, for the log and for the person: the log has the cause, the person a reference to it. */

/** A short name for one failure, told to the person and written to the log. */
export type Reference = () => string;

/** `random` gives so many random bytes. */
export function references(random: (count: number) => Uint8Array): Reference {
  return () => Buffer.from(random(4)).toString('hex').toUpperCase();
}

/** The error and its causes as their stacks, without the asker's words; other fields of an error may hold whole prompts. */
export function causeOf(error: unknown, words: string[] = []): string {
  const stacks: string[] = [];
  for (let cause = error; cause instanceof Error && stacks.length < 5; cause = cause.cause) {
    stacks.push(cause.stack ?? cause.message);
  }
  return words
    .filter((word) => word.length > 3)
    .reduce((text, word) => text.replaceAll(word, '…'), stacks.join('\nCaused by: '));
}
