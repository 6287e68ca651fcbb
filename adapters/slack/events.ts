/** From what Slack delivers to what was asked: pure, and strict about what it reads. */
import { z } from 'zod';
import { type Command, parseCommand } from '../../src/chat/commands.ts';
import type { Overhears } from '../../src/chat/overheard.ts';
import type { Place, Post } from '../../src/chat/post.ts';

/** Kept with each question: where its reply goes, also after a restart. */
export const replyToSchema = z.object({
  team: z.string(),
  channel: z.string(),
  /** The thread the reply goes into; null for the asker's eyes at the foot of the channel. */
  thread: z.string().nullable(),
  user: z.string(),
  /** For half an hour and five posts, the only way into places the bot is not in. */
  responseUrl: z.string().nullable(),
});
export type ReplyTo = z.infer<typeof replyToSchema>;

export interface SentFile {
  id: string;
  name: string;
  size: number;
  url: string;
}

/** What of a delivered event concerns the bot; `null` where nothing does. */
export type Happening =
  | { kind: 'asked'; post: Post }
  /** Also a post that only now mentions the bot, which `post` is then. */
  | { kind: 'edited'; place: Place; message: string; command: Command; post: Post }
  | { kind: 'deleted'; place: Place; message: string }
  /** `post`: what is asked in the same message; null where nothing is. */
  | {
      kind: 'files';
      place: Place;
      files: SentFile[];
      replyTo: ReplyTo;
      message: string;
      isDirect: boolean;
      post: Post | null;
    }
  /** The bot was brought into a channel. */
  | { kind: 'invited'; place: Place }
  | null;

export const shortcuts = { who: 'who_said_this', check: 'check_this_quotation' } as const;

/**
 * Reads an `event_callback`. `botUser` is used where the delivery does not say for whom it is; `overhears` tells which
 * messages are for the bot though they do not call it, none where it is absent.
 */
export function happeningOf(body: unknown, botUser: string, overhears: Overhears = () => false): Happening {
  const read = envelope.safeParse(body);
  if (!read.success) {
    return null;
  }
  const { event, event_id: eventId, team_id: team, authorizations } = read.data;
  const bot = authorizations?.find(({ is_bot: isBot }) => isBot)?.user_id ?? botUser;
  const place = { platform: 'slack', workspace: authorizations?.[0]?.team_id || team, channel: event.channel };
  const isDirect = event.channel_type === 'im' || event.channel.startsWith('D');
  const isOverheard = ({ text, thread_ts: thread }: { text: string; thread_ts?: string | undefined }) =>
    overhears({
      place,
      conversation: thread === undefined ? null : `${place.channel}:${thread}`,
      text: plainText(text),
      callsOthers: /<@[^>]|<!(?:subteam|channel|here|everyone)/.test(text),
    });

  if (event.subtype === 'message_deleted' && event.deleted_ts !== undefined) {
    return { kind: 'deleted', place, message: event.deleted_ts };
  }
  if (event.subtype === 'message_changed' && event.message) {
    const { message, previous_message: previous } = event;
    // A deleted message that has replies stays as a tombstone.
    if (message.subtype === 'tombstone') {
      return { kind: 'deleted', place, message: message.ts };
    }
    const isOwn = message.user === bot || message.bot_id !== undefined;
    if (
      isOwn ||
      message.user === undefined ||
      message.text === previous?.text ||
      !(isForBot(message.text, bot, isDirect) || isOverheard(message))
    ) {
      return null;
    }
    const post = postOf(place, { ...message, user: message.user }, eventId, bot, isDirect);
    return { kind: 'edited', place, message: message.ts, command: post.command, post };
  }
  const { user, ts, bot_id: otherBot, subtype } = event;
  if (event.type === 'member_joined_channel') return user === bot ? { kind: 'invited', place } : null;
  const isSpoken =
    event.type === 'app_mention' ||
    (event.type === 'message' && (subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast'));
  if (!isSpoken || user === undefined || ts === undefined || otherBot !== undefined || user === bot) {
    return null;
  }
  const isCalled = isForBot(event.text, bot, isDirect);
  if (!isCalled && !isOverheard(event)) {
    return null;
  }
  const asked = postOf(place, { ...event, user, ts }, eventId, bot, isDirect);
  const post: Post = isCalled ? asked : { ...asked, isOverheard: true };
  const files = (event.files ?? []).flatMap(({ id, name, size, url_private_download: download, url_private: url }) => {
    const address = download ?? url;
    return address === undefined ? [] : [{ id, name: name ?? id, size: size ?? 0, url: address }];
  });
  return files.length > 0
    ? {
        kind: 'files',
        place,
        files,
        replyTo: replyToSchema.parse(post.replyTo),
        message: ts,
        isDirect,
        post: withoutCalls(event.text, bot) === '' ? null : post,
      }
    : { kind: 'asked', post };
}

/** A slash command. */
export function postOfCommand(body: {
  team_id: string;
  channel_id: string;
  user_id: string;
  text: string;
  trigger_id: string;
  response_url: string;
}): Post {
  const { team_id: team, channel_id: channel, user_id: user } = body;
  return {
    ...privatePost(team, channel, user, body.response_url),
    message: `command-${body.trigger_id}`,
    command: parseCommand(plainText(body.text)),
  };
}

/** A message's shortcut: its words are the question. */
export function postOfShortcut(
  callback: string,
  body: {
    team: { id: string } | null;
    channel: { id: string };
    user: { id: string; team_id?: string | undefined };
    message: { text?: string | undefined };
    trigger_id: string;
    response_url: string;
  },
): Post {
  const words = plainText(body.message.text ?? '');
  return {
    ...privatePost(body.team?.id ?? body.user.team_id ?? '', body.channel.id, body.user.id, body.response_url),
    message: `shortcut-${body.trigger_id}`,
    command: callback === shortcuts.check ? { name: 'verify', quotation: words } : { name: 'who', words },
  };
}

/** Slack's markup of a message as the words its writer typed. Mentions without a name are left out. */
export function plainText(text: string): string {
  return text
    .replaceAll(
      /<(?:[@!#][^|<>]*\|([^<>]*)|([@!#][^<>]*)|[^|<>]+\|([^<>]*)|([^<>]*))>/g,
      (_all, name?: string, id?: string, label?: string, address?: string) =>
        name ?? (id === undefined ? (label ?? address ?? '') : ''),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim();
}

function postOf(
  place: Place,
  spoken: { text: string; user: string; ts: string; thread_ts?: string | undefined },
  event: string,
  bot: string,
  isDirect: boolean,
): Post {
  const { text, user, ts, thread_ts: thread } = spoken;
  const replyTo: ReplyTo = {
    team: place.workspace,
    channel: place.channel,
    thread: thread ?? ts,
    user,
    responseUrl: null,
  };
  return {
    place,
    // In a direct message every post is a thread of its own to Slack, and one conversation to people.
    thread: isDirect ? null : (thread ?? null),
    conversation: isDirect ? place.channel : `${place.channel}:${thread ?? ts}`,
    asker: { id: user, roles: [], isAdmin: false },
    message: ts,
    event,
    command: parseCommand(withoutCalls(text, bot)),
    isDirect,
    onlyForAsker: false,
    replyTo,
  };
}

function privatePost(
  team: string,
  channel: string,
  user: string,
  responseUrl: string,
): Omit<Post, 'message' | 'command'> {
  const replyTo: ReplyTo = { team, channel, thread: null, user, responseUrl };
  return {
    place: { platform: 'slack', workspace: team, channel },
    thread: null,
    conversation: `${channel}:${user}`,
    asker: { id: user, roles: [], isAdmin: false },
    event: null,
    isDirect: channel.startsWith('D'),
    onlyForAsker: true,
    replyTo,
  };
}

/** What is said besides the bot's name. */
function withoutCalls(text: string, bot: string): string {
  return plainText(text.replaceAll(new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g'), ' '));
}

/** Whether a text calls the bot; in a direct message all does. */
export function isForBot(text: string, bot: string, isDirect: boolean): boolean {
  return isDirect || text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`);
}

const optionalText = z.string().optional();
const spokenMessage = z.object({
  user: optionalText,
  bot_id: optionalText,
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: optionalText,
  subtype: optionalText,
});
const envelope = z.object({
  type: z.literal('event_callback'),
  team_id: z.string().default(''),
  event_id: z.string(),
  authorizations: z
    .array(
      z.object({
        team_id: z
          .string()
          .nullable()
          .transform((id) => id ?? ''),
        user_id: z.string(),
        is_bot: z.boolean(),
      }),
    )
    .nullish(),
  event: spokenMessage.extend({
    type: z.enum(['message', 'app_mention', 'member_joined_channel']),
    ts: optionalText,
    channel: z.string(),
    channel_type: optionalText,
    deleted_ts: optionalText,
    message: spokenMessage.optional(),
    previous_message: z.object({ text: optionalText }).optional(),
    files: z
      .array(
        z.object({
          id: z.string(),
          name: z.string().nullish(),
          size: z.number().optional(),
          url_private_download: optionalText,
          url_private: optionalText,
        }),
      )
      .optional(),
  }),
});
