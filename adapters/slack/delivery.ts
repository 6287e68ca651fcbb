/** Replies on their way to Slack: posted once, in the best form Slack takes. */
import type { KnownBlock } from '@slack/types';
import type { Logger } from 'pino';
import { type Delivery, PlaceGone } from '../../src/chat/chat.ts';
import type { Post } from '../../src/chat/post.ts';
import { isPassing, wordsFor } from '../../src/chat/wording.ts';
import { type Rendered, renderReply } from './blocks.ts';
import { type Clients, errorOf, patiently, type SlackClient } from './clients.ts';
import { messagesAbove } from './above.ts';
import { type ReplyTo, replyToSchema } from './events.ts';
import { escapeText } from './rich-text.ts';
import type { AgentSessions } from './agent-sessions.ts';
import { endTask, type Tasks } from './tasks.ts';
import { uploadFile } from './uploads.ts';

/** Marks the bot's replies, so that one of unknown fate can be found again. */
export const metadataType = 'rapporteur_reply';

/** What is said of every post: nothing in it is a link to be opened or a name to be called. */
export const quietly = {
  unfurl_links: false,
  unfurl_media: false,
  link_names: false,
  parse: 'none',
  mrkdwn: false,
} as const;

export function slackDelivery({
  clientsOf,
  botUserOf,
  tasks,
  sessions,
  log,
}: {
  clientsOf: (team: string) => Promise<Clients>;
  /** The bot's own user in a workspace. */
  botUserOf: (team: string) => Promise<string>;
  tasks: Tasks;
  sessions: AgentSessions;
  log: Logger;
}): Omit<Delivery, 'revise' | 'placeOf' | 'tellAsker'> {
  /** Slack takes a status away after two minutes, and a place in the queue can take longer. */
  const showing = new Map<string, NodeJS.Timeout>();

  /** The status that is being shown for a question; none once its reply is on its way. */
  const telling = new Map<string, object>();
  /** Where a status may have been set without an answer to that, and may still be on its way. */
  const unsure = new Set<string>();
  const keyOf = (to: ReplyTo) => `${to.channel}:${to.thread}`;

  function stopShowing(to: ReplyTo): void {
    clearInterval(showing.get(keyOf(to)));
    showing.delete(keyOf(to));
  }

  async function setStatus(client: SlackClient, to: ReplyTo, status: Parameters<SetStatus>[0]): Promise<void> {
    try {
      await client.assistant.threads.setStatus(status);
    } catch (error) {
      if (errorOf(error).startsWith('slack_webapi_')) unsure.add(keyOf(to));
      throw error;
    }
  }

  /** The reply is there already; that its file is not is no reason to fail. */
  function unsent(error: unknown): null {
    log.warn({ cause: errorOf(error) }, 'file of a long answer could not be sent');
    return null;
  }

  return {
    async status(post, line) {
      const to = replyToSchema.parse(post.replyTo);
      const say = wordsFor(post.asker);
      const isWait = !isPassing(say, line);
      if (to.responseUrl !== null) {
        // A command was told "looking" when it was acknowledged; only news is worth one of the five posts.
        if (isWait) {
          await respond(to.responseUrl, { response_type: 'ephemeral', text: escapeText(line) });
        }
        return;
      }
      tasks.show(post, to, line);
      sessions.begin(post, to);
      const own = {};
      telling.set(`${to.channel}:${post.message}`, own);
      const { swift } = await clientsOf(to.team);
      if (isWait && !post.isDirect) {
        await swift.chat.postEphemeral({
          ...quietly,
          channel: to.channel,
          user: to.user,
          ...inThread(post, to),
          text: escapeText(line),
        });
      }
      if (to.thread !== null && telling.get(`${to.channel}:${post.message}`) === own) {
        // Slack shows the status after the bot's name, and in its place the messages, in turn, where there are any.
        const status = {
          channel_id: to.channel,
          thread_ts: to.thread,
          status: say('atWork'),
          loading_messages: line === say('reading') ? [line, say('lookingWho'), say('checkingEvery')] : [line],
        };
        stopShowing(to);
        let times = 0;
        const again = setInterval(() => {
          times += 1;
          if (times >= statusMostTimes) stopShowing(to);
          void setStatus(swift, to, status).catch(() => {});
        }, statusEveryMs).unref();
        showing.set(keyOf(to), again);
        await setStatus(swift, to, status);
      }
    },

    async send(post, reply, { onlyForAsker, replaces, again }) {
      const to = replyToSchema.parse(post.replyTo);
      telling.delete(`${to.channel}:${post.message}`);
      stopShowing(to);
      sessions.end(post, to);
      const isPrivate = to.responseUrl !== null || onlyForAsker;
      const canShare = isPrivate && !post.isDirect && reply.kind === 'answer';
      const forms = renderReply(reply, { canShare, language: post.asker.language });
      const metadata = { event_type: metadataType, event_payload: { id: reply.id } };

      if (isPrivate && reply.kind === 'paper') {
        // Only messages for everybody's eyes can have a file.
        const { client } = await clientsOf(to.team);
        const direct = await directMessages(client, to.user);
        if (direct !== null) await uploadFile(client, { channel: direct, thread: null }, forms[0]!);
      }
      if (to.responseUrl !== null) {
        const address = to.responseUrl;
        await inBestForm(forms, (form) =>
          respond(address, {
            response_type: 'ephemeral',
            replace_original: false,
            text: form.text,
            ...(form.blocks.length > 0 ? { blocks: form.blocks } : {}),
          }),
        );
        return null;
      }
      const { client, once } = await clientsOf(to.team);
      if (onlyForAsker) {
        await inBestForm(forms, (form) =>
          once.chat.postEphemeral({
            ...quietly,
            channel: to.channel,
            user: to.user,
            ...inThread(post, to),
            ...contentOf(form),
          }),
        );
        await clearStatus(client, to).catch(() => {});
        return null;
      }
      const thread = to.thread === null ? {} : { thread_ts: to.thread };
      if (again && replaces === null) {
        const found = await alreadyPosted(client, to, reply.id);
        if (found !== null) {
          tasks.done(post);
          return found;
        }
      }
      const earlier = replaces === null ? null : readSent(replaces);
      const task = await tasks.messageOf(post, to, again);
      if (task !== null) {
        await endTask(once, to.channel, task);
        if (earlier !== null) {
          await ignoring(['message_not_found'], () => client.chat.delete({ channel: to.channel, ts: task }));
        }
      }
      const changed = earlier?.ts ?? task;
      const [form, ts] = await inBestForm(forms, async (candidate) => {
        if (changed !== null) {
          try {
            // An update without blocks would keep the old ones.
            await once.chat.update({
              channel: to.channel,
              ts: changed,
              parse: 'none',
              link_names: false,
              text: candidate.text,
              blocks: candidate.blocks,
              metadata,
            });
            return changed;
          } catch (error) {
            if (errorOf(error) !== 'message_not_found') throw error;
          }
        }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        const posted = await once.chat.postMessage({
          ...quietly,
          channel: to.channel,
          ...thread,
          ...contentOf(candidate),
          metadata,
        });
        return posted.ts ?? '';
      });
      if (earlier?.file) {
        await client.files.delete({ file: earlier.file }).catch(() => {});
      }
      tasks.done(post);
      // One that came after the answer would stand there for two minutes.
      if (unsure.delete(keyOf(to)))
        setTimeout(() => void clearStatus(client, to).catch(() => {}), lateStatusMs).unref();
      return writeSent({ ts, file: await uploadFile(client, to, form).catch(unsent) });
    },

    async above(post) {
      const { team } = replyToSchema.parse(post.replyTo);
      const { client } = await clientsOf(team);
      return messagesAbove(client, post, await botUserOf(team));
    },

    async remove(post, sent) {
      const to = replyToSchema.parse(post.replyTo);
      const { client } = await clientsOf(to.team);
      const { ts, file } = readSent(sent);
      await ignoring(['message_not_found'], () => client.chat.delete({ channel: to.channel, ts }));
      if (file !== null) {
        await client.files.delete({ file });
      }
    },
  };
}

const statusEveryMs = 100_000;
/** What Slack has not done by then it will not do any more. */
const lateStatusMs = 4_000;
/** A question that ends without a reply, because it was deleted, must not show its status for ever. */
const statusMostTimes = 20;

/** Posts to a `response_url`. Throws what Slack refuses as the Web API's client would. */
export async function respond(
  address: string,
  body: {
    response_type?: 'ephemeral' | 'in_channel';
    replace_original?: boolean;
    delete_original?: boolean;
    text?: string;
    blocks?: KnownBlock[];
    thread_ts?: string;
  },
): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ ...quietly, ...body }),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = await response.text();
  const refusal = /"error"\s*:\s*"(\w+)"/.exec(answer)?.[1];
  if (response.status === 404 || response.status === 410 || refusal === 'used_url' || refusal === 'expired_url') {
    throw new PlaceGone(`Slack: a response_url is no longer taken (${refusal ?? response.status})`);
  }
  if (!response.ok || refusal !== undefined) {
    throw Object.assign(new Error(`Slack: a response_url answered ${response.status} ${refusal ?? ''}`), {
      data: { error: refusal },
    });
  }
}

/** The first form that Slack takes, and what came of posting it. Throws `PlaceGone` where nothing can be posted. */
export async function inBestForm<T>(forms: Rendered[], post: (form: Rendered) => Promise<T>): Promise<[Rendered, T]> {
  const last = forms.length - 1;
  for (const [index, form] of forms.entries()) {
    try {
      return [form, await patiently(() => post(form))];
    } catch (error) {
      const reason = errorOf(error);
      if (goneErrors.has(reason)) {
        throw new PlaceGone(`Slack: cannot post there any more (${reason})`, { cause: error });
      }
      if (index === last || !refusedErrors.has(reason)) throw error;
    }
  }
  throw new Error('Slack: there was no form to post');
}

/** Looks for a post marked with that id in its thread, or at the foot of the channel. */
export async function alreadyPosted(
  client: SlackClient,
  to: Pick<ReplyTo, 'channel' | 'thread'>,
  id: string,
): Promise<string | null> {
  const { channel, thread } = to;
  let cursor: string | undefined;
  do {
    const options = { channel, include_all_metadata: true, limit: 200, ...(cursor ? { cursor } : {}) };
    const page =
      thread === null
        ? await client.conversations.history(options)
        : await client.conversations.replies({ ...options, ts: thread });
    const found = (page.messages ?? []).find(({ metadata }) => {
      const payload: { id?: unknown } = metadata?.event_payload ?? {};
      return metadata?.event_type === metadataType && payload.id === id;
    });
    if (found?.ts !== undefined) {
      return found.ts;
    }
    cursor = thread === null ? undefined : page.response_metadata?.next_cursor;
  } while (cursor);
  return null;
}

/** Null where the app was installed before it asked for `im:write`: then it can post to somebody by their id alone. */
export async function directMessages(client: SlackClient, user: string): Promise<string | null> {
  try {
    const { channel } = await patiently(() => client.conversations.open({ users: user }));
    return channel?.id ?? null;
  } catch (error) {
    if (errorOf(error) !== 'missing_scope') throw error;
    return null;
  }
}

type SetStatus = SlackClient['assistant']['threads']['setStatus'];

async function clearStatus(client: SlackClient, to: ReplyTo): Promise<void> {
  if (to.thread !== null) {
    await client.assistant.threads.setStatus({ channel_id: to.channel, thread_ts: to.thread, status: '' });
  }
}

/** Only a thread that exists: an ephemeral reply into one that has no post yet would never be seen. */
function inThread(post: Post, to: ReplyTo): { thread_ts?: string } {
  return post.thread === null || to.thread === null ? {} : { thread_ts: to.thread };
}

export function contentOf({ text, blocks }: Rendered): { text: string; blocks?: KnownBlock[] } {
  return blocks.length === 0 ? { text } : { text, blocks };
}

export function writeSent({ ts, file }: { ts: string; file: string | null }): string {
  return file === null ? ts : `${ts} ${file}`;
}

export function readSent(sent: string): { ts: string; file: string | null } {
  const [ts, file] = sent.split(' ');
  return { ts: ts!, file: file ?? null };
}

async function ignoring(errors: string[], call: () => Promise<unknown>): Promise<void> {
  try {
    await patiently(call);
  } catch (error) {
    if (!errors.includes(errorOf(error))) throw error;
  }
}

/** Slack takes the post, but not in this form. */
const refusedErrors = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_arguments',
  'block_mismatch',
  'no_text',
  'metadata_too_large',
]);

/** No later attempt can succeed. */
const goneErrors = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'user_not_in_channel',
  'user_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'thread_not_found',
  'cannot_reply_to_message',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
  'team_access_not_granted',
  'no_permission',
  'org_login_required',
  'ekm_access_denied',
]);
