/** Which servers and channels somebody shares with the bot, for what they may see in a direct message or where only they have it. */
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { PermissionFlagsBits, type Client, type Guild, type GuildMember } from 'discord.js';
import type { Logger } from 'pino';
import type { SharedWith, Standing } from '../../src/chat/access.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { manages } from './requests.ts';
import { codeOf } from './rest.ts';

export interface SharesOptions {
  client: Client;
  store: Pick<ChatStore, 'channelsWithSettings' | 'askedIn'>;
  log: Logger;
  /** A server the bot is in, where this process has no connection that tells of them; null for any other. */
  look?: (server: string) => Promise<Guild | null>;
}

/**
 * Discord is asked of each server whether somebody is in it: first of those they asked in, and of no more than
 * `mostServers`, so that a bot in thousands of servers does not ask thousands of times. What it cannot tell opens nothing.
 */
export function discordShares({ client, store, log, look = async () => null }: SharesOptions): SharedWith {
  const known = new Map<string, { standings: Standing[]; until: number }>();
  const serverOf = async (id: string) => client.guilds.cache.get(id) ?? (await look(id));

  async function memberOf(guild: Guild, user: string): Promise<GuildMember | null> {
    try {
      return await guild.members.fetch({ user, force: true });
    } catch (error) {
      const code = codeOf(error);
      if (code !== RESTJSONErrorCodes.UnknownMember && code !== RESTJSONErrorCodes.UnknownUser)
        log.warn({ server: guild.id, code }, 'discord: could not look up whether somebody is in a server');
      return null;
    }
  }

  async function standingsIn(guild: Guild, member: GuildMember): Promise<Standing[]> {
    const roles = [...member.roles.cache.keys()].filter((role) => role !== guild.id);
    const isAdmin = guild.ownerId === member.id || manages(member.permissions.bitfield);
    const asker = { id: member.id, roles, isAdmin };
    const place = (channel: string) => ({ platform: 'discord', workspace: guild.id, channel });
    const own = new Set(await store.channelsWithSettings('discord', guild.id));
    if (own.size === 0) return [{ place: place(''), asker }];
    const seen = [...guild.channels.cache.values()].filter(
      (channel) => !channel.isThread() && channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel),
    );
    return [
      ...seen.filter(({ id }) => own.has(id)).map(({ id }) => ({ place: place(id), asker })),
      // All others have the server's.
      ...(seen.some(({ id }) => !own.has(id)) ? [{ place: place(''), asker }] : []),
    ];
  }

  return async ({ workspace }, { id }) => {
    if (workspace !== '' && (await serverOf(workspace))) return null;
    const found = known.get(id);
    if (found && found.until > performance.now()) return found.standings;
    const asked = (await store.askedIn('discord', id)).map((place) => place.workspace);
    const servers = [...new Set([...asked, ...client.guilds.cache.keys()])].slice(0, mostServers);
    const standings: Standing[] = [];
    for (const named of servers) {
      const server = await serverOf(named);
      const member = server && (await memberOf(server, id));
      if (member) standings.push(...(await standingsIn(server, member)));
    }
    if (known.size > 10_000) known.clear();
    known.set(id, { standings, until: performance.now() + knownMs });
    return standings;
  };
}

const mostServers = 50;
const knownMs = 60_000;
