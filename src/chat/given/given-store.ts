/** How far answers that were given out have been looked at again, and what is still to be told of them: kept in `chat.db`. */
import type { DatabaseSync } from 'node:sqlite';
import type { Reply } from '../reply.ts';

/** What is to be told, once, where an answer was given. */
export interface News {
  /** What the message says from now on. */
  reply: Reply;
  /** What changed, a line each, for where the message cannot be edited. */
  lines: string[];
  /** The words may no longer be shown: what cannot be edited is taken away. */
  isTakenBack: boolean;
}

/** A question as it stood when its answer was looked at. */
type Asked = { id: string; revision: number };

export interface GivenAnswers {
  /** Ids of answers that were sent, and not looked at since the library was of this version; oldest first. */
  unlooked(platform: string, version: string): string[];
  /** Nothing to be told; `reply` is the answer with its places as they are now. */
  looked(item: Asked, version: string, reply: Reply): void;
  /** From here on the answer is what the news says. False where it was asked anew or deleted meanwhile. */
  keepNews(item: Asked, version: string, news: News): boolean;
  /** What is kept and may or may not have reached the chat. */
  untold(platform: string): { id: string; news: News; times: number }[];
  /** `sent` names the message as it is now. */
  told(id: string, sent: string | null): void;
  /** Names the message that has the answer now, where it is another than the one it was given in; null where none has. */
  moved(id: string, sent: string | null): void;
}

/** Since version 3 of `chat.db`. */
export const givenSchema = `
  CREATE TABLE given (
    id TEXT PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    looked TEXT NOT NULL, news TEXT, times INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export function givenIn(database: DatabaseSync, transaction: <T>(work: () => T) => T): GivenAnswers {
  const run = (sql: string, ...values: (string | number | null)[]) =>
    Number(database.prepare(sql).run(...values).changes);
  const looking = `INSERT INTO given VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (id) DO UPDATE SET looked = ?2, news = ?3, times = times + ?4`;
  /** The answer as it stood in `item`, replaced. */
  const replace = ({ id, revision }: Asked, reply: Reply) =>
    run(
      `UPDATE questions SET reply = ? WHERE id = ? AND revision = ? AND state = 'answered'`,
      JSON.stringify(reply),
      id,
      revision,
    ) === 1;
  return {
    unlooked: (platform, version) =>
      database
        .prepare(
          `SELECT questions.id FROM questions LEFT JOIN given USING (id)
          WHERE platform = ? AND state = 'answered' AND reply ->> '$.kind' IN ('answer', 'verification', 'paper')
          AND coalesce(looked, library_version) IS NOT ? AND news IS NULL ORDER BY number`,
        )
        .all(platform, version)
        .map(({ id }) => String(id)),

    looked: (item, version, reply) =>
      transaction(() => {
        if (replace(item, reply)) run(looking, item.id, version, null, 0);
      }),

    keepNews: (item, version, news) =>
      transaction(() => {
        const isKept = replace(item, news.reply);
        if (isKept) run(looking, item.id, version, JSON.stringify(news), 1);
        return isKept;
      }),

    untold: (platform) =>
      database
        .prepare(
          'SELECT id, news, times FROM given JOIN questions USING (id) WHERE platform = ? AND news IS NOT NULL ORDER BY number',
        )
        .all(platform)
        .map(({ id, news, times }) => ({ id: String(id), news: JSON.parse(String(news)), times: Number(times) })),

    told: (id, sent) =>
      transaction(() => {
        run('UPDATE given SET news = NULL WHERE id = ?', id);
        run('UPDATE questions SET sent = coalesce(?, sent) WHERE id = ?', sent, id);
      }),

    moved(id, sent) {
      run('UPDATE questions SET sent = ? WHERE id = ?', sent, id);
    },
  };
}
