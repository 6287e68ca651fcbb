// oxlint-disable vitest/expect-expect -- waiting for what should come throws where it does not
/** The Discord adapter and an unmodified discord.js before a stand-in for Discord: what people can do. */
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';

import { inEnglish, limitReached } from '../../src/chat/wording.ts';
import { testChatAdapter, type OpenChat } from '../contracts/chat-adapter.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import { fakeRapporteur, inventedSessions } from '../fakes/rapporteur.ts';
import type { Interaction, StoredMessage } from '../fakes/discord-world.ts';
import { feedbackIn } from '../fixtures/feedback.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const closing = closedAfterEach();
async function open(options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> {
  return closing(await discordBot(options));
}

const words = 'Calibration is what nobody pays for';

/** Waits until the reply to a command holds `text`. */
function original({ discord }: DiscordBot, interaction: Interaction, text: string): Promise<StoredMessage> {
  return discord.until(text, () => {
    const stored = discord.original(interaction);
    return stored && discord.textOf(stored).includes(text) ? stored : null;
  });
}

/** Waits until the bot's message number `index` in a channel holds `text`. */
function reply({ discord, channel }: DiscordBot, text: string, index = 0, where = channel): Promise<StoredMessage> {
  return discord.until(text, () => {
    const stored = discord.replies(where)[index];
    return stored && discord.textOf(stored).includes(text) ? stored : null;
  });
}

/** Waits for a message only one person sees that came after a button was pressed. */
function ephemeral({ discord }: DiscordBot, pressed: Interaction, text: string): Promise<StoredMessage> {
  return discord.until(text, () => {
    const stored = discord.original(pressed);
    return stored && stored.ephemeralFor === pressed.userId && discord.textOf(stored).includes(text) ? stored : null;
  });
}

function buttonsOf(stored: StoredMessage): string[] {
  return (stored.message.components ?? [])
    .filter((part) => part.type === ComponentType.ActionRow)
    .flatMap((row) => row.components)
    .map((part) => ('label' in part ? (part.label ?? '') : ''));
}

async function openContractChat(rapporteur: Parameters<Parameters<typeof testChatAdapter>[1]>[0]): Promise<OpenChat> {
  const bot = await discordBot({ start: false, answerer: rapporteur });
  const { discord, channel, ana } = bot;
  const isStatus = (stored: StoredMessage): boolean =>
    [inEnglish('reading'), inEnglish('checking')].includes(discord.textOf(stored));
  const chat = (adapter: OpenChat['adapter'], close: () => Promise<void>): OpenChat => ({
    adapter,
    ask: async (text) => discord.say(ana, channel, `${bot.bot} ${text}`).message.channel_id,
    replies: async () =>
      discord
        .replies(channel)
        .filter((stored) => !isStatus(stored))
        .map((stored) => ({ place: stored.message.channel_id, text: discord.textOf(stored) })),
    redeliver: async () => {
      discord.gateway.repeatLastMessageOf(ana.id);
    },
    killAndReopen: async (other) => {
      bot.kill();
      return chat(bot.reopen(other), async () => {});
    },
    close,
  });
  return chat(bot.adapter, () => bot.close());
}

testChatAdapter('Discord', openContractChat);

describe('asking', () => {
  it('by /ask, acknowledged before the answer is there', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' });
    await discord.until('acknowledgement', () => asked.callback === 5);
    await original(bot, asked, inEnglish('reading'));
    release();
    const text = discord.textOf(await original(bot, asked, words));
    expect(text).toContain('-# Asked: Who pays for calibration?');
    expect(text).toContain('**[2] Ana Ruiz, Chair** · turn 3, 2:20 · [open](<https://records.example/rivers#t=140>)');
    expect(text).toContain('AI-written report · takeaway · Open data for rivers');
    expect(discord.replies(channel)).toHaveLength(1);
    expect(asked.isEphemeral).toBe(false);
  });

  it('by a mention, answered once as a reply that calls nobody', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const question = discord.say(ana, channel, `Hello ${bot.bot}, who pays for calibration?`);
    const { message } = await reply(bot, words);
    expect(message.message_reference?.message_id).toBe(question.message.id);
    expect(rapporteur.asked.map(({ text }) => text)).toEqual(['Hello , who pays for calibration?']);
    expect(discord.replies(channel)).toHaveLength(1);
  });

  it('by a direct message, answered there', async () => {
    const bot = await open();
    const direct = bot.discord.dm(bot.ana);
    bot.discord.say(bot.ana, direct, 'Who pays for calibration?');
    expect(buttonsOf(await reply(bot, words, 0, direct))).toEqual(['Keep', 'Helpful', 'Not right']);
  });

  it('by a direct message from whoever shares no server with it, who is shown nothing', async () => {
    const bot = await open({ adapter: { guildId: undefined } });
    const { discord } = bot;
    const stranger = discord.addUser('stranger');
    const direct = discord.dm(stranger);
    discord.say(stranger, direct, 'Who pays for calibration?');
    await reply(bot, 'Nothing was found', 0, direct);
    const asked = discord.slash(stranger, direct, 'sessions');
    await original(bot, asked, 'No session is open here yet.');
    expect(await discord.autocomplete(stranger, direct, 'ask', 'session', 'night')).toEqual([]);
    // Whoever is in a server sees what it sees, and may ask where they may ask there.
    await original(bot, discord.slash(bot.ana, discord.dm(bot.ana), 'sessions'), 'Night trains');
    await bot.store.saveSettings(
      { platform: 'discord', workspace: bot.guild.id, channel: '' },
      { scope: { events: ['Water Days 2025'] }, mayAsk: { users: [bot.ana.id], roles: [] } },
    );
    discord.say(bot.ana, discord.dm(bot.ana), 'What does a sleeping car cost?');
    await reply(bot, 'Nothing', 1, discord.dm(bot.ana));
  });

  it('may be asked what it keeps of somebody, and to forget it', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    await original(bot, discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }), words);
    await original(bot, discord.slash(ana, channel, 'my-data'), 'Questions with their answers: 2');
    await original(bot, discord.slash(ana, channel, 'forget-me'), 'Deleted: questions 2, opinions 0');
    discord.say(ana, channel, `${bot.bot} forget me`);
    const isForgotten = (stored: StoredMessage) => discord.textOf(stored).includes('questions 0, opinions 0');
    await discord.until('nothing to forget', () => discord.replies(channel).find(isForgotten) ?? null);
  });

  it('not by talk among others, which it does not even see', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, 'Who pays for calibration?');
    discord.say(ana, channel, `${bot.bot} what does a sleeping car cost?`);
    await reply(bot, 'three ordinary carriages');
    expect(discord.replies(channel)).toHaveLength(1);
    const seen = discord.gateway.sessions[0]!.log.filter(({ t }) => t === 'MESSAGE_CREATE').map(
      ({ d }) => (d as { content: string }).content,
    );
    expect(seen).not.toContain('Who pays for calibration?');
  });

  it('in a session and of a speaker, chosen from what is offered whatever the diacritics', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    expect(await discord.autocomplete(ana, channel, 'ask', 'session', 'RIVÈRS')).toEqual([
      { name: 'Open data for rivers · 2025-03-04', value: 'open-data-for-rivers-2025-03-04' },
    ]);
    expect(await discord.autocomplete(ana, channel, 'ask', 'speaker', 'novak')).toEqual([
      { name: 'Tomáš Novák, Clear Water League', value: 'Tomáš Novák' },
    ]);
    expect(
      await discord.autocomplete(ana, channel, 'ask', 'speaker', '', { session: 'night-trains-2025-05-20' }),
    ).toEqual([{ name: 'Ilse Brandt, Rapporteur', value: 'Ilse Brandt' }]);
    const asked = discord.slash(ana, channel, 'ask', {
      question: 'Who pays for calibration?',
      session: 'open-data-for-rivers-2025-03-04',
      speaker: 'tomas novak',
    });
    expect(discord.textOf(await original(bot, asked, words))).toContain('in Open data for rivers · by Tomáš Novák');
    expect(rapporteur.asked[0]).toMatchObject({ session: 'open-data-for-rivers-2025-03-04', speaker: 'Tomáš Novák' });
  });

  it('offers at most 25 sessions', async () => {
    const sessions = Array.from({ length: 40 }, (_, index) => ({
      ...inventedSessions[0]!,
      id: `session-${index}`,
      title: `Gathering ${index} ${'x'.repeat(120)}`,
    }));
    const { discord, ana, channel } = await open({ rapporteur: fakeRapporteur({ sessions }) });
    expect(await discord.autocomplete(ana, channel, 'ask', 'session', 'gath')).toHaveLength(25);
  });

  it('refuses a session that does not exist, and one that could be several, to the asker alone', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const unknown = discord.slash(ana, channel, 'ask', { question: 'Who pays?', session: 'Dragons' });
    await ephemeral(bot, unknown, inEnglish('noSession', { words: 'Dragons' }));
    const several = discord.slash(ana, channel, 'ask', { question: 'Who pays?', session: '2025' });
    await ephemeral(bot, several, inEnglish('severalSessions', { words: '2025', count: 2 }));
    const free = discord.slash(ana, channel, 'ask', {
      question: 'What does a sleeping car cost?',
      session: 'night TRAINS',
    });
    await original(bot, free, 'three ordinary carriages');
    expect(rapporteur.asked.map(({ session }) => session)).toEqual(['night-trains-2025-05-20']);
  });

  it('by /verify, /sessions, /speakers and /help', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    expect(
      discord.textOf(await original(bot, discord.slash(ana, channel, 'verify', { quotation: words }), 'exactly so')),
    ).toContain('**Tomáš Novák**');
    await ephemeral(bot, discord.slash(ana, channel, 'sessions'), 'Night trains · 20 May 2025');
    await ephemeral(
      bot,
      discord.slash(ana, channel, 'speakers', { session: 'night-trains-2025-05-20' }),
      '1 speaker in',
    );
    await ephemeral(bot, discord.slash(ana, channel, 'help'), 'How to ask');
  });

  it('about a message, by its context menu, for the asker alone', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    const said = discord.say(boss, channel, `As somebody said: “${words}” – was it so?`);
    await ephemeral(bot, discord.contextMenu(ana, channel, 'Check this quotation', said), 'exactly so');
    await ephemeral(bot, discord.contextMenu(ana, channel, 'Who said this?', said), 'Tomáš Novák');
    const empty = discord.say(boss, channel, '');
    await ephemeral(bot, discord.contextMenu(ana, channel, 'Who said this?', empty), 'no words');
  });

  it('where only the person installed the bot', async () => {
    const bot = await open({ adapter: { guildId: undefined } });
    const { discord, ana, channel } = bot;
    channel.denied = permissions;
    const asked = discord.slash(
      ana,
      channel,
      'ask',
      { question: 'Who pays for calibration?' },
      { isUserInstalled: true },
    );
    await original(bot, asked, words);
    expect(() => discord.slash(ana, channel, 'settings', {}, { isUserInstalled: true })).toThrow('is not offered');
  });

  it('in a direct message by command', async () => {
    const bot = await open({ adapter: { guildId: undefined } });
    const asked = bot.discord.slash(bot.ana, bot.discord.dm(bot.ana), 'ask', { question: 'Who pays for calibration?' });
    const stored = await original(bot, asked, words);
    expect(stored.ephemeralFor).toBeNull();
    expect(() => bot.discord.slash(bot.ana, bot.discord.dm(bot.ana), 'settings')).toThrow('is not offered');
  });

  it('says once that it cannot read a reply that does not mention it', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    const answer = await reply(bot, words);
    discord.say(ana, channel, 'And who else?', { replyTo: answer, pings: false });
    await reply(bot, inEnglish('unreadableReply'), 1);
    discord.say(ana, channel, 'And who else?', { replyTo: answer, pings: false });
    discord.say(ana, channel, `${bot.bot} What does a sleeping car cost?`);
    await reply(bot, 'three ordinary carriages', 2);
    expect(discord.replies(channel)).toHaveLength(3);
  });
});

describe('a conversation', () => {
  it('goes on by replying, and moves to a thread with the third question, where it is still known', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    discord.say(ana, channel, `${bot.bot} First: calibration?`);
    const first = await reply(bot, words, 0);
    discord.say(ana, channel, 'Second: calibration?', { replyTo: first });
    const second = await reply(bot, words, 1);
    const third = discord.say(ana, channel, 'Third: calibration?', { replyTo: second });
    const thread = await discord.until('thread', () => discord.world.channels.get(third.message.id));
    expect(thread).toMatchObject({ parentId: channel.id, name: 'Third: calibration?' });
    const inThread = await reply(bot, words, 0, thread);
    expect(discord.textOf(inThread)).toContain(inEnglish('howToGoOn'));
    discord.say(ana, thread, `${bot.bot} Fourth: calibration?`);
    await reply(bot, words, 1, thread);
    expect(discord.replies(channel)).toHaveLength(2);
    expect(rapporteur.asked.map(({ history }) => history)).toEqual([
      [],
      ['First: calibration?'],
      ['First: calibration?', 'Second: calibration?'],
      ['First: calibration?', 'Second: calibration?', 'Third: calibration?'],
    ]);
  });

  it("does not know another person's questions in the same channel", async () => {
    const bot = await open();
    const { discord, ana, boss, channel, rapporteur } = bot;
    await original(bot, discord.slash(ana, channel, 'ask', { question: 'Ana: calibration?' }), words);
    await original(bot, discord.slash(boss, channel, 'ask', { question: 'Boss: calibration?' }), words);
    await original(bot, discord.slash(ana, channel, 'ask', { question: 'Ana again: calibration?' }), words);
    expect(rapporteur.asked.map(({ history }) => history)).toEqual([[], [], ['Ana: calibration?']]);
  });

  it('follows an edited question, and takes the answer back with a deleted one', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    const question = discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await reply(bot, words);
    discord.editMessage(channel, question, `${bot.bot} What does a sleeping car cost?`);
    await reply(bot, 'three ordinary carriages');
    expect(discord.replies(channel)).toHaveLength(1);
    discord.deleteMessage(channel, question);
    await discord.until('nothing left', () => discord.messages(channel).length === 0);
  });

  it('replaces the answer to an edited question far above, and takes its file off with it', async () => {
    const turns = Array.from({ length: 11 }, (_, index) => ({
      speaker: 'Ana Ruiz',
      text: index === 0 ? 'A lighthouse.' : `Calibration, say number ${index}.`,
      times: [],
    }));
    const bot = await open({ rapporteur: fakeRapporteur({ sessions: [{ ...inventedSessions[0]!, turns }] }) });
    const { discord, ana, boss, channel } = bot;
    const question = discord.say(ana, channel, `${bot.bot} Calibration?`);
    const answer = await reply(bot, 'number 3');
    expect(answer.message.attachments).toHaveLength(1);
    for (let index = 0; index < 60; index += 1) discord.say(boss, channel, `talk ${index}`);
    for (const stored of discord.messages(channel)) stored.enforcedNonce = null;
    await discord.until(
      'the end of it',
      async () =>
        (
          await bot.store.itemOf(
            { platform: 'discord', workspace: bot.guild.id, channel: channel.id },
            question.message.id,
          )
        )?.state === 'answered',
    );
    discord.editMessage(channel, question, `${bot.bot} Lighthouse?`);
    await discord.until('the new answer', () => discord.textOf(answer).includes('A lighthouse.'));
    expect(answer.message.attachments).toEqual([]);
    await bot.adapter.stop();
    expect(discord.replies(channel)).toEqual([answer]);
  });

  it('takes the status back when the question is deleted before the answer', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur } = bot;
    const release = rapporteur.hold();
    const question = discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await reply(bot, inEnglish('reading'));
    discord.deleteMessage(channel, question);
    await discord.until('nothing left', () => discord.messages(channel).length === 0);
    release();
    await bot.adapter.stop();
    expect(discord.messages(channel)).toEqual([]);
  });
});

describe('buttons', () => {
  it('show what was said around a quote, for who pressed', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    const answer = await original(
      bot,
      discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }),
      words,
    );
    const pressed = discord.click(boss, answer, 'Context');
    const shown = await ephemeral(bot, pressed, 'Every gauge on the river');
    expect(discord.textOf(shown)).toContain('**Ana Ruiz, Chair** · turn 1, 0:12');
    expect(discord.textOf(shown)).toContain(`> Publishing is cheap. ${words}`);
  });

  it('move through a long session', async () => {
    const turns = Array.from({ length: 30 }, (_, index) => ({
      speaker: 'Ana Ruiz',
      text: index === 12 ? words : `Turn number ${index}.`,
      times: [],
    }));
    const bot = await open({ rapporteur: fakeRapporteur({ sessions: [{ ...inventedSessions[0]!, turns }] }) });
    const { discord, ana, channel } = bot;
    const answer = await original(bot, discord.slash(ana, channel, 'ask', { question: 'calibration?' }), words);
    const shown = await ephemeral(bot, discord.click(ana, answer, 'Context'), 'Turn number 11.');
    discord.click(ana, shown, 'Later');
    await discord.until(
      'later turns',
      () => discord.textOf(shown).includes('Turn number 17.') && !discord.textOf(shown).includes('Turn number 11.'),
    );
    discord.click(ana, shown, 'Earlier');
    await discord.until('the same again', () => discord.textOf(shown).includes('Turn number 11.'));
    expect(discord.textOf(shown)).toContain(`> ${words}`);
  });

  it('turn the pages of an answer for one person, and give the whole as a file', async () => {
    const turns = Array.from({ length: 11 }, (_, index) => ({
      speaker: 'Ana Ruiz',
      text: `Calibration, say number ${index}.`,
      times: [],
    }));
    const bot = await open({ rapporteur: fakeRapporteur({ sessions: [{ ...inventedSessions[0]!, turns }] }) });
    const { discord, ana, boss, channel } = bot;
    const answer = await original(bot, discord.slash(ana, channel, 'ask', { question: 'Calibration?' }), 'number 3');
    expect(discord.textOf(answer)).not.toContain('number 4');
    expect(discord.file(answer)).toContain('“Calibration, say number 10.”');
    const second = await ephemeral(bot, discord.click(boss, answer, /More quotes \(page 1 of 3\)/), 'number 4');
    discord.click(boss, second, /page 2 of 3/);
    await discord.until('third page', () => discord.textOf(second).includes('number 10'));
    expect(discord.textOf(answer)).toContain('number 3');
  });

  it('show a private answer to everyone, once, and take a public one back', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?', private: true });
    const mine = await ephemeral(bot, asked, words);
    const shared = discord.original(await pressed(bot, discord.click(ana, mine, 'Show to everyone')))!;
    expect(shared.ephemeralFor).toBeNull();
    expect(discord.textOf(shared)).toContain('ana asked: Who pays for calibration?');
    await ephemeral(bot, discord.click(ana, mine, 'Show to everyone'), inEnglish('alreadyShared'));
    await ephemeral(bot, discord.click(boss, shared, 'Only me'), inEnglish('notYoursToHide'));
    const hiding = discord.click(ana, shared, 'Only me');
    const hidden = await discord.until('a private copy', () =>
      discord.messages(channel).find(({ message }) => hiding.followUps.includes(message.id)),
    );
    expect(hidden.ephemeralFor).toBe(ana.id);
    await discord.until('the public one gone', () => !discord.messages(channel).includes(shared));
    expect(buttonsOf(hidden)).toContain('Show to everyone');
  });

  it('keep what people think of an answer, with the reason', async () => {
    const bot = await open();
    const { discord, ana, boss, channel, store } = bot;
    const answer = await original(
      bot,
      discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }),
      words,
    );
    await ephemeral(bot, discord.click(ana, answer, 'Helpful'), inEnglish('thanks'));
    const opener = discord.click(boss, answer, 'Not right');
    await discord.until('the form', () => opener.modal);
    await ephemeral(bot, discord.submit(boss, opener, { reason: 'Wrong river.' }), inEnglish('thanks'));
    expect(
      (await feedbackIn(store)).map(({ user, verdict, reason, question, libraryVersion }) => ({
        user,
        verdict,
        reason,
        question,
        libraryVersion,
      })),
    ).toEqual([
      { user: ana.id, verdict: 'good', reason: null, question: 'Who pays for calibration?', libraryVersion: 'fake-1' },
      {
        user: boss.id,
        verdict: 'bad',
        reason: 'Wrong river.',
        question: 'Who pays for calibration?',
        libraryVersion: 'fake-1',
      },
    ]);
  });

  it('that are not ours or belong to a forgotten answer say so', async () => {
    const bot = await open();
    const { discord, ana, channel, store } = bot;
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' });
    const answer = await original(bot, asked, words);
    const place = { platform: 'discord', workspace: bot.guild.id, channel: channel.id };
    await discord.until('the end of it', async () => (await store.itemOf(place, asked.id))?.state === 'answered');
    await store.forget(Date.now() + 1000);
    await ephemeral(bot, discord.click(ana, answer, 'Helpful'), inEnglish('expired'));
    await ephemeral(bot, discord.click(ana, answer, 'Context'), inEnglish('expired'));
  });
});

/** Waits until a button was answered with a message of its own. */
async function pressed({ discord }: DiscordBot, interaction: Interaction): Promise<Interaction> {
  await discord.until('an answer to the button', () => discord.original(interaction));
  return interaction;
}

describe('settings', () => {
  const admin = async (
    bot: DiscordBot,
    of: 'channel' | 'whole server',
    values: Record<string, string | string[]>,
  ): Promise<StoredMessage> => {
    const panel = await ephemeral(
      bot,
      bot.discord.slash(bot.boss, bot.channel, 'settings'),
      'Settings of this channel',
    );
    const opener = bot.discord.click(bot.boss, panel, new RegExp(of));
    await bot.discord.until('the form', () => opener.modal);
    bot.discord.submit(bot.boss, opener, values);
    await bot.discord.until('saved', () => bot.discord.textOf(panel).includes(inEnglish('saved')));
    return panel;
  };

  it('are for managers of the server only', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    expect(() => discord.slash(ana, channel, 'settings')).toThrow('is not offered to ana');
    // A server can offer the command to others; they are refused.
    discord.world.commands.byGuild
      .get(bot.guild.id)!
      .find(({ name }) => name === 'settings')!.default_member_permissions = null;
    await ephemeral(bot, discord.slash(ana, channel, 'settings'), inEnglish('onlyAdministrators'));
  });

  it('of a channel open some sessions there, and the search finds nothing else', async () => {
    const bot = await open();
    const { discord, ana, guild, channel, rapporteur } = bot;
    const panel = await admin(bot, 'channel', { 'Open here': ['event:Rail Forum 2025'] });
    expect(discord.textOf(panel)).toContain('Sessions: event Rail Forum 2025');
    await original(
      bot,
      discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }),
      'Nothing was found',
    );
    expect(rapporteur.asked[0]!.scope).toMatchObject([{ events: ['Rail Forum 2025'], sessions: [] }]);
    expect(await discord.autocomplete(ana, channel, 'ask', 'session', 'rivers')).toEqual([]);
    const other = discord.addChannel(guild, 'elsewhere');
    await original(bot, discord.slash(ana, other, 'ask', { question: 'Who pays for calibration?' }), words);
  });

  it('of the server hold in every channel and thread, until a channel has its own', async () => {
    const bot = await open();
    const { discord, ana, channel, store } = bot;
    await admin(bot, 'whole server', {
      'Open here': ['session:night-trains-2025-05-20'],
      'Questions an hour for each person': '5',
    });
    await admin(bot, 'channel', { 'Open here': [] });
    expect(await store.ownSettings({ platform: 'discord', workspace: bot.guild.id, channel: channel.id })).toEqual({
      scope: null,
    });
    await original(bot, discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }), words);
    const other = discord.addChannel(bot.guild, 'elsewhere');
    discord.say(ana, other, `${bot.bot} Who pays for calibration?`);
    await reply(bot, 'Nothing was found', 0, other);
  });

  it('limit the questions an hour and who may ask, and tell the asker alone', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    await admin(bot, 'channel', { 'Questions an hour for each person': '1' });
    await original(bot, discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' }), words);
    const second = discord.slash(ana, channel, 'ask', { question: 'And who pays for calibration?' });
    const refused = await discord.until('a private refusal', () =>
      discord.messages(channel).find(({ message }) => second.followUps.includes(message.id)),
    );
    expect(discord.textOf(refused)).toContain(limitReached(inEnglish, 1));
    expect(refused.ephemeralFor).toBe(ana.id);
    await discord.until('no public trace', () => discord.original(second) === undefined);
    await admin(bot, 'channel', { 'Who may ask': [boss.id], 'Questions an hour for each person': '' });
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await discord.until('a refusal', () =>
      discord.replies(channel).some((stored) => discord.textOf(stored) === inEnglish('notAllowedToAsk')),
    );
  });

  it('can keep answers to the asker: a mention is answered in a direct message', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    await admin(bot, 'channel', { 'Who sees an answer': ['asker'] });
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' });
    await ephemeral(bot, asked, words);
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    const direct = await reply(bot, words, 0, discord.dm(ana));
    expect(discord.textOf(direct)).toContain('Asked: Who pays for calibration?');
    expect(JSON.stringify(direct.message.components)).not.toContain('custom_id');
    await discord.until('a word in the channel', () =>
      discord.replies(channel).some((stored) => discord.textOf(stored) === inEnglish('answeredPrivately')),
    );
    expect(
      discord
        .replies(channel)
        .filter((stored) => stored.ephemeralFor === null)
        .some((stored) => discord.textOf(stored).includes(words)),
    ).toBe(false);
  });

  it('say how to ask where no direct message can be sent', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    await admin(bot, 'channel', { 'Who sees an answer': ['asker'] });
    discord.faults.push({
      method: 'POST',
      path: new RegExp(`/channels/${discord.dm(ana).id}/messages`),
      times: 9,
      how: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
    });
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await discord.until('a hint', () =>
      discord.replies(channel).some((stored) => discord.textOf(stored) === inEnglish('cannotAnswerPrivately')),
    );
  });

  it('refuse what is no number', async () => {
    const bot = await open();
    const { discord, boss, channel } = bot;
    const panel = await ephemeral(bot, discord.slash(boss, channel, 'settings'), 'Settings of this channel');
    const opener = discord.click(boss, panel, /channel/);
    await discord.until('the form', () => opener.modal);
    await ephemeral(
      bot,
      discord.submit(boss, opener, { 'Questions an hour for each person': 'many' }),
      '“many” is no number of questions',
    );
    expect(await bot.store.ownSettings({ platform: 'discord', workspace: bot.guild.id, channel: channel.id })).toEqual(
      {},
    );
  });
});

describe('/ingest', () => {
  it('adds a transcript, for those allowed', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    const file = { name: 'lamps.txt', text: 'The lamps burned lighthouse oil.' };
    await ephemeral(bot, discord.slash(ana, channel, 'ingest', { file }), inEnglish('notAllowedToIngest'));
    await ephemeral(bot, discord.slash(boss, channel, 'ingest', { file }), 'added “lamps.txt”, 1 turn');
    await original(
      bot,
      discord.slash(ana, channel, 'ask', { question: 'What about the lighthouse?' }),
      'The lamps burned lighthouse oil.',
    );
  });

  it('says why nothing could be read, and refuses what is too large before it is fetched', async () => {
    const bot = await open({ adapter: { limits: { fileBytes: 100 } } });
    const { discord, boss, channel } = bot;
    await ephemeral(
      bot,
      discord.slash(boss, channel, 'ingest', { file: { name: 'empty.txt', text: ' ' } }),
      'empty.txt: is empty; nothing can be read from it',
    );
    await ephemeral(
      bot,
      discord.slash(boss, channel, 'ingest', { file: { name: 'large.txt', text: 'x'.repeat(101) } }),
      'large.txt: is 0.0 MB, and at most',
    );
  });
});

describe('what is registered', () => {
  it('is registered once, and again only when it differs', async () => {
    const bot = await open();
    const { discord } = bot;
    const puts = (): number =>
      discord.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;
    expect(puts()).toBe(1);
    await bot.adapter.stop();
    const second = bot.reopen();
    await second.start();
    expect(puts()).toBe(1);
    await second.stop();
    discord.world.commands.byGuild.get(bot.guild.id)!.pop();
    await bot.reopen().start();
    expect(puts()).toBe(2);
  });

  it('is for everywhere without a server for development, and told apart whatever the order', async () => {
    const bot = await open({ adapter: { guildId: undefined } });
    await bot.adapter.stop();
    await bot.reopen().start();
    const { discord } = bot;
    expect(discord.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path)).toEqual([
      `/applications/${discord.world.applicationId}/commands`,
    ]);
    expect(discord.world.commands.byGuild.size).toBe(0);
  });
});

describe('safety', () => {
  it('calls nobody and unfolds nothing, whatever people and transcripts say', async () => {
    const evil = '@everyone <@&5> **bold** [click](https://evil.example) calibration `code` ||spoiler||';
    const bot = await open({
      rapporteur: fakeRapporteur({
        sessions: [
          {
            ...inventedSessions[0]!,
            title: `${evil} title`,
            turns: [{ speaker: 'Ana Ruiz', text: `${evil} <@1>`, times: [] }],
          },
        ],
      }),
    });
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} ${evil} <@${ana.id}>`);
    await reply(bot, 'evil.example');
    await original(bot, discord.slash(ana, channel, 'ask', { question: evil }), 'evil.example');
    await ephemeral(bot, discord.slash(ana, channel, 'sessions'), 'evil.example');
    expect(discord.replies(channel).flatMap(({ pinged }) => pinged)).toEqual([]);
    const sent = discord.calls
      .filter(({ method, path }) => method !== 'GET' && /messages|webhooks/.test(path) && !path.includes('/threads'))
      .map(({ body }) => body as { allowed_mentions?: unknown; flags?: number });
    expect(sent.length).toBeGreaterThan(3);
    expect(
      sent.every(
        ({ allowed_mentions, flags }) =>
          JSON.stringify(allowed_mentions) === '{"parse":[]}' && ((flags ?? 0) & MessageFlags.SuppressEmbeds) !== 0,
      ),
    ).toBe(true);
    const markdown = JSON.stringify(discord.replies(channel).map(({ message }) => message.components)).replaceAll(
      '\\\\',
      '\\',
    );
    expect(markdown).not.toMatch(/[^\\]@everyone|[^\\]\*\*bold|[^\\]\[click/);
  });

  it('sends every message with a nonce that Discord enforces', async () => {
    const bot = await open();
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} Who pays for calibration?`);
    await reply(bot, words);
    const posts = bot.discord.calls
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'))
      .map(({ body }) => body as { nonce?: string; enforce_nonce?: boolean });
    expect(posts).toHaveLength(1);
    expect(posts.every(({ nonce, enforce_nonce }) => nonce !== undefined && enforce_nonce === true)).toBe(true);
  });

  it('asks for no privileged intent', async () => {
    const { discord } = await open();
    // Discord closes with 4014 otherwise, and the stand-in does too.
    expect(discord.gateway.sessions[0]!.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });

  it('tells of a failure no more than a reference, and logs no words of the question', async () => {
    const bot = await open();
    const { discord, ana, channel, rapporteur, log } = bot;
    rapporteur.failWith(new Error('no such table: xyzzy'));
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for the plesiosaur?' });
    const text = discord.textOf(await original(bot, asked, 'Sorry'));
    const reference = /reference (\w{8})/.exec(text)?.[1] ?? 'none';
    expect(text).not.toContain('xyzzy');
    expect(log.some((line) => line.includes(reference) && line.includes('discord.test.ts'))).toBe(true);
    expect(log.join('')).not.toMatch(/plesiosaur|xyzzy/u);
  });
});
