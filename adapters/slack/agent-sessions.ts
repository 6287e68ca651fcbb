/**
 * In the agent surface, a conversation is a session of Slack's: it has a title, shows whether it is being worked on, and
 * a button that stops that. Where the app is no agent of Slack's, or was installed before, it does without.
 */
import type { Logger } from 'pino';
import { questionIn } from '../../src/chat/commands.ts';
import type { Post } from '../../src/chat/post.ts';
import { type Clients, errorOf, patiently } from './clients.ts';
import type { ReplyTo } from './events.ts';
import { cut, limits, shown } from './rich-text.ts';

export interface AgentSessions {
  /** A question is being worked on. */
  begin(post: Post, to: ReplyTo): void;
  /** Its reply is posted, or it came to nothing. */
  end(post: Post, to: ReplyTo): void;
  /** The question that a session began with was edited. */
  rename(post: Post, to: ReplyTo): void;
  /** What is being worked on in a thread. */
  workingOn(channel: string, thread: string): Post[];
}

export interface AgentSessionsOptions {
  clientsOf: (team: string) => Promise<Clients>;
  /** When this process began, in milliseconds since 1970: what an earlier one began, this one ends. */
  startedMs: number;
  inBackground: (what: string, work: Promise<unknown>) => void;
  log: Pick<Logger, 'debug'>;
}

export function agentSessions({ clientsOf, startedMs, inBackground, log }: AgentSessionsOptions): AgentSessions {
  const working = new Map<string, Map<string, Post>>();
  /** Workspaces in which the app has no sessions. */
  const without = new Set<string>();
  /** One call after the other for each session: what is said last holds. */
  const inOrder = new Map<string, Promise<unknown>>();

  function call(
    to: ReplyTo,
    make: (clients: Clients, session: { channel_id: string; thread_ts: string }) => Promise<unknown>,
  ) {
    const { team, channel, thread } = to;
    if (thread === null || without.has(team)) return;
    const key = `${channel}:${thread}`;
    const work = (inOrder.get(key) ?? Promise.resolve())
      .then(async () => patiently(async () => make(await clientsOf(team), { channel_id: channel, thread_ts: thread })))
      .catch((error: unknown) => {
        const reason = errorOf(error);
        if (!reason.startsWith('slack_webapi_')) without.add(team);
        log.debug({ reason }, 'Slack: no agent session');
      })
      .finally(() => {
        if (inOrder.get(key) === work) inOrder.delete(key);
      });
    inOrder.set(key, work);
    inBackground('an agent session', work);
  }

  const isOfAgent = (post: Post, to: ReplyTo) => post.isDirect && to.responseUrl === null && to.thread !== null;

  return {
    begin(post, to) {
      if (!isOfAgent(post, to)) return;
      const key = `${to.channel}:${to.thread}`;
      const others = working.get(key) ?? new Map<string, Post>();
      if (others.has(post.message)) return;
      working.set(key, others.set(post.message, post));
      const title = titleOf(post);
      call(to, ({ swift }, session) =>
        swift.agents.sessions.setStatus({
          ...session,
          status: 'processing',
          initiator_user_id: to.user,
          ...(title !== null && { title }),
        }),
      );
    },

    end(post, to) {
      const key = `${to.channel}:${to.thread}`;
      const others = working.get(key);
      const isFromBefore = Number(post.message) * 1000 < startedMs;
      if (!isOfAgent(post, to) || (others === undefined && !isFromBefore)) return;
      others?.delete(post.message);
      if ((others?.size ?? 0) > 0) return;
      working.delete(key);
      call(to, ({ swift }, session) => swift.agents.sessions.setStatus({ ...session, status: 'active' }));
    },

    rename(post, to) {
      const title = titleOf(post);
      if (!isOfAgent(post, to) || to.thread !== post.message || title === null) return;
      call(to, ({ swift }, session) => swift.agents.sessions.rename({ ...session, title }));
    },

    workingOn: (channel, thread) => [...(working.get(`${channel}:${thread}`)?.values() ?? [])],
  };
}

function titleOf({ command }: Post): string | null {
  const question = questionIn(command)?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return question === '' ? null : shown(cut(question, limits.sessionTitle));
}
