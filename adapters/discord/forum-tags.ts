/** Posts of a forum are tagged as answered or not, where the settings of the forum name tags for that. */
import { PermissionFlagsBits, type Client } from 'discord.js';
import { ChannelType, type APIThreadChannel } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Post } from '../../src/chat/post.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { PlaceSettings } from '../../src/chat/settings.ts';
import { codeOf, type DiscordRest } from './rest.ts';

export interface ForumTags {
  /** Tags that the posts of a channel can have; none where it is no forum. */
  of(guild: string, channel: string): { id: string; name: string }[];
  /** Whether the bot may tag posts of others there. */
  mayTag(guild: string, channel: string): boolean;
  /** Tags the post in which a reply stands that everybody sees. */
  tag(post: Post, reply: Reply): Promise<void>;
}

export interface ForumTagsOptions {
  client: Client;
  rest: Pick<DiscordRest, 'channel' | 'setTags'>;
  settingsOf: (post: Post) => Promise<PlaceSettings>;
  log: Pick<Logger, 'warn'>;
}

export function forumTags({ client, rest, settingsOf, log }: ForumTagsOptions): ForumTags {
  const forumOf = (guild: string, channel: string) => {
    const found = client.guilds.cache.get(guild)?.channels.cache.get(channel);
    return found?.type === ChannelType.GuildForum ? found : null;
  };
  const own: ForumTags = {
    of: (guild, channel) => (forumOf(guild, channel)?.availableTags ?? []).map(({ id, name }) => ({ id, name })),

    mayTag(guild, channel) {
      const forum = forumOf(guild, channel);
      const bot = forum?.guild.members.me;
      return bot ? forum.permissionsFor(bot).has(PermissionFlagsBits.ManageThreads) : false;
    },

    async tag(post, reply) {
      const { forumTags: named } = await settingsOf(post);
      const { workspace, channel } = post.place;
      if (named === undefined || post.thread === null || reply.kind !== 'answer') return;
      const known = new Set(own.of(workspace, channel).map(({ id }) => id));
      try {
        const thread = (await rest.channel(post.thread)) as APIThreadChannel;
        const before = thread.applied_tags ?? [];
        const after = tagsAfter(before, named, reply.answer.status === 'answered').filter((tag) => known.has(tag));
        if (after.length === before.length && after.every((tag) => before.includes(tag))) return;
        await rest.setTags(post.thread, after.slice(0, mostTags));
      } catch (error) {
        log.warn({ channel, code: codeOf(error) }, 'discord: a post could not be tagged');
      }
    },
  };
  return own;
}

/** What was answered once stays answered, whatever is asked below it. */
export function tagsAfter(
  before: string[],
  { answered, open }: NonNullable<PlaceSettings['forumTags']>,
  isAnswered: boolean,
): string[] {
  if (isAnswered)
    return [...new Set([...(answered === null ? [] : [answered]), ...before.filter((tag) => tag !== open)])];
  const isDone = answered !== null && before.includes(answered);
  return isDone || open === null ? before : [...new Set([open, ...before])];
}

/** Discord's limit for a post. */
const mostTags = 5;
