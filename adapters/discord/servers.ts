/** What is known of servers: their channels, who may manage them, what their people and roles are called. */
import { PermissionFlagsBits, type Client } from 'discord.js';
import type { Delivery } from '../../src/chat/chat.ts';
import type { GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { primaryTag } from '../../src/chat/wording.ts';
import { manages, readReplyTo } from './requests.ts';
import type { DiscordRest } from './rest.ts';

export interface Servers {
  /** The channel a thread hangs under; null for what is no thread. */
  parentOf(where: { guild_id?: string; channel_id: string }): Promise<string | null>;
  /** Whether who wrote the message may change the settings of its server. */
  isManagedBy(message: Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'author' | 'member'>): boolean;
  /** Primary tag of the language a server has chosen; undefined for English, which is what Discord gives to all. */
  languageOf(guild: string | undefined): string | undefined;
  /** Whether the bot may write in a channel of a server. */
  mayWrite(guild: string, channel: string): boolean;
  /** What a question is called by that is handed over. */
  naming: Pick<Delivery, 'nameOf' | 'channelName' | 'linkOf'>;
  /** The name of a role, a channel or a person of the server; the id where it is not known. */
  nameIn(guild: string): (id: string) => string;
}

export function serversOf(client: Client, rest: DiscordRest): Servers {
  /** Of channels that discord.js has not heard of, such as threads that were archived. */
  const parents = new Map<string, string | null>();
  return {
    async parentOf({ guild_id: guild, channel_id: id }) {
      if (guild === undefined) return null;
      const known = client.channels.cache.get(id);
      if (known) return known.isThread() ? known.parentId : null;
      const found = parents.get(id);
      if (found !== undefined) return found;
      const channel = await rest.channel(id).catch(() => null);
      if (channel === null) return null;
      if (parents.size > 10_000) parents.clear();
      const parent = 'thread_metadata' in channel && typeof channel.parent_id === 'string' ? channel.parent_id : null;
      parents.set(id, parent);
      return parent;
    },

    isManagedBy({ guild_id: id, author, member }) {
      const guild = id === undefined ? undefined : client.guilds.cache.get(id);
      if (guild === undefined) return false;
      const roles = [guild.id, ...(member?.roles ?? [])];
      return (
        guild.ownerId === author.id ||
        roles.some((role) => manages(guild.roles.cache.get(role)?.permissions.bitfield ?? 0n))
      );
    },

    mayWrite(guild, id) {
      const channel = client.guilds.cache.get(guild)?.channels.cache.get(id);
      const own = channel?.guild.members.me;
      return own ? channel.permissionsFor(own).has(writing) : false;
    },

    naming: {
      async nameOf({ workspace }, user) {
        const member = workspace === '' ? null : await rest.member(workspace, user).catch(() => null);
        return member?.nick ?? member?.user.global_name ?? member?.user.username ?? null;
      },
      async channelName({ workspace, channel: id }) {
        const channel = client.guilds.cache.get(workspace)?.channels.cache.get(id);
        const everyone = channel?.guild.roles.everyone;
        const isKnown =
          everyone !== undefined && channel?.permissionsFor(everyone).has(PermissionFlagsBits.ViewChannel);
        return channel !== undefined && isKnown ? `#${channel.name}` : null;
      },
      async linkOf(post, sent) {
        const to = readReplyTo(post);
        const at = to.by === 'message' ? `${to.channel}/${post.message}` : sent;
        return at === null || post.place.workspace === ''
          ? null
          : `https://discord.com/channels/${post.place.workspace}/${at}`;
      },
    },

    languageOf(guild) {
      const language = primaryTag(client.guilds.cache.get(guild ?? '')?.preferredLocale ?? 'en');
      return language === 'en' ? undefined : language;
    },

    nameIn: (guild) => (id) => {
      const server = client.guilds.cache.get(guild);
      const channel = server?.channels.cache.get(id);
      return (
        server?.roles.cache.get(id)?.name ??
        (channel === undefined ? client.users.cache.get(id)?.displayName : `#${channel.name}`) ??
        id
      );
    },
  };
}

const writing = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
