/** Watches, when sessions came in, and what has been told where: kept in `chat.db`. Times are milliseconds since 1970. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Asker, Place, Post } from '../post.ts';
import type { Reply } from '../reply.ts';
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
  add(watch: Omit<Watch, 'number' | 'toldMs'>, now: number): Watch;
  in(place: Place): Watch[];
  /** By place and in the order they were made. */
  all(platform: string): Watch[];
  /** Those of `numbers` that are of the place; gives them. */
  stop(place: Place, numbers: number[] | 'all'): Watch[];
  /** Notes sessions that are not known yet as having come in now; at the very first time, as having been there for ever. */
  noteSessions(ids: string[], now: number): void;
  arrivedAfter(time: number): { session: string; arrivedMs: number }[];
  hasTold(place: Place, story: string): boolean;
  /** Whole or not at all: what was looked at for these watches, and the digest, where there is one, ready to be sent. */
  told(watches: Watch[], upTo: number, digest: Digest | null, now: number): void;
}

/** Since version 3 of `chat.db`. */
export const watchSchema = `
  CREATE TABLE watches (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, user TEXT NOT NULL,
    watch TEXT NOT NULL, told_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX watches_by_place ON watches (platform, workspace, channel);
  CREATE TABLE arrivals (session TEXT PRIMARY KEY, arrived_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX arrivals_by_time ON arrivals (arrived_ms);
  CREATE TABLE stories (
    platform TEXT NOT NULL, workspace TEXT NOT NULL, channel TEXT NOT NULL, story TEXT NOT NULL, told_ms INTEGER NOT NULL,
    PRIMARY KEY (platform, workspace, channel, story)
  ) STRICT, WITHOUT ROWID;
`;

export function watchesIn(database: DatabaseSync, transaction: <T>(work: () => T) => T): Watches {
  const run = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).run(...values);
  const all = (sql: string, ...values: SQLInputValue[]) => database.prepare(sql).all(...values);
  const here = 'platform = ? AND workspace = ? AND channel = ?';
  const at = ({ platform, workspace, channel }: Place) => [platform, workspace, channel] as const;
  const watchOf = (row: { [column: string]: unknown }): Watch => ({
    ...(JSON.parse(String(row['watch'])) as Omit<Watch, 'number' | 'toldMs'>),
    number: Number(row['number']),
    toldMs: Number(row['told_ms']),
  });

  const inPlace = (place: Place) =>
    all(`SELECT * FROM watches WHERE ${here} ORDER BY number`, ...at(place)).map((row) => watchOf(row));

  return {
    add(watch, now) {
      const { lastInsertRowid } = run(
        'INSERT INTO watches (platform, workspace, channel, user, watch, told_ms) VALUES (?, ?, ?, ?, ?, ?)',
        ...at(watch.place),
        watch.asker.id,
        JSON.stringify(watch),
        now,
      );
      return { ...watch, number: Number(lastInsertRowid), toldMs: now };
    },

    in: inPlace,

    all: (platform) =>
      all('SELECT * FROM watches WHERE platform = ? ORDER BY workspace, channel, number', platform).map((row) =>
        watchOf(row),
      ),

    stop: (place, numbers) =>
      transaction(() => {
        const stopped = inPlace(place).filter(({ number }) => numbers === 'all' || numbers.includes(number));
        for (const { number } of stopped) run('DELETE FROM watches WHERE number = ?', number);
        return stopped;
      }),

    noteSessions: (ids, now) =>
      transaction(() => {
        // A session has an id, so the empty one says that there was a first time.
        const isFirst = Number(run(`INSERT INTO arrivals VALUES ('', 0) ON CONFLICT DO NOTHING`).changes) === 1;
        run(
          'INSERT INTO arrivals SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
          isFirst ? 0 : now,
          JSON.stringify(ids),
        );
        run(
          `DELETE FROM arrivals WHERE session <> '' AND session NOT IN (SELECT value FROM json_each(?))`,
          JSON.stringify(ids),
        );
      }),

    arrivedAfter: (time) =>
      all('SELECT * FROM arrivals WHERE arrived_ms > ? ORDER BY arrived_ms', time).map((row) => ({
        session: String(row['session']),
        arrivedMs: Number(row['arrived_ms']),
      })),

    hasTold: (place, story) => all(`SELECT 1 FROM stories WHERE ${here} AND story = ?`, ...at(place), story).length > 0,

    told: (watches, upTo, digest, now) =>
      transaction(() => {
        for (const { number } of watches) run('UPDATE watches SET told_ms = ? WHERE number = ?', upTo, number);
        if (digest === null) return;
        const { id, post, reply, libraryVersion, stories } = digest;
        run(
          `INSERT INTO questions (id, platform, workspace, channel, message, conversation, user, counted, post, state,
          revision, reply, library_version, received_ms, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 'ready', 1, ?, ?, ?, ?)`,
          id,
          ...at(post.place),
          post.message,
          post.conversation,
          post.asker.id,
          JSON.stringify(post),
          JSON.stringify(reply),
          libraryVersion,
          now,
          now,
        );
        for (const story of stories)
          run('INSERT INTO stories VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', ...at(post.place), story, now);
      }),
  };
}
