/** What the bot says in a server that invites it: once, where it may write. */
import { ChannelType, PermissionFlagsBits, type Guild } from 'discord.js';
import type { Bot } from './bot.ts';
import { renderLine } from './components.ts';

export async function sayHello({ desk, rest }: Pick<Bot, 'desk' | 'rest'>, guild: Guild): Promise<void> {
  const own = guild.members.me;
  const mayWrite = (id: string) =>
    own !== null && guild.channels.cache.get(id)?.permissionsFor(own).has(writing) === true;
  // The channel for such news, otherwise the first of the list.
  const inOrder = [...guild.channels.cache.values()]
    .filter(({ type }) => type === ChannelType.GuildText)
    .toSorted((one, other) =>
      'rawPosition' in one && 'rawPosition' in other ? one.rawPosition - other.rawPosition : 0,
    )
    .map(({ id }) => id);
  const channel = [guild.systemChannelId ?? '', ...inOrder].find(mayWrite);
  if (channel === undefined) return;
  const hello = await desk.hello({ platform: 'discord', workspace: guild.id, channel }, 'server');
  if (hello !== null) await rest.post(channel, renderLine(hello), { key: `h${guild.id}` });
}

const writing = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
