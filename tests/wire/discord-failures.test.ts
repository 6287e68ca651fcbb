// oxlint-disable vitest/expect-expect -- waiting for what should come throws where it does not
/** The Discord adapter before a stand-in for Discord that breaks in every way Discord is known to. */
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';
import type { InboxItem } from '../../src/chat/chat-store.ts';
import { inEnglish } from '../../src/chat/wording.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import type { Fault } from '../fakes/discord.ts';
import type { Channel, Interaction, StoredMessage } from '../fakes/discord-world.ts';
import { fakeRapporteur, inventedSessions } from '../fakes/rapporteur.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const closing = closedAfterEach();
async function open(options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> {
  return closing(await discordBot(options));
}

const question = 'Who pays for calibration?';
const words = 'Calibration is what nobody pays for';
const away = 'What does a sleeping car cost?';
const awayWords = 'three ordinary carriages';

function holding({ discord }: DiscordBot, where: Channel, text: string): Promise<StoredMessage> {
  return discord.until(text, () => discord.replies(where).find((stored) => discord.textOf(stored).includes(text)));
}

/** How many of the bot's messages in a channel hold `text`. */
function count({ discord }: DiscordBot, where: Channel, text: string): number {
  return discord.replies(where).filter((stored) => discord.textOf(stored).includes(text)).length;
}

function kept({ store, guild, channel }: DiscordBot, message: string): Promise<InboxItem | null> {
  return store.itemOf({ platform: 'discord', workspace: guild.id, channel: channel.id }, message);
}

function finished(bot: DiscordBot, message: string, state: InboxItem['state']): Promise<boolean> {
  return bot.discord.until(state, async () => (await kept(bot, message))?.state === state, 15_000);
}

function opcodes({ discord }: DiscordBot): number[] {
  return discord.gateway.received.map(({ op }) => op).filter((op) => op !== 1);
}

describe('a connection that breaks', () => {
  it('by a dropped line: resumed, and what was asked meanwhile is answered once', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.gateway.drop();
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
    await bot.adapter.stop();
    expect(opcodes(bot)).toEqual([2, 6]);
    expect(count(bot, channel, awayWords)).toBe(1);
  });

  it('because Discord asks for a reconnect (opcode 7)', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.gateway.askToReconnect();
    await discord.until('RESUME', () => opcodes(bot).includes(6));
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
    expect(opcodes(bot)).toEqual([2, 6]);
  });

  it('with a session that can be resumed (opcode 9, true)', async () => {
    const bot = await open();
    bot.discord.gateway.invalidate(true);
    await bot.discord.until('RESUME', () => opcodes(bot).includes(6));
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} ${away}`);
    await holding(bot, bot.channel, awayWords);
  });

  it('with a session that is lost (opcode 9, false): identifies anew', async () => {
    const bot = await open();
    bot.discord.gateway.invalidate(false);
    // discord.js waits 5 seconds between two IDENTIFYs.
    await bot.discord.until('IDENTIFY', () => opcodes(bot).filter((op) => op === 2).length === 2, 15_000);
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} ${away}`);
    await holding(bot, bot.channel, awayWords);
  });

  it('without a word, heartbeats unanswered: noticed, resumed', async () => {
    const bot = await open({
      prepare: (discord) => {
        discord.gateway.heartbeatMs = 100;
      },
    });
    const { discord, ana, channel } = bot;
    discord.gateway.isDeaf = true;
    await discord.until('RESUME', () => opcodes(bot).includes(6));
    discord.gateway.isDeaf = false;
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
    expect(opcodes(bot).filter((op) => op === 2)).toHaveLength(1);
  });

  it('answers a heartbeat that is asked for (opcode 1)', async () => {
    const bot = await open();
    const before = bot.discord.gateway.received.filter(({ op }) => op === 1).length;
    bot.discord.gateway.askForHeartbeat();
    await bot.discord.until(
      'a heartbeat',
      () => bot.discord.gateway.received.filter(({ op }) => op === 1).length > before,
    );
    expect(bot.adapter.state().connected).toBe(true);
  });

  it('for good, the token being withdrawn: says so in the log and in the state', async () => {
    const bot = await open();
    bot.discord.gateway.close(4004);
    await bot.discord.until('a word in the log', () => bot.log.some((line) => line.includes('closed for good')));
    expect(bot.adapter.state().connected).toBe(false);
  });

  it('delivers a command twice: answered once', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur, guild } = bot;
    const asked = discord.slash(ana, channel, 'ask', { question });
    await finished(bot, asked.id, 'answered');
    discord.gateway.dispatch('INTERACTION_CREATE' as never, asked.payload, guild.id);
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
    expect(rapporteur.asked.map(({ text }) => text)).toEqual([question, away]);
    expect(count(bot, channel, words)).toBe(1);
  });
});

describe('a start', () => {
  it('with a wrong token says which setting is wrong', async () => {
    const bot = await open({ start: false, adapter: { token: 'wrong' } });
    await expect(bot.adapter.start()).rejects.toThrow('DISCORD_TOKEN: Discord does not know this token');
  });

  it('for a server the bot is not in says how to invite it', async () => {
    const bot = await open({ start: false, adapter: { guildId: '123456789012345678' } });
    await expect(bot.adapter.start()).rejects.toThrow(
      /DISCORD_GUILD_ID: the bot is not in the server 123456789012345678; invite it with https:\/\/discord.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications.commands&permissions=309237746688/,
    );
  });

  it('where commands cannot be registered still answers mentions', async () => {
    const bot = await open({
      prepare: (discord) => {
        discord.faults.push({ method: 'PUT', path: /commands$/, times: 9, how: { status: 500 } });
      },
    });
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} ${question}`);
    await holding(bot, bot.channel, words);
  });
});

describe('a call that fails', () => {
  const check = async (
    fault: Partial<Fault> & Pick<Fault, 'how'>,
    ask: 'mention' | 'command',
    expectedStatuses?: number[],
  ): Promise<void> => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.faults.push({ path: /messages|callback/, times: 1, ...fault });
    const message =
      ask === 'mention'
        ? discord.say(ana, channel, `${bot.bot} ${question}`).message.id
        : discord.slash(ana, channel, 'ask', { question }).id;
    await finished(bot, message, 'answered');
    expect(discord.faults[0]!.times).toBe(0);
    expect(count(bot, channel, words)).toBe(1);
    expect(discord.replies(channel)).toHaveLength(1);
    if (expectedStatuses)
      expect(discord.calls.map(({ status }) => status)).toEqual(expect.arrayContaining(expectedStatuses));
  };
  const post = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
  const patch = { method: 'PATCH', path: /messages/ };
  const acknowledgement = { method: 'POST', path: /callback$/ };

  it('429 on one route', () => check({ ...post, how: { status: 429, retryAfter: 0.2 } }, 'mention', [429]));
  it('429 on the edit of a command', () =>
    check({ ...patch, how: { status: 429, retryAfter: 0.2 } }, 'command', [429]));
  it('429 for everything', () =>
    check({ ...post, how: { status: 429, retryAfter: 0.2, isGlobal: true } }, 'mention', [429]));
  it('5xx when posting', () => check({ ...post, times: 2, how: { status: 503 } }, 'mention', [503]));
  it('5xx when editing, more often than discord.js tries', () =>
    check({ ...patch, times: 6, how: { status: 500 } }, 'mention', [500]));
  it('5xx when acknowledging', () => check({ ...acknowledgement, how: { status: 502 } }, 'command', [502]));
  it('line cut before a message is posted', () => check({ ...post, times: 5, how: 'drop before' }, 'mention'));
  it('line cut after a message is posted', () => check({ ...post, times: 1, how: 'drop after' }, 'mention'));
  it('line cut again and again after it is posted', () =>
    check({ path: /messages/, times: 3, how: 'drop after' }, 'mention'));
  it('line cut after the edit', () => check({ ...patch, times: 4, how: 'drop after' }, 'mention'));
  it('line cut before the acknowledgement', () => check({ ...acknowledgement, how: 'drop before' }, 'command'));
  it('line cut after the acknowledgement: already acknowledged (40060)', () =>
    check({ ...acknowledgement, how: 'drop after' }, 'command', [400]));
  it("line cut on a command's edits", () => check({ ...patch, times: 4, how: 'drop after' }, 'command'));
  it('a form Discord refuses (50035) is said more plainly', () =>
    check({ ...patch, times: 2, how: { status: 400, code: 50035, message: 'Invalid Form Body' } }, 'command', [400]));

  it('line cut after a button was answered: answered once, with no apology', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.slash(ana, channel, 'ask', { question });
    const answer = await holding(bot, channel, words);
    discord.faults.push({ path: /callback$/, times: 1, how: 'drop after' });
    const pressed = discord.click(ana, answer, 'Context');
    await discord.until(
      'a second try',
      () => discord.calls.filter(({ path }) => path.includes(pressed.token)).length === 2,
    );
    await bot.adapter.stop();
    expect(discord.calls.filter(({ path }) => path.includes(pressed.token)).map(({ status }) => status)).toEqual([
      0, 400,
    ]);
    expect(discord.replies(channel)).toHaveLength(2);
  });

  it('while the question is deleted: nothing is left of it', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    discord.faults.push({ ...post, times: 1, how: { lateMs: 600 } });
    const asked = discord.say(ana, channel, `${bot.bot} ${question}`);
    await discord.until('the status on its way', () => discord.faults[0]!.times === 0);
    discord.deleteMessage(channel, asked);
    await discord.until('the status posted and removed', () =>
      discord.calls.some(({ method, status }) => method === 'DELETE' && status === 204),
    );
    release();
    await bot.adapter.stop();
    expect(discord.messages(channel)).toEqual([]);
  });

  it('because somebody removed the status: the answer is posted anew', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    discord.say(ana, channel, `${bot.bot} ${question}`);
    const status = await holding(bot, channel, inEnglish('reading'));
    await discord.until('the question', () => rapporteur.asked.length === 1);
    discord.deleteMessage(channel, status);
    release();
    const answer = await holding(bot, channel, words);
    expect(answer).not.toBe(status);
    expect(discord.replies(channel)).toHaveLength(1);
  });

  it('for good is given up, and the next question is answered', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.faults.push({ method: 'PATCH', path: /messages/, times: 1000, how: { status: 500 } });
    const asked = discord.say(ana, channel, `${bot.bot} ${question}`);
    await finished(bot, asked.message.id, 'failed');
    discord.faults.length = 0;
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
  });

  it('when a button is pressed tells who pressed it, with a reference', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await open({ rapporteur });
    const { discord, ana, channel } = bot;
    discord.slash(ana, channel, 'ask', { question });
    const answer = await holding(bot, channel, words);
    rapporteur.context = async () => {
      throw new Error('disk on fire');
    };
    const pressed = discord.click(ana, answer, 'Context');
    const told = await discord.until('a word', () => discord.original(pressed));
    expect(discord.textOf(told)).toMatch(/^Sorry, that did not work.*reference [0-9A-F]{8}\.$/);
    expect(told.ephemeralFor).toBe(ana.id);
  });
});

describe('a command that can no longer be answered as one', () => {
  const lost = async (lose: (interaction: Interaction) => void, isPrivate: boolean): Promise<void> => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    const asked = discord.slash(ana, channel, 'ask', { question, private: isPrivate });
    lose(asked);
    await discord.until('the question', () => rapporteur.asked.length === 1);
    lose(asked);
    release();
    const where = isPrivate ? discord.dm(ana) : channel;
    const stored = await holding(bot, where, words);
    expect(discord.textOf(stored)).toContain(`Asked: ${question}`);
    await finished(bot, asked.id, 'answered');
    expect(discord.replies(channel).filter(({ ephemeralFor }) => ephemeralFor === null && isPrivate)).toHaveLength(0);
    // A refused token of a command must not cost the bot its own.
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
  };
  const unknown = (interaction: Interaction): void => {
    interaction.isUnknown = true;
  };
  const expired = (interaction: Interaction): void => {
    if (interaction.callback !== null) interaction.isExpired = true;
  };

  it('unknown to Discord after 3 seconds (10062): answered as a message', () => lost(unknown, false));
  it('unknown, and private: answered in a direct message', () => lost(unknown, true));
  it('token refused after 15 minutes (50027): answered as a message', () => lost(expired, false));
  it('token refused, and private: answered in a direct message', () => lost(expired, true));

  it('token old by the clock: not even tried', async () => {
    let shiftMs = 0;
    const bot = await open({ adapter: { clock: () => Date.now() + shiftMs } });
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    const asked = discord.slash(ana, channel, 'ask', { question });
    await discord.until('the status', () => discord.textOf(discord.original(asked)).includes(inEnglish('reading')));
    shiftMs = 15 * 60_000;
    const before = discord.calls.length;
    release();
    await finished(bot, asked.id, 'answered');
    expect(discord.calls.slice(before).map(({ method, path }) => `${method} ${path.replace(/\d+/, 'id')}`)).toEqual([
      'POST /channels/id/messages',
    ]);
  });

  it('comes too late to press a button (10062): nothing else breaks', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.slash(ana, channel, 'ask', { question });
    const answer = await holding(bot, channel, words);
    discord.click(ana, answer, 'Helpful', { ageMs: 4_000 });
    discord.say(ana, channel, `${bot.bot} ${away}`);
    await holding(bot, channel, awayWords);
  });
});

describe('a restart', () => {
  it('answers a command in flight by its token, once', async () => {
    const rapporteur = fakeRapporteur();
    rapporteur.hold();
    const bot = await open({ rapporteur });
    const { discord, ana, channel } = bot;
    const asked = discord.slash(ana, channel, 'ask', { question });
    await discord.until('the question', () => rapporteur.asked.length === 1);
    bot.kill();
    await bot.reopen(fakeRapporteur()).start();
    await finished(bot, asked.id, 'answered');
    expect(discord.textOf(discord.original(asked))).toContain(words);
    expect(discord.replies(channel)).toHaveLength(1);
  });

  it('answers a command that was stored and never acknowledged, as a message', async () => {
    const rapporteur = fakeRapporteur();
    rapporteur.hold();
    const bot = await open({ rapporteur });
    const { discord, ana, channel } = bot;
    discord.faults.push({ method: 'POST', path: /callback$/, times: 99, how: 'drop before' });
    const asked = discord.slash(ana, channel, 'ask', { question });
    await discord.until('the question', () => rapporteur.asked.length === 1);
    bot.kill();
    discord.faults.length = 0;
    await bot.reopen(fakeRapporteur()).start();
    await holding(bot, channel, words);
    await finished(bot, asked.id, 'answered');
    expect(discord.replies(channel)).toHaveLength(1);
  });

  it('finds what it had posted, also when Discord no longer knows the nonce', async () => {
    const rapporteur = fakeRapporteur();
    rapporteur.hold();
    const bot = await open({ rapporteur });
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} ${question}`);
    await holding(bot, channel, inEnglish('reading'));
    await discord.until('the question', () => rapporteur.asked.length === 1);
    bot.kill();
    for (const stored of discord.messages(channel)) stored.enforcedNonce = null;
    await bot.reopen(fakeRapporteur()).start();
    await holding(bot, channel, words);
    expect(discord.replies(channel)).toHaveLength(1);
  });

  it('says that a question came too late', async () => {
    const rapporteur = fakeRapporteur();
    rapporteur.hold();
    const bot = await open({ rapporteur, adapter: { limits: { tooLateMs: 0 } } });
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} ${question}`);
    await discord.until('the question', () => rapporteur.asked.length === 1);
    bot.kill();
    await bot.reopen(fakeRapporteur()).start();
    await holding(bot, channel, inEnglish('tooLate'));
    expect(discord.replies(channel)).toHaveLength(1);
  });
});

describe('a place that is closed', () => {
  it('no permission to write (50013): the asker is told in a direct message', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    channel.denied = PermissionFlagsBits.SendMessages;
    const asked = discord.say(ana, channel, `${bot.bot} ${question}`);
    await holding(bot, discord.dm(ana), inEnglish('cannotWriteThere'));
    await finished(bot, asked.message.id, 'failed');
    expect(discord.replies(channel)).toHaveLength(0);
  });

  const deleting = async (
    where: (bot: DiscordBot) => Promise<Channel>,
    close: (bot: DiscordBot, channel: Channel) => void,
  ): Promise<void> => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const place = await where(bot);
    const release = rapporteur.hold();
    const asked = discord.say(ana, place, `${bot.bot} ${question} Once more.`);
    await discord.until('the question', () => rapporteur.asked.at(-1)?.text.endsWith('Once more.'));
    close(bot, place);
    release();
    await discord.until(
      'the end of it',
      async () =>
        (
          await bot.store.itemOf(
            { platform: 'discord', workspace: bot.guild.id, channel: place.parentId ?? place.id },
            asked.message.id,
          )
        )?.state === 'failed',
    );
    const other = discord.addChannel(bot.guild, 'elsewhere');
    discord.say(ana, other, `${bot.bot} ${away}`);
    await holding(bot, other, awayWords);
    expect(channel).toBeDefined();
  };
  /** A thread that the bot began. */
  const thread = async (bot: DiscordBot): Promise<Channel> => {
    const { discord, ana, channel } = bot;
    for (let index = 0; index < 3; index += 1) {
      const before = discord.replies(channel).at(-1);
      discord.say(ana, channel, `${bot.bot} ${question}`, before ? { replyTo: before } : {});
      if (index < 2) await discord.until('an answer', () => count(bot, channel, words) === index + 1);
    }
    const begun = await discord.until('a thread', () =>
      [...discord.world.channels.values()].find(({ parentId }) => parentId === channel.id),
    );
    await holding(bot, begun, words);
    return begun;
  };

  it('a channel deleted before the answer', () =>
    deleting(
      async ({ channel }) => channel,
      ({ discord }, channel) => discord.deleteChannel(channel),
    ));
  it('a thread deleted before the answer', () =>
    deleting(thread, ({ discord }, channel) => discord.deleteChannel(channel)));
  it('a thread locked before the status was posted (50083)', () =>
    deleting(
      async (bot) => {
        const place = await thread(bot);
        place.locked = true;
        return place;
      },
      () => undefined,
    ));
});

describe('permissions', () => {
  const without = async (permission: bigint, options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> =>
    open({
      ...options,
      prepare: (_discord, guild) => {
        guild.botPermissions = permissions & ~permission;
      },
    });

  it('none to attach files: a long answer comes without its file', async () => {
    const turns = Array.from({ length: 11 }, (_, index) => ({
      speaker: 'Ana Ruiz',
      text: `Calibration, say number ${index}.`,
      times: [],
    }));
    const bot = await without(PermissionFlagsBits.AttachFiles, {
      rapporteur: fakeRapporteur({ sessions: [{ ...inventedSessions[0]!, turns }] }),
    });
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} ${question}`);
    const stored = await holding(bot, bot.channel, 'number 3');
    expect(stored.message.attachments).toEqual([]);
  });

  it('none to begin threads: a long conversation stays where it is', async () => {
    const bot = await without(PermissionFlagsBits.CreatePublicThreads);
    const { discord, ana, channel } = bot;
    for (let index = 0; index < 3; index += 1) {
      const before = discord.replies(channel).at(-1);
      discord.say(ana, channel, `${bot.bot} ${question}`, before ? { replyTo: before } : {});
      await discord.until('an answer', () => count(bot, channel, words) === index + 1);
    }
    expect([...discord.world.channels.values()].filter(({ parentId }) => parentId !== null)).toEqual([]);
  });

  it('the other four of the invite link are needed to answer a mention, in a channel or in a thread', async () => {
    for (const permission of [
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.SendMessages,
      PermissionFlagsBits.ReadMessageHistory,
      PermissionFlagsBits.SendMessagesInThreads,
    ]) {
      const bot = await without(permission);
      const { discord, ana, channel } = bot;
      const isForThreads = permission === PermissionFlagsBits.SendMessagesInThreads;
      const place = isForThreads
        ? { ...channel, id: discord.world.nextId(), type: ChannelType.PublicThread as const, parentId: channel.id }
        : channel;
      discord.world.channels.set(place.id, place);
      const asked = discord.say(ana, place, `${bot.bot} ${question}`);
      await finished(bot, asked.message.id, 'failed');
      expect(count(bot, place, words)).toBe(0);
    }
  });
});

describe('two shards', () => {
  it('serve their servers and direct messages, and recover each for itself', async () => {
    let other: ReturnType<DiscordBot['discord']['addGuild']> | null = null;
    const bot = await open({
      adapter: { guildId: undefined },
      prepare: (discord, guild) => {
        discord.world.shardCount = 2;
        const shard = Number((BigInt(guild.id) >> 22n) % 2n) === 0 ? 1 : 0;
        other = discord.addGuild({ name: 'Other server', shard, botPermissions: permissions });
      },
    });
    const { discord, ana, channel } = bot;
    const elsewhere = discord.addChannel(other!, 'elsewhere');
    expect(
      discord.gateway.received.filter(({ op }) => op === 2).map(({ d }) => (d as { shard: number[] }).shard),
    ).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    discord.say(ana, channel, `${bot.bot} ${question}`);
    discord.say(ana, elsewhere, `${bot.bot} ${question}`);
    discord.say(ana, discord.dm(ana), question);
    for (const where of [channel, elsewhere, discord.dm(ana)]) await holding(bot, where, words);
    discord.gateway.sessions[1]!.socket?.terminate();
    discord.say(ana, channel, `${bot.bot} ${away}`);
    discord.say(ana, elsewhere, `${bot.bot} ${away}`);
    for (const where of [channel, elsewhere]) {
      await holding(bot, where, awayWords);
      expect(discord.replies(where)).toHaveLength(2);
    }
    expect(opcodes(bot)).toEqual([2, 2, 6]);
  });
});
