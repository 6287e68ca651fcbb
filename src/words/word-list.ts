/** The words of a table, as it is written: blanks or line breaks between them, a line a group. */
export function wordList(table: string): string[] {
  return table.trim().split(/\s+/);
}

/** The part of an expression that stands for any of these. */
export function anyOf(phrases: string[]): string {
  return `(?:${phrases.join('|')})`;
}
