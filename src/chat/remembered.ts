/** Small things that must outlive the process: what was told once, what was seen last, where the bot has answered. */
import type { Place, Post } from './post.ts';
import { type ChatDatabase, textOrNull } from './store/chat-database.ts';

export interface Remembered {
  /** True the first time: what is told once in a workspace or server, `slack:T0123`, is told then. */
  tellOnce(origin: string, what: string, now: number): Promise<boolean>;
  /** The last message of a platform that came in; null where none was noted. */
  lastSeen(platform: string): Promise<string | null>;
  noteSeen(platform: string, message: string, now: number): Promise<void>;
  /** Channels of direct messages in which something was asked, the latest first. */
  directChannels(platform: string, most: number): Promise<string[]>;
  /** The last question of who asks, in the conversation or otherwise in the channel, before `item`. */
  lastAsked(item: { id: string; post: Post }): Promise<string | null>;
  /** Whether everyone in a conversation has seen an answer of the bot, or will when it is ready. */
  hasAnsweredIn(place: Place, conversation: string): Promise<boolean>;
}

export function rememberedIn({ all, one, run }: ChatDatabase): Remembered {
  return {
    async lastAsked({ id, post: { place, asker, conversation } }) {
      const found = await one(
        `SELECT id FROM questions WHERE platform = $1 AND workspace = $2 AND channel = $3 AND "user" = $4 AND counted = 1
          AND state <> 'dropped' AND number < (SELECT number FROM questions WHERE id = $5)
        ORDER BY CASE WHEN conversation = $6 THEN 0 ELSE 1 END, number DESC LIMIT 1`,
        place.platform,
        place.workspace,
        place.channel,
        asker.id,
        id,
        conversation,
      );
      return textOrNull(found?.['id']);
    },
    tellOnce: async (origin, what, now) =>
      (await run('INSERT INTO told VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', origin, what, now)) === 1,
    async lastSeen(platform) {
      return textOrNull((await one('SELECT message FROM last_seen WHERE platform = $1', platform))?.['message']);
    },
    async noteSeen(platform, message, now) {
      await run(
        `INSERT INTO last_seen VALUES ($1, $2, $3)
        ON CONFLICT (platform) DO UPDATE SET message = excluded.message, seen_ms = excluded.seen_ms`,
        platform,
        message,
        now,
      );
    },
    directChannels: async (platform, most) => {
      const rows = await all(
        `SELECT channel FROM questions WHERE platform = $1 AND workspace = '' GROUP BY channel ORDER BY max(number) DESC LIMIT $2`,
        platform,
        most,
      );
      return rows.map(({ channel }) => String(channel));
    },
    hasAnsweredIn: async ({ platform, workspace, channel }, conversation) => {
      const found = await one(
        `SELECT 1 AS found FROM questions WHERE platform = $1 AND workspace = $2 AND channel = $3 AND conversation = $4
          AND only_for IS NULL AND (state IN ('received', 'ready') OR state = 'answered' AND sent IS NOT NULL) LIMIT 1`,
        platform,
        workspace,
        channel,
        conversation,
      );
      return found !== undefined;
    },
  };
}
