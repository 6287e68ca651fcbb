/** Small things that must outlive the process: what was told once, what was seen last, where the bot has answered. */
import type { DatabaseSync } from 'node:sqlite';
import type { Place, Post } from './post.ts';

export interface Remembered {
  /** True the first time: what is told once in a workspace or server, `slack:T0123`, is told then. */
  tellOnce(origin: string, what: string, now: number): boolean;
  /** The last message of a platform that came in; null where none was noted. */
  lastSeen(platform: string): string | null;
  noteSeen(platform: string, message: string, now: number): void;
  /** Channels of direct messages in which something was asked, the latest first. */
  directChannels(platform: string, most: number): string[];
  /** The last question of who asks, in the conversation or otherwise in the channel, before `item`. */
  lastAsked(item: { id: string; post: Post }): string | null;
  /** Whether everyone in a conversation has seen an answer of the bot, or will when it is ready. */
  hasAnsweredIn(place: Place, conversation: string): boolean;
}

export function rememberedIn(database: DatabaseSync): Remembered {
  const telling = database.prepare('INSERT INTO told VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const seeing = database.prepare('SELECT message FROM last_seen WHERE platform = ?');
  const noting = database.prepare('INSERT OR REPLACE INTO last_seen VALUES (?, ?, ?)');
  const direct = database.prepare(
    `SELECT channel FROM questions WHERE platform = ? AND workspace = '' GROUP BY channel ORDER BY max(number) DESC LIMIT ?`,
  );
  const answered = database.prepare(
    `SELECT 1 FROM questions WHERE platform = ? AND workspace = ? AND channel = ? AND conversation = ?
      AND only_for IS NULL AND (state IN ('received', 'ready') OR state = 'answered' AND sent IS NOT NULL)`,
  );
  const lastOf = database.prepare(
    `SELECT id FROM questions WHERE platform = ? AND workspace = ? AND channel = ? AND user = ? AND counted = 1
      AND state <> 'dropped' AND number < (SELECT number FROM questions WHERE id = ?)
    ORDER BY conversation = ? DESC, number DESC LIMIT 1`,
  );
  return {
    lastAsked({ id, post: { place, asker, conversation } }) {
      const found = lastOf.get(place.platform, place.workspace, place.channel, asker.id, id, conversation)?.['id'];
      return typeof found === 'string' ? found : null;
    },
    tellOnce: (origin, what, now) => telling.run(origin, what, now).changes === 1,
    lastSeen(platform) {
      const message = seeing.get(platform)?.['message'];
      return typeof message === 'string' ? message : null;
    },
    noteSeen(platform, message, now) {
      noting.run(platform, message, now);
    },
    directChannels: (platform, most) => direct.all(platform, most).map(({ channel }) => String(channel)),
    hasAnsweredIn: ({ platform, workspace, channel }, conversation) =>
      answered.get(platform, workspace, channel, conversation) !== undefined,
  };
}
