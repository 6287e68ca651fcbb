/** Quotes that people keep from answers, each for themselves or with their channel. */
import type { Quote } from '../../answer.ts';
import type { Place } from '../post.ts';
import type { ChatDatabase } from '../store/chat-database.ts';

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
  /** Gives their numbers. */
  add(
    quotes: Quote[],
    of: Omit<Collected, 'number' | 'quote'>,
    place: Place,
    user: string,
    now: number,
  ): Promise<number[]>;
  /** What is of the place, and what this person keeps for themselves in its workspace. */
  of(place: Place, user: string): Promise<Collected[]>;
  /** False where there is none of this number that is seen there. */
  remove(number: number, place: Place, user: string): Promise<boolean>;
}

export function collectionsIn(database: ChatDatabase): Collections {
  const seen = `platform = $1 AND workspace = $2 AND ((is_private = 0 AND channel = $3) OR (is_private = 1 AND "user" = $4))`;
  return {
    add: (quotes, { note, tag, isPrivate }, { platform, workspace, channel }, user, now) =>
      database.transaction(async ({ one }) => {
        const numbers: number[] = [];
        for (const quote of quotes) {
          const row = await one(
            `INSERT INTO collected (platform, workspace, channel, "user", is_private, quote, note, tag, kept_ms)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING number`,
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
          numbers.push(Number(row!['number']));
        }
        return numbers;
      }),
    of: async ({ platform, workspace, channel }, user) => {
      const rows = await database.all(
        `SELECT * FROM collected WHERE ${seen} ORDER BY number`,
        platform,
        workspace,
        channel,
        user,
      );
      return rows.map(({ number, quote, note, tag, is_private: isPrivate }) => ({
        number: Number(number),
        quote: JSON.parse(String(quote)) as Quote,
        note: String(note),
        tag: String(tag),
        isPrivate: isPrivate === 1,
      }));
    },
    remove: async (number, { platform, workspace, channel }, user) =>
      (await database.run(
        `DELETE FROM collected WHERE ${seen} AND number = $5`,
        platform,
        workspace,
        channel,
        user,
        number,
      )) > 0,
  };
}
