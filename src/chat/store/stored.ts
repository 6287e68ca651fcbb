/** The chats' store on any database. What is read here was written here: values are parsed, not checked again. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { ChatStore, Feedback, InboxItem, InboxState } from '../chat-store.ts';
import { collectionsIn } from '../collected/collected-store.ts';
import { questionIn } from '../commands.ts';
import { forgettingIn } from '../forgetting.ts';
import { gapsIn } from '../gaps.ts';
import { givenIn } from '../given/given-store.ts';
import { grantsIn } from '../grants.ts';
import { installationsIn } from '../installations.ts';
import { settingsIn } from '../kept-settings.ts';
import { leasesIn } from '../leases.ts';
import type { Post } from '../post.ts';
import type { Reply } from '../reply.ts';
import { rememberedIn } from '../remembered.ts';
import { ledgerIn, type Limit } from '../token-ledger.ts';
import { usagesIn } from '../usage.ts';
import { watchesIn } from '../watches/watch-store.ts';
import { type ChatDatabase, type Row, type Statements, textOrNull } from './chat-database.ts';
import type { Holding } from './holding.ts';
import { replyValues } from './reply-values.ts';

export interface StoreOptions {
  /** How long what a process took in hand stays with it once nothing is heard of it any more. */
  leaseMs?: number;
}

export function chatStoreOn(database: ChatDatabase, limits: Limit[], { leaseMs = 15_000 }: StoreOptions): ChatStore {
  const { all, one, run, now: clock } = database;
  const holder = randomUUID();
  const holding: Holding = { database, holder, process: `process ${process.pid} on ${hostname()}`, leaseMs };

  const itemOfRow = (row: Row): InboxItem => ({
    id: String(row['id']),
    post: postOf(row),
    state: row['state'] as InboxState,
    receivedMs: Number(row['received_ms']),
    revision: Number(row['revision']),
    reply: typeof row['reply'] === 'string' ? (JSON.parse(row['reply']) as Reply) : null,
    libraryVersion: textOrNull(row['library_version']),
    sent: textOrNull(row['sent']),
    onlyFor: textOrNull(row['only_for']),
    isOurs: row['holder'] === holder,
  });
  const itemOrNull = (row: Row | undefined) => (row === undefined ? null : itemOfRow(row));
  const itemIn = async (within: Statements, id: string) =>
    itemOrNull(await within.one('SELECT * FROM questions WHERE id = $1', id));

  return {
    leaseMs,

    receive: (id, post, onlyFor, now) =>
      database.transaction(async (within) => {
        const { platform, workspace, channel } = post.place;
        if (
          post.event !== null &&
          (await within.run(
            'INSERT INTO events VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
            platform,
            post.event,
            now,
          )) === 0
        ) {
          return null;
        }
        const kept = await within.one(
          `INSERT INTO questions (id, platform, workspace, channel, message, conversation, "user", counted, post, asked, is_direct,
            state, revision, only_for, received_ms, changed_ms, holder, held_until_ms)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'received', 1, $12, $13, $13, $14, ${clock} + $15)
          ON CONFLICT (platform, workspace, channel, message) DO NOTHING RETURNING *`,
          id,
          platform,
          workspace,
          channel,
          post.message,
          post.conversation,
          post.asker.id,
          questionIn(post.command) === null ? 0 : 1,
          JSON.stringify(post),
          askedIn(post),
          post.isDirect ? 1 : 0,
          onlyFor,
          now,
          holder,
          leaseMs,
        );
        return itemOrNull(kept);
      }),

    item: (id) => itemIn(database, id),

    itemOf: async ({ platform, workspace, channel }, message) =>
      itemOrNull(
        await one(
          'SELECT * FROM questions WHERE platform = $1 AND workspace = $2 AND channel = $3 AND message = $4',
          platform,
          workspace,
          channel,
          message,
        ),
      ),

    itemSent: async ({ platform, workspace, channel }, sent) =>
      itemOrNull(
        await one(
          `SELECT * FROM questions WHERE platform = $1 AND workspace = $2 AND channel = $3
          AND (sent = $4 OR substr(sent, 1, length($4) + 1) = $4 || ' '
            OR length(sent) > length($4) AND substr(sent, length(sent) - length($4)) = '/' || $4)`,
          platform,
          workspace,
          channel,
          sent,
        ),
      ),

    reword: (id, command, now) =>
      database.transaction(async (within) => {
        const item = await itemIn(within, id);
        if (item === null) return null;
        const reworded = { ...item.post, command };
        const isInHand = `state IN ('received', 'ready') AND held_until_ms >= ${clock}`;
        return itemOrNull(
          await within.one(
            `UPDATE questions SET post = $1, asked = $2, counted = $3, state = 'received', reply = NULL, reply_kind = NULL,
              reply_status = NULL, reply_question = NULL, revision = revision + 1, received_ms = $4, changed_ms = $4,
              holder = CASE WHEN ${isInHand} THEN holder ELSE $5 END,
              held_until_ms = CASE WHEN ${isInHand} THEN held_until_ms ELSE ${clock} + $6 END
            WHERE id = $7 AND state <> 'dropped' RETURNING *`,
            JSON.stringify(reworded),
            askedIn(reworded),
            questionIn(command) === null ? 0 : 1,
            now,
            holder,
            leaseMs,
            id,
          ),
        );
      }),

    keepReply: async ({ id, revision }, reply, libraryVersion, now) => {
      const refused = reply.kind === 'notice' && reply.why === 'refused';
      return (
        (await run(
          `UPDATE questions SET state = 'ready', reply = $1, reply_kind = $2, reply_status = $3, reply_question = $4,
            library_version = $5, counted = CASE WHEN $6 = 1 THEN 0 ELSE counted END, changed_ms = $7
          WHERE id = $8 AND revision = $9 AND state = 'received' AND holder = $10`,
          ...replyValues(reply),
          libraryVersion,
          refused ? 1 : 0,
          now,
          id,
          revision,
          holder,
        )) === 1
      );
    },

    finish: ({ id, revision }, state, sent, now) =>
      database.transaction(async (within) => {
        await within.run(
          'UPDATE questions SET sent = coalesce($1, sent), changed_ms = $2 WHERE id = $3',
          sent,
          now,
          id,
        );
        await within.run(
          `UPDATE questions SET state = $1, holder = NULL WHERE id = $2 AND revision = $3 AND state = 'ready'`,
          state,
          id,
          revision,
        );
        return itemIn(within, id);
      }),

    drop: async (id, now) =>
      itemOrNull(
        await one(
          `UPDATE questions SET state = 'dropped', reply = NULL, reply_kind = NULL, reply_status = NULL, reply_question = NULL,
            changed_ms = $1 WHERE id = $2 AND state <> 'dropped' RETURNING *`,
          now,
          id,
        ),
      ),

    share: async (id, now) =>
      (await run(
        'UPDATE questions SET only_for = NULL, changed_ms = $1 WHERE id = $2 AND only_for IS NOT NULL',
        now,
        id,
      )) === 1,

    async hide(id, now) {
      await run('UPDATE questions SET only_for = "user", changed_ms = $1 WHERE id = $2', now, id);
    },

    async claim(platform, { atStart }) {
      const isAnybodys = atStart && !database.isShared ? 'OR true' : '';
      const rows = await all(
        `UPDATE questions SET holder = $2, held_until_ms = ${clock} + $3 WHERE number IN (
          SELECT number FROM questions WHERE platform = $1 AND state IN ('received', 'ready')
            AND (holder IS NULL OR held_until_ms < ${clock} ${isAnybodys}) ORDER BY number ${database.untaken}
        ) RETURNING *`,
        platform,
        holder,
        leaseMs,
      );
      return rows
        .toSorted((one, other) => Number(one['number']) - Number(other['number']))
        .map((row) => itemOfRow(row));
    },

    async hold(ids) {
      if (ids.length === 0) return;
      await run(
        `UPDATE questions SET held_until_ms = ${clock} + $1 WHERE holder = $2 AND id IN (SELECT value FROM ${database.listed('$3')})`,
        leaseMs,
        holder,
        ids,
      );
    },

    async letGo(platform) {
      await run('UPDATE questions SET holder = NULL WHERE platform = $1 AND holder = $2', platform, holder);
    },

    isWanted: async ({ id, revision, post, receivedMs }) => {
      const kept = await one('SELECT number, state, revision FROM questions WHERE id = $1', id);
      if (kept?.['state'] !== 'received' || Number(kept['revision']) !== revision) return false;
      const { platform, workspace, channel } = post.place;
      const later = await all(
        `SELECT post FROM questions WHERE platform = $1 AND workspace = $2 AND channel = $3 AND "user" = $4
          AND number > $5 AND ($6 = 1 OR received_ms > $7)`,
        platform,
        workspace,
        channel,
        post.asker.id,
        Number(kept['number']),
        revision,
        receivedMs,
      );
      return !later.some((row) => postOf(row).command.name === 'stop');
    },

    unfinished: async (platform) => {
      const rows = await all(
        `SELECT * FROM questions WHERE platform = $1 AND state IN ('received', 'ready') ORDER BY number`,
        platform,
      );
      return rows.map((row) => itemOfRow(row));
    },

    oldestUnfinished: async (platform) => {
      const found = await one(
        `SELECT min(received_ms) AS oldest FROM questions WHERE platform = $1 AND state IN ('received', 'ready')`,
        platform,
      );
      return found?.['oldest'] == null ? null : Number(found['oldest']);
    },

    history: async ({ id, post }, limit, since, ofAll = false) => {
      const rows = await all(
        `SELECT post FROM questions WHERE platform = $1 AND workspace = $2 AND conversation = $3 AND counted = 1
          AND state <> 'dropped' AND (only_for IS NULL OR $8 = 0 AND "user" = $4) AND received_ms >= $5
          AND number < (SELECT number FROM questions WHERE id = $6)
        ORDER BY number DESC LIMIT $7`,
        post.place.platform,
        post.place.workspace,
        post.conversation,
        post.asker.id,
        since,
        id,
        limit,
        ofAll ? 1 : 0,
      );
      return rows
        .map((found) => questionIn(postOf(found).command))
        .filter((question) => question !== null)
        .toReversed();
    },

    askedUpTo: async ({ id, post }, since, places = [post.place]) => {
      const values = places.flatMap(({ platform, workspace, channel }) => [platform, workspace, channel]);
      const here = places.map(
        (_, at) => `platform = $${at * 3 + 4} AND workspace = $${at * 3 + 5} AND $${at * 3 + 6} IN ('', channel)`,
      );
      const found = await one(
        `SELECT coalesce(sum(revision), 0) AS asked FROM questions WHERE "user" = $1 AND counted = 1 AND received_ms >= $2
          AND (received_ms, number) <= (SELECT received_ms, number FROM questions WHERE id = $3)
          AND (${here.join(' OR ') || '1 = 0'})`,
        post.asker.id,
        since,
        id,
        ...values,
      );
      return Number(found!['asked']);
    },

    askedIn: async (platform, user) => {
      const rows = await all(
        'SELECT DISTINCT workspace, channel FROM questions WHERE platform = $1 AND "user" = $2',
        platform,
        user,
      );
      return rows.map(({ workspace, channel }) => ({
        platform,
        workspace: String(workspace),
        channel: String(channel),
      }));
    },

    async saveFeedback(feedback) {
      const { id, user, place, verdict, question, timeMs } = feedback;
      await run(
        `INSERT INTO feedback (id, "user", feedback, platform, workspace, verdict, question, given_ms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id, "user") DO UPDATE SET feedback = excluded.feedback,
          platform = excluded.platform, workspace = excluded.workspace, verdict = excluded.verdict,
          question = excluded.question, given_ms = excluded.given_ms`,
        id,
        user,
        JSON.stringify(feedback),
        place.platform,
        place.workspace,
        verdict,
        question,
        timeMs,
      );
    },

    async *exportFeedback() {
      for (let after = 0; ;) {
        const rows = await all(
          'SELECT number, feedback FROM feedback WHERE number > $1 ORDER BY number LIMIT 500',
          after,
        );
        for (const { feedback } of rows) yield JSON.parse(String(feedback)) as Feedback;
        if (rows.length === 0) return;
        after = Number(rows.at(-1)!['number']);
      }
    },

    grants: grantsIn(database),
    given: givenIn(database),
    watches: watchesIn(holding),
    collected: collectionsIn(database),
    leases: leasesIn(holding),
    installations: (secret) => installationsIn(database, secret),
    gaps: gapsIn(database),
    ledger: ledgerIn(database, limits),

    ...forgettingIn(database),
    ...rememberedIn(database),
    ...settingsIn(database),
    ...usagesIn(database),

    close: () => database.close(),
  };
}

/** The words of a question as it was typed, and of nothing else. */
function askedIn({ command }: Post): string | null {
  return command.name === 'ask' ? command.question : null;
}

function postOf(row: Row): Post {
  return JSON.parse(String(row['post']));
}
