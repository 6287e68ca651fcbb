/** What chats must not forget: one SQLite file, `chat.db`, in the library's folder. */
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Answer } from '../answer.ts';
import { keepPrivate, makePrivate, makePrivateFolder } from '../library/private-files.ts';
import { openChatDatabase } from './chat-database.ts';
import { type Collections, collectionsIn } from './collected/collected-store.ts';
import { type Command, questionIn } from './commands.ts';
import { type Forgetting, forgettingIn } from './forgetting.ts';
import { type GivenAnswers, givenIn } from './given/given-store.ts';
import { type Gap, gapsIn } from './gaps.ts';
import { type Grants, grantsIn } from './grants.ts';
import { type Installations, installationsIn } from './installations.ts';
import type { Place, Post } from './post.ts';
import { type Remembered, rememberedIn } from './remembered.ts';
import type { Reply } from './reply.ts';
import { defaultSettings, type PlaceSettings } from './settings.ts';
import { ledgerIn, type Limit, type TokenLedger } from './token-ledger.ts';
import { type Watches, watchesIn } from './watches/watch-store.ts';
import { type Usages, usagesIn } from './usage.ts';

/** Opens or creates `chat.db` in `folder`; `limits` are those of the budget of tokens. Throws when the file is of another version or is not ours. */
export function openChatStore(folder: string, limits: Limit[] = []): ChatStore {
  makePrivateFolder(folder);
  const path = join(folder, 'chat.db');
  makePrivate(path);
  keepPrivate(path);
  const database = openChatDatabase(path);
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  function prepared(sql: string): ReturnType<DatabaseSync['prepare']> {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }
  const run = (sql: string, ...values: SQLInputValue[]) => Number(prepared(sql).run(...values).changes);
  const row = (sql: string, ...values: SQLInputValue[]) => prepared(sql).get(...values);
  const rows = (sql: string, ...values: SQLInputValue[]) => prepared(sql).all(...values);

  function transaction<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }

  function item(id: string): InboxItem | null {
    const found = row('SELECT * FROM questions WHERE id = ?', id);
    return found ? itemOfRow(found) : null;
  }

  const ownSettings: ChatStore['ownSettings'] = ({ platform, workspace, channel }) => {
    const found = row(
      'SELECT settings FROM settings WHERE platform = ? AND workspace = ? AND channel = ?',
      platform,
      workspace,
      channel,
    );
    return found ? JSON.parse(String(found['settings'])) : {};
  };

  return {
    receive: (id, post, onlyFor, now) =>
      transaction(() => {
        const { platform, workspace, channel } = post.place;
        if (
          post.event !== null &&
          run('INSERT INTO events VALUES (?, ?, ?) ON CONFLICT DO NOTHING', platform, post.event, now) === 0
        ) {
          return null;
        }
        const kept = run(
          `INSERT INTO questions (id, platform, workspace, channel, message, conversation, user, counted, post,
          state, revision, only_for, received_ms, changed_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', 1, ?, ?, ?) ON CONFLICT (platform, workspace, channel, message) DO NOTHING`,
          id,
          platform,
          workspace,
          channel,
          post.message,
          post.conversation,
          post.asker.id,
          questionIn(post.command) === null ? 0 : 1,
          JSON.stringify(post),
          onlyFor,
          now,
          now,
        );
        return kept === 0 ? null : item(id);
      }),

    item,

    itemOf({ platform, workspace, channel }, message) {
      const found = row(
        'SELECT * FROM questions WHERE platform = ? AND workspace = ? AND channel = ? AND message = ?',
        platform,
        workspace,
        channel,
        message,
      );
      return found ? itemOfRow(found) : null;
    },

    itemSent({ platform, workspace, channel }, sent) {
      const found = row(
        `SELECT * FROM questions WHERE platform = ?1 AND workspace = ?2 AND channel = ?3
        AND (sent = ?4 OR substr(sent, 1, length(?4) + 1) = ?4 || ' ' OR substr(sent, -length(?4) - 1) = '/' || ?4)`,
        platform,
        workspace,
        channel,
        sent,
      );
      return found ? itemOfRow(found) : null;
    },

    reword: (id, command, now) =>
      transaction(() => {
        const { post } = item(id)!;
        run(
          `UPDATE questions SET post = ?, counted = ?, state = 'received', reply = NULL,
          revision = revision + 1, received_ms = ?, changed_ms = ? WHERE id = ?`,
          JSON.stringify({ ...post, command }),
          questionIn(command) === null ? 0 : 1,
          now,
          now,
          id,
        );
        return item(id)!;
      }),

    keepReply: ({ id, revision }, reply, libraryVersion, now) =>
      run(
        `UPDATE questions SET state = 'ready', reply = ?, library_version = ?, counted = min(counted, ?), changed_ms = ?
      WHERE id = ? AND revision = ? AND state = 'received'`,
        JSON.stringify(reply),
        libraryVersion,
        reply.kind === 'notice' && reply.why === 'refused' ? 0 : 1,
        now,
        id,
        revision,
      ) === 1,

    finish: ({ id, revision }, state, sent, now) =>
      transaction(() => {
        run('UPDATE questions SET sent = coalesce(?, sent), changed_ms = ? WHERE id = ?', sent, now, id);
        run(`UPDATE questions SET state = ? WHERE id = ? AND revision = ? AND state = 'ready'`, state, id, revision);
        return item(id);
      }),

    drop(id, now) {
      run(`UPDATE questions SET state = 'dropped', reply = NULL, changed_ms = ? WHERE id = ?`, now, id);
    },

    share(id, now) {
      run('UPDATE questions SET only_for = NULL, changed_ms = ? WHERE id = ?', now, id);
    },

    hide(id, now) {
      run('UPDATE questions SET only_for = user, changed_ms = ? WHERE id = ?', now, id);
    },

    unfinished: (platform) =>
      rows(
        `SELECT * FROM questions WHERE platform = ? AND state IN ('received', 'ready') ORDER BY number`,
        platform,
      ).map((found) => itemOfRow(found)),

    oldestUnfinished(platform) {
      const found = row(
        `SELECT min(received_ms) AS oldest FROM questions WHERE platform = ? AND state IN ('received', 'ready')`,
        platform,
      )!['oldest'];
      return found === null ? null : Number(found);
    },

    history: ({ id, post }, limit, since) =>
      rows(
        `SELECT post FROM questions WHERE platform = ? AND workspace = ? AND conversation = ? AND counted = 1
        AND state <> 'dropped' AND (only_for IS NULL OR user = ?) AND received_ms >= ? AND number < (SELECT number FROM questions WHERE id = ?)
      ORDER BY number DESC LIMIT ?`,
        post.place.platform,
        post.place.workspace,
        post.conversation,
        post.asker.id,
        since,
        id,
        limit,
      )
        .map((found) => questionIn(postOf(found).command))
        .filter((question) => question !== null)
        .reverse(),

    askedUpTo: ({ id, post }, since, places = [post.place]) =>
      Number(
        row(
          `SELECT total(revision) AS asked FROM questions WHERE user = ? AND counted = 1 AND received_ms >= ?
        AND (received_ms, number) <= (SELECT received_ms, number FROM questions WHERE id = ?)
        AND EXISTS (SELECT 1 FROM json_each(?) AS one WHERE platform = one.value ->> 'platform'
          AND workspace = one.value ->> 'workspace' AND one.value ->> 'channel' IN ('', channel))`,
          post.asker.id,
          since,
          id,
          JSON.stringify(places),
        )!['asked'],
      ),

    askedIn: (platform, user) =>
      rows('SELECT DISTINCT workspace, channel FROM questions WHERE platform = ? AND user = ?', platform, user).map(
        ({ workspace, channel }) => ({ platform, workspace: String(workspace), channel: String(channel) }),
      ),

    settings: (place) => ({ ...defaultSettings, ...ownSettings({ ...place, channel: '' }), ...ownSettings(place) }),

    ownSettings,

    channelsWithSettings: (platform, workspace) =>
      rows(
        `SELECT channel FROM settings WHERE platform = ? AND workspace = ? AND channel <> '' AND settings <> '{}'`,
        platform,
        workspace,
      ).map(({ channel }) => String(channel)),

    grants: grantsIn(database),
    given: givenIn(database, transaction),
    watches: watchesIn(database, transaction),
    collected: collectionsIn(database, transaction),

    saveSettings({ platform, workspace, channel }, settings) {
      run(
        'INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?)',
        platform,
        workspace,
        channel,
        JSON.stringify(settings),
      );
    },

    saveFeedback(feedback) {
      run(
        `INSERT INTO feedback (id, user, feedback) VALUES (?, ?, ?) ON CONFLICT (id, user) DO UPDATE SET feedback = excluded.feedback`,
        feedback.id,
        feedback.user,
        JSON.stringify(feedback),
      );
    },

    *exportFeedback() {
      for (const found of database.prepare('SELECT feedback FROM feedback ORDER BY number').iterate()) {
        yield JSON.parse(String(found['feedback']));
      }
    },

    installations: (secret) => installationsIn(database, secret),

    gaps: gapsIn(database),

    ledger: ledgerIn(database, transaction, limits),

    ...forgettingIn(database, transaction),
    ...rememberedIn(database),
    ...usagesIn(database),

    close() {
      database.close();
    },
  };
}

/** Every function is one transaction, on disk when it returns. Times are milliseconds since 1970. */
export interface ChatStore extends Forgetting, Remembered, Usages {
  /**
   * Keeps a question; null when its event or its message is known already. `id` is the caller's, random;
   * `onlyFor` is the only user who may see the reply, or null.
   */
  receive(id: string, post: Post, onlyFor: string | null, now: number): InboxItem | null;
  item(id: string): InboxItem | null;
  /** The question a message asked. */
  itemOf(place: Place, message: string): InboxItem | null;
  /** The question that a message of the bot answers, which `sent` names: `MESSAGE`, `MESSAGE FILE` or `CHANNEL/MESSAGE`. */
  itemSent(place: Place, message: string): InboxItem | null;
  /** Asks anew in other words: state `received`, reply forgotten, `sent` kept to be replaced, `revision` one higher. */
  reword(id: string, command: Command, now: number): InboxItem;
  /** From `received` to `ready`, unless the question was reworded or dropped meanwhile; then false. */
  keepReply(item: InboxItem, reply: Reply, libraryVersion: string | null, now: number): boolean;
  /** Ends the question as it stood in `item`, and notes what was posted in any case. The item as it is now, or null where it was forgotten. */
  finish(item: InboxItem, state: 'answered' | 'failed', sent: string | null, now: number): InboxItem | null;
  drop(id: string, now: number): void;
  /** Everyone in the place may open the answer from now on. */
  share(id: string, now: number): void;
  /** Only who asked may open the answer from now on. */
  hide(id: string, now: number): void;
  /** Received or ready, oldest first: what a restart has to see to. */
  unfinished(platform: string): InboxItem[];
  /** When the oldest of these was asked; null where there is none. */
  oldestUnfinished(platform: string): number | null;
  /** Earlier questions of the conversation that this asker may know of, oldest first. */
  history(item: InboxItem, limit: number, since: number): string[];
  /**
   * How many questions this person asked here since then, or in `places` (`channel: ''` is all of a workspace), up to and
   * including this one; rewordings count, refused ones do not.
   */
  askedUpTo(item: InboxItem, since: number, places?: Place[]): number;
  /** The channels in which a person asked and that is still kept. */
  askedIn(platform: string, user: string): Place[];
  /** Defaults, then the workspace's, then the channel's. */
  settings(place: Place): PlaceSettings;
  /** What is set for this channel, or with `channel: ''` for the workspace, without what it inherits. */
  ownSettings(place: Place): Partial<PlaceSettings>;
  /** Channels of a workspace that have settings of their own. */
  channelsWithSettings(platform: string, workspace: string): string[];
  readonly grants: Grants;
  readonly given: GivenAnswers;
  readonly watches: Watches;
  readonly collected: Collections;
  /** Replaces what is set there; a missing key is inherited. */
  saveSettings(place: Place, settings: Partial<PlaceSettings>): void;
  saveFeedback(feedback: Feedback): void;
  /** Oldest first; one JSON line each makes the export. */
  exportFeedback(): Iterable<Feedback>;
  /** Installations of an app in workspaces, encrypted with a key made from `secret`. */
  installations(secret: string): Installations;
  /** What was asked without a certain answer, or voted down, of what is kept. */
  gaps(): Gap[];
  /** Tokens that were used, and what may be. */
  readonly ledger: TokenLedger;
  close(): void;
}

export interface InboxItem {
  /** Names the question and its answer; what buttons carry. Short enough for any platform (12 characters). */
  id: string;
  post: Post;
  state: InboxState;
  /** When it was asked, or asked anew by an edit. */
  receivedMs: number;
  /** 1 for the question as first asked, one more at each edit. */
  revision: number;
  reply: Reply | null;
  /** Version of the library that answered. */
  libraryVersion: string | null;
  /** What the adapter's `send` resolved to, or null. */
  sent: string | null;
  /** The only user who may open the answer; null for everyone in the place. */
  onlyFor: string | null;
}

/** `ready`: the reply is kept and may or may not have reached the chat. `dropped`: its message was deleted. */
export type InboxState = (typeof inboxStates)[number];
const inboxStates = ['received', 'ready', 'answered', 'failed', 'dropped'] as const;

export interface Feedback {
  /** The question's and answer's id. */
  id: string;
  place: Place;
  user: string;
  verdict: 'good' | 'bad';
  reason: string | null;
  question: string;
  answer: Answer;
  libraryVersion: string | null;
  timeMs: number;
}

// What is read here was written here, in this version's form: the values are parsed, not checked again.

type Row = { [column: string]: SQLOutputValue };

function itemOfRow(row: Row): InboxItem {
  return {
    id: String(row['id']),
    post: postOf(row),
    state: inboxStates.find((state) => state === row['state'])!,
    receivedMs: Number(row['received_ms']),
    revision: Number(row['revision']),
    reply: row['reply'] === null ? null : JSON.parse(String(row['reply'])),
    libraryVersion: textOrNull(row['library_version']),
    sent: textOrNull(row['sent']),
    onlyFor: textOrNull(row['only_for']),
  };
}

function postOf(row: Row): Post {
  return JSON.parse(String(row['post']));
}

function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
