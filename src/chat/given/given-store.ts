/** How far answers that were given out have been looked at again, and what is still to be told of them. */
import type { Reply } from '../reply.ts';
import type { ChatDatabase, Statements } from '../store/chat-database.ts';
import { replyValues } from '../store/reply-values.ts';

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
  unlooked(platform: string, version: string): Promise<string[]>;
  /** Nothing to be told; `reply` is the answer with its places as they are now. */
  looked(item: Asked, version: string, reply: Reply): Promise<void>;
  /** From here on the answer is what the news says. False where it was asked anew or deleted meanwhile. */
  keepNews(item: Asked, version: string, news: News): Promise<boolean>;
  /** What is kept and may or may not have reached the chat. */
  untold(platform: string): Promise<Untold[]>;
  /** `sent` names the message as it is now. */
  told(id: string, sent: string | null): Promise<void>;
  /** Names the message that has the answer now, where it is another than the one it was given in; null where none has. */
  moved(id: string, sent: string | null): Promise<void>;
}

/** `times` is how often there was news of it, this one included. */
interface Untold {
  id: string;
  news: News;
  times: number;
}

export function givenIn(database: ChatDatabase): GivenAnswers {
  const looking = `INSERT INTO given VALUES ($1, $2, $3, $4)
    ON CONFLICT (id) DO UPDATE SET looked = excluded.looked, news = excluded.news, times = given.times + excluded.times`;
  /** The answer as it stood in `item`, replaced. */
  const replace = async ({ run }: Statements, { id, revision }: Asked, reply: Reply) =>
    (await run(
      `UPDATE questions SET reply = $1, reply_kind = $2, reply_status = $3, reply_question = $4
      WHERE id = $5 AND revision = $6 AND state = 'answered'`,
      ...replyValues(reply),
      id,
      revision,
    )) === 1;
  return {
    unlooked: async (platform, version) => {
      const rows = await database.all(
        `SELECT questions.id FROM questions LEFT JOIN given ON given.id = questions.id
        WHERE platform = $1 AND state = 'answered' AND reply_kind IN ('answer', 'verification', 'paper')
        AND coalesce(looked, library_version) IS DISTINCT FROM $2 AND news IS NULL ORDER BY number`,
        platform,
        version,
      );
      return rows.map(({ id }) => String(id));
    },

    looked: (item, version, reply) =>
      database.transaction(async (within) => {
        if (await replace(within, item, reply)) await within.run(looking, item.id, version, null, 0);
      }),

    keepNews: (item, version, news) =>
      database.transaction(async (within) => {
        const isKept = await replace(within, item, news.reply);
        if (isKept) await within.run(looking, item.id, version, JSON.stringify(news), 1);
        return isKept;
      }),

    untold: async (platform) => {
      const rows = await database.all(
        `SELECT given.id, news, times FROM given JOIN questions ON questions.id = given.id
        WHERE platform = $1 AND news IS NOT NULL ORDER BY number`,
        platform,
      );
      return rows.map(({ id, news, times }) => ({
        id: String(id),
        news: JSON.parse(String(news)) as News,
        times: Number(times),
      }));
    },

    told: (id, sent) =>
      database.transaction(async ({ run }) => {
        await run('UPDATE given SET news = NULL WHERE id = $1', id);
        await run('UPDATE questions SET sent = coalesce($1, sent) WHERE id = $2', sent, id);
      }),

    async moved(id, sent) {
      await database.run('UPDATE questions SET sent = $1 WHERE id = $2', sent, id);
    },
  };
}
