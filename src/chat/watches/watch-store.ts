/** Watches, when sessions came in, and what has been told where. Times are milliseconds since 1970. */
import type { Asker, Place, Post } from '../post.ts';
import type { Reply } from '../reply.ts';
import type { Row, Statements } from '../store/chat-database.ts';
import type { Holding } from '../store/holding.ts';
import { replyValues } from '../store/reply-values.ts';
import type { Rhythm, Watched } from './watch.ts';

export interface Watch {
  /** Counted from 1 and never given twice: how people mean it. */
  number: number;
  place: Place;
  /** Who made it; in a direct message, who is told. */
  asker: Asker;
  isDirect: boolean;
  /** What the adapter needs to post in the place. */
  replyTo: unknown;
  watched: Watched;
  rhythm: Rhythm;
  /** Sessions that came in up to then are told. */
  toldMs: number;
}

/** A message of the bot's own accord, with all that is true once it is kept. */
export interface Digest {
  id: string;
  post: Post;
  reply: Reply;
  libraryVersion: string;
  /** What of it is not to be told in the place again. */
  stories: string[];
}

export interface Watches {
  add(watch: Omit<Watch, 'number' | 'toldMs'>, now: number): Promise<Watch>;
  in(place: Place): Promise<Watch[]>;
  /** By place and in the order they were made. */
  all(platform: string): Promise<Watch[]>;
  /** Those of `numbers` that are of the place; gives them. */
  stop(place: Place, numbers: number[] | 'all'): Promise<Watch[]>;
  /** Notes sessions that are not known yet as having come in now; at the very first time, as having been there for ever. */
  noteSessions(ids: string[], now: number): Promise<void>;
  arrivedAfter(time: number): Promise<{ session: string; arrivedMs: number }[]>;
  hasTold(place: Place, story: string): Promise<boolean>;
  /**
   * Whole or not at all: what was looked at for these watches, and the digest, where there is one, ready to be sent. False,
   * and nothing is done, where others told of the first of them meanwhile, or stopped it.
   */
  told(watches: Watch[], upTo: number, digest: Digest | null, now: number): Promise<boolean>;
}

export function watchesIn({ database, holder, leaseMs }: Holding): Watches {
  const here = 'platform = $1 AND workspace = $2 AND channel = $3';
  const at = ({ platform, workspace, channel }: Place) => [platform, workspace, channel] as const;
  const watchOf = (row: Row): Watch => ({
    ...(JSON.parse(String(row['watch'])) as Omit<Watch, 'number' | 'toldMs'>),
    number: Number(row['number']),
    toldMs: Number(row['told_ms']),
  });

  async function inPlace({ all }: Statements, place: Place): Promise<Watch[]> {
    const rows = await all(`SELECT * FROM watches WHERE ${here} ORDER BY number`, ...at(place));
    return rows.map((row) => watchOf(row));
  }

  return {
    async add(watch, now) {
      const made = await database.one(
        `INSERT INTO watches (platform, workspace, channel, "user", watch, told_ms)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING number`,
        ...at(watch.place),
        watch.asker.id,
        JSON.stringify(watch),
        now,
      );
      return { ...watch, number: Number(made!['number']), toldMs: now };
    },

    in: (place) => inPlace(database, place),

    all: async (platform) => {
      const rows = await database.all(
        'SELECT * FROM watches WHERE platform = $1 ORDER BY workspace, channel, number',
        platform,
      );
      return rows.map((row) => watchOf(row));
    },

    stop: (place, numbers) =>
      database.transaction(async (within) => {
        const all = await inPlace(within, place);
        const stopped = all.filter(({ number }) => numbers === 'all' || numbers.includes(number));
        for (const { number } of stopped) await within.run('DELETE FROM watches WHERE number = $1', number);
        return stopped;
      }),

    noteSessions: (ids, now) =>
      database.transaction(async ({ one, run }) => {
        // Processes have clocks of their own: what comes in now is after all that was told before.
        const told = Number((await one('SELECT coalesce(max(told_ms), 0) AS last FROM watches'))!['last']);
        // A session has an id, so the empty one says that there was a first time.
        const isFirst = (await run(`INSERT INTO arrivals VALUES ('', 0) ON CONFLICT DO NOTHING`)) === 1;
        await run(
          `INSERT INTO arrivals SELECT value, CAST($1 AS BIGINT) FROM ${database.listed('$2')} WHERE true ON CONFLICT DO NOTHING`,
          isFirst ? 0 : Math.max(now, told + 1),
          ids,
        );
        await run(
          `DELETE FROM arrivals WHERE session <> '' AND session NOT IN (SELECT value FROM ${database.listed('$1')})`,
          ids,
        );
      }),

    arrivedAfter: async (time) => {
      const rows = await database.all('SELECT * FROM arrivals WHERE arrived_ms > $1 ORDER BY arrived_ms', time);
      return rows.map((row) => ({ session: String(row['session']), arrivedMs: Number(row['arrived_ms']) }));
    },

    hasTold: async (place, story) =>
      (await database.all(`SELECT 1 AS found FROM stories WHERE ${here} AND story = $4`, ...at(place), story)).length >
      0,

    told: (watches, upTo, digest, now) =>
      database.transaction(async ({ run }) => {
        const [first, ...rest] = watches;
        const asItWas = 'UPDATE watches SET told_ms = $1 WHERE number = $2 AND told_ms = $3';
        if (first && (await run(asItWas, upTo, first.number, first.toldMs)) === 0) return false;
        for (const { number } of rest) await run('UPDATE watches SET told_ms = $1 WHERE number = $2', upTo, number);
        if (digest === null) return true;
        const { id, post, reply, libraryVersion, stories } = digest;
        await run(
          `INSERT INTO questions (id, platform, workspace, channel, message, conversation, "user", counted, post, is_direct, state,
            revision, reply, reply_kind, reply_status, reply_question, library_version, received_ms, changed_ms, holder, held_until_ms)
          VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, 'ready', 1, $10, $11, $12, $13, $14, $15, $15, $16, ${database.now} + $17)`,
          id,
          ...at(post.place),
          post.message,
          post.conversation,
          post.asker.id,
          JSON.stringify(post),
          post.isDirect ? 1 : 0,
          ...replyValues(reply),
          libraryVersion,
          now,
          holder,
          leaseMs,
        );
        for (const story of stories)
          await run(
            'INSERT INTO stories VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
            ...at(post.place),
            story,
            now,
          );
        return true;
      }),
  };
}
