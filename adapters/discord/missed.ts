/** Messages to the bot that were written while no process ran, or while its connection had lost its session. */
import type {
  APIGuildMember,
  APIMessage,
  GatewayMessageCreateDispatchData,
  GuildMemberFlags,
} from 'discord-api-types/v10';
import { PermissionFlagsBits, SnowflakeUtil, type Client } from 'discord.js';
import { causeOf } from '../../src/chat/causes.ts';
import type { Bot } from './bot.ts';
import { onMessage } from './messages.ts';
import { codeOf } from './rest.ts';

/** What is fetched, told of each channel by what it lists of itself; direct messages by what was asked in them. */
export interface Missed {
  /** Notes that a message has come in. */
  seen(message: string): Promise<void>;
  /** Looks for what came after the last that was noted, and asks it; the first time it notes the moment. */
  fetch(): Promise<void>;
  /** Keeps what was noted. */
  keep(): Promise<void>;
}

export interface MissedOptions {
  client: Client;
  bot: Bot;
  /** Older questions are not answered. */
  tooLateMs: number;
  isStopping: () => boolean;
}

export function missedMessages({ client, bot, tooLateMs, isStopping }: MissedOptions): Missed {
  const { store, clock, rest, log } = bot;
  /** What came in here; what came in before is in the store. */
  let last = 0n;
  let keptMs = -Infinity;

  const lastKept = async () => BigInt((await store.lastSeen('discord')) ?? 0);

  async function keep(): Promise<void> {
    keptMs = clock();
    if (last > (await lastKept())) await store.noteSeen('discord', String(last), clock());
  }

  /** From where on something may have been missed; null where nothing was ever seen. */
  async function since(): Promise<bigint | null> {
    const kept = await lastKept();
    if (kept > last) last = kept;
    if (last === 0n) return null;
    const lateFrom = SnowflakeUtil.generate({ timestamp: clock() - tooLateMs });
    // Shards and channels are not in step, and what is known already is answered once.
    const seenFrom = last - (BigInt(marginMs) << 22n);
    return seenFrom > lateFrom ? seenFrom : lateFrom;
  }

  async function fetchFrom(channel: string, guild: string | null, from: bigint): Promise<number> {
    let [after, asked] = [String(from), 0];
    for (let pages = 0; pages < mostPages && !isStopping(); pages += 1) {
      const messages = (await rest.messagesAfter(channel, after)).toSorted((one, other) =>
        BigInt(one.id) < BigInt(other.id) ? -1 : 1,
      );
      for (const message of messages.filter((each) => isForBot(each, guild))) {
        await onMessage(bot, await asDelivered(message, guild));
        asked += 1;
      }
      if (messages.length < pageSize) break;
      after = messages.at(-1)!.id;
    }
    return asked;
  }

  function isForBot({ author, mentions, referenced_message: referenced, content }: APIMessage, guild: string | null) {
    if (author.bot === true) return false;
    const isToBot = referenced?.author.id === bot.id() && content !== '';
    return guild === null || bot.readsMessages || isToBot || mentions.some(({ id }) => id === bot.id());
  }

  /** As the gateway would have sent it, with the server and who wrote it there. */
  async function asDelivered(message: APIMessage, guild: string | null): Promise<GatewayMessageCreateDispatchData> {
    if (guild === null) return message;
    const found = await rest.member(guild, message.author.id).catch(() => null);
    return { ...message, guild_id: guild, member: found === null ? nobody : withoutUser(found) };
  }

  /** Channels and threads that say they have something newer, and that may be read. */
  async function channelsSince(from: bigint): Promise<{ id: string; guild: string | null }[]> {
    const inServers = [...client.channels.cache.values()].flatMap((channel) => {
      if (channel.isDMBased() || !channel.isTextBased() || BigInt(channel.lastMessageId ?? 0) <= from) return [];
      const own = channel.guild.members.me;
      const mayRead = own !== null && channel.permissionsFor(own).has(reading);
      return mayRead ? [{ id: channel.id, guild: channel.guildId }] : [];
    });
    const direct = (await store.directChannels('discord', mostDirect)).map((id) => ({ id, guild: null }));
    return [...inServers, ...direct];
  }

  return {
    async seen(message) {
      const id = BigInt(message);
      if (id > last) last = id;
      if (clock() - keptMs > keepEveryMs) await keep();
    },

    async fetch() {
      const from = await since();
      if (from === null) {
        // Whoever dies before the first message comes in has missed what came after this moment.
        last = SnowflakeUtil.generate({ timestamp: clock() + marginMs });
        await keep();
        return;
      }
      let asked = 0;
      for (const { id, guild } of await channelsSince(from)) {
        if (isStopping()) return;
        asked += await fetchFrom(id, guild, from).catch((error: unknown) => {
          log.warn(
            { channel: id, code: codeOf(error), cause: causeOf(error) },
            'discord: a channel could not be looked through',
          );
          return 0;
        });
      }
      if (asked > 0) log.info({ asked }, 'discord: what was said to the bot while it was away was looked through');
    },

    keep,
  };
}

const marginMs = 60_000;
const keepEveryMs = 5_000;
const pageSize = 50;
const mostPages = 20;
const mostDirect = 100;
const reading = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
/** Whose roles Discord does not tell. */
const nobody: Omit<APIGuildMember, 'user'> = {
  roles: [],
  joined_at: null,
  deaf: false,
  mute: false,
  flags: 0 as GuildMemberFlags,
};

function withoutUser({ user: _user, ...member }: APIGuildMember): Omit<APIGuildMember, 'user'> {
  return member;
}
