/**
 * In the agent surface, a question that takes longer shows as a task in its thread, in a message that becomes the
 * answer. Nothing of an answer is streamed: what is shown before it is checked is only what is being done.
 */
import type { Place, Post } from '../../src/chat/post.ts';
import { type Clients, errorOf, type SlackClient } from './clients.ts';
import type { ReplyTo } from './events.ts';

export interface Tasks {
  /** Shows what is being done, after a while. */
  show(post: Post, to: ReplyTo, line: string): void;
  /**
   * The message that shows the task, to be made the reply; null where there is none. No task begins after it. `again`:
   * another process may have left one behind.
   */
  messageOf(post: Post, to: ReplyTo, again: boolean): Promise<string | null>;
  /** The reply is posted. */
  done(post: Post): void;
  /** The question was deleted: so is what shows of it. */
  cancel(place: Place, message: string): Promise<void>;
}

export interface TasksOptions {
  clientsOf: (team: string) => Promise<Clients>;
  /** The bot's own user in a workspace. */
  botUserOf: (team: string) => Promise<string>;
  /** Quicker answers show no task. */
  afterMs: number;
  /** When this process began, in milliseconds since 1970: an earlier one may have left a task behind. */
  startedMs: number;
}

export function slackTasks({ clientsOf, botUserOf, afterMs, startedMs }: TasksOptions): Tasks {
  const tasks = new Map<string, Task>();

  async function begin(task: Task, to: ReplyTo): Promise<string | null> {
    try {
      const { once } = await clientsOf(to.team);
      const { ts } = await once.chat.startStream({
        channel: to.channel,
        thread_ts: to.thread!,
        recipient_user_id: to.user,
        recipient_team_id: to.team,
        task_display_mode: 'timeline',
        chunks: [{ type: 'task_update', id: taskId, title: task.line, status: 'in_progress' }],
      });
      return ts ?? null;
    } catch (error) {
      // Slack said no, or nobody knows what it did.
      task.isUnsure = errorOf(error).startsWith('slack_webapi_');
      return null;
    }
  }

  /** A message of the bot's after the question that is no reply, and not this one's: replies are marked. */
  async function leftBehind(to: ReplyTo, after: string, own: string | null): Promise<string | null> {
    const { client } = await clientsOf(to.team);
    const bot = await botUserOf(to.team);
    const { messages } = await client.conversations.replies({
      channel: to.channel,
      ts: to.thread!,
      oldest: after,
      include_all_metadata: true,
      limit: 200,
    });
    return (
      messages?.find(
        ({ ts, user, metadata, files }) =>
          ts !== own && user === bot && metadata === undefined && files === undefined && Number(ts) > Number(after),
      )?.ts ?? null
    );
  }

  return {
    show(post, to, line) {
      if (!post.isDirect || to.thread === null || to.responseUrl !== null) {
        return;
      }
      const key = keyOf(post.place, post.message);
      const known = tasks.get(key);
      if (known !== undefined) {
        known.line = line;
        return;
      }
      const task: Task = { line, timer: null, started: null, isUnsure: false, to };
      task.timer = setTimeout(() => {
        task.started = begin(task, to);
      }, afterMs).unref();
      tasks.set(key, task);
    },

    async messageOf(post, to, again) {
      const task = tasks.get(keyOf(post.place, post.message));
      if (task?.timer) {
        clearTimeout(task.timer);
      }
      const ts = (await task?.started) ?? null;
      const mayBeLeft =
        task?.isUnsure === true ||
        (post.isDirect && to.responseUrl === null && (again || Number(post.message) * 1000 < startedMs));
      if (!mayBeLeft || to.thread === null) return ts;
      const left = await leftBehind(to, post.message, ts);
      if (ts === null || left === null) return ts ?? left;
      // One becomes the reply; the other is of a process that is gone.
      const { client } = await clientsOf(to.team);
      await client.chat.delete({ channel: to.channel, ts: left }).catch(() => {});
      return ts;
    },

    done(post) {
      tasks.delete(keyOf(post.place, post.message));
    },

    async cancel(place, message) {
      const key = keyOf(place, message);
      const task = tasks.get(key);
      if (task?.timer) {
        clearTimeout(task.timer);
      }
      const ts = (await task?.started) ?? null;
      tasks.delete(key);
      if (task !== undefined && ts !== null) {
        const { client } = await clientsOf(task.to.team);
        await client.chat.delete({ channel: task.to.channel, ts });
      }
    },
  };
}

/** From here the message can be changed as any other. That Slack has ended the stream already is no matter. */
export async function endTask(client: SlackClient, channel: string, ts: string): Promise<void> {
  await client.chat
    .stopStream({ channel, ts, chunks: [{ type: 'task_update', id: taskId, title: 'Done', status: 'complete' }] })
    .catch(() => {});
}

interface Task {
  line: string;
  timer: NodeJS.Timeout | null;
  started: Promise<string | null> | null;
  /** The message may be there, though Slack's answer never came. */
  isUnsure: boolean;
  to: ReplyTo;
}

const taskId = 'answer';

function keyOf(place: Place, message: string): string {
  return `${place.workspace}:${place.channel}:${message}`;
}
