/** Quotes that people keep from answers, each for themselves or with their channel: in `chat.db`. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Quote } from '../../answer.ts';
import type { Place } from '../post.ts';

export interface Collected {
  /** How people mean it; never given twice. */
  number: number;
  quote: Quote;
  note: string;
  /** Without a mark; empty where there is none. */
  tag: string;
  isPrivate: boolean;
}

export interface Collections {
  add(quotes: Quote[], of: Omit<Collected, 'number' | 'quote'>, place: Place, user: string, now: number): void;
  /** What is of the place, and what this person keeps for themselves in its workspace. */
  of(place: Place, user: string): Collected[];
  /** False where there is none of this number that is seen there. */
  remove(number: number, place: Place, user: string): boolean;
}

/** Since version 3 of `chat.db`. */
export const collectedSchema = `
  CREATE TABLE collected (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL,
    is_private INTEGER NOT NULL, quote TEXT NOT NULL, note TEXT NOT NULL, tag TEXT NOT NULL, kept_ms INTEGER NOT NULL
  ) STRICT;
`;

export function collectionsIn(database: DatabaseSync, transaction: <T>(work: () => T) => T): Collections {
  const run = (sql: string, ...values: SQLInputValue[]) => Number(database.prepare(sql).run(...values).changes);
  const seen = `platform = ?1 AND workspace = ?2 AND ((is_private = 0 AND channel = ?3) OR (is_private = 1 AND user = ?4))`;
  return {
    add: (quotes, { note, tag, isPrivate }, { platform, workspace, channel }, user, now) =>
      transaction(() => {
        for (const quote of quotes)
          run(
            `INSERT INTO collected (platform, workspace, channel, user, is_private, quote, note, tag, kept_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            platform,
            workspace,
            channel,
            user,
            isPrivate ? 1 : 0,
            JSON.stringify(quote),
            note,
            tag,
            now,
          );
      }),
    of: ({ platform, workspace, channel }, user) =>
      database
        .prepare(`SELECT * FROM collected WHERE ${seen} ORDER BY number`)
        .all(platform, workspace, channel, user)
        .map(({ number, quote, note, tag, is_private: isPrivate }) => ({
          number: Number(number),
          quote: JSON.parse(String(quote)) as Quote,
          note: String(note),
          tag: String(tag),
          isPrivate: isPrivate === 1,
        })),
    remove: (number, { platform, workspace, channel }, user) =>
      run(`DELETE FROM collected WHERE ${seen} AND number = ?5`, platform, workspace, channel, user, number) > 0,
  };
}
