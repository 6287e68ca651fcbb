/** How the bot behaves among people on Discord: what it checks, what it goes on with, what it leaves alone. */
import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import * as wording from '../../src/chat/wording.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import type { Channel, StoredMessage } from '../fakes/discord-world.ts';

const opened: DiscordBot[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> {
  const bot = await discordBot(options);
  opened.push(bot);
  return bot;
}

/** With the Message Content intent, switched on in the portal and in the settings. */
function openReading(): Promise<DiscordBot> {
  return open({
    adapter: { readsMessages: true },
    prepare: (discord) => {
      discord.world.grantedIntents = GatewayIntentBits.MessageContent;
    },
  });
}

const words = 'Calibration is what nobody pays for';

/** Waits until a message of the bot in a channel holds `text`. */
function reply({ discord, channel }: DiscordBot, text: string, where: Channel = channel): Promise<StoredMessage> {
  return discord.until(text, () => discord.replies(where).find((stored) => discord.textOf(stored).includes(text)));
}

describe('what somebody else wrote', () => {
  it('is looked up word by word and never answered about, whoever said it', async () => {
    const bot = await open();
    const { discord, ana, boss, channel, rapporteur } = bot;
    const said = discord.say(boss, channel, `He said: “${words}”, and also “never mind”, I believe.`);
    const check = discord.contextMenu(ana, channel, 'Check this quotation', said);
    await discord.until('verdict', () => discord.textOf(discord.original(check)).includes('exactly so'));
    const nowhere = discord.say(boss, channel, 'Somebody should pay for the calibration of sleeping cars');
    const who = discord.contextMenu(ana, channel, 'Who said this?', nowhere);
    await discord.until('verdict', () => discord.textOf(discord.original(who)).includes('were not found'));
    expect(discord.textOf(discord.original(who))).not.toContain('Novák');
    expect(rapporteur.asked).toEqual([]);
  });

  it('is checked by a reply to it that asks whether it is true, where the words may be read', async () => {
    const bot = await openReading();
    const { discord, ana, boss, channel, rapporteur } = bot;
    const said = discord.say(boss, channel, `As was said: “${words}”.`);
    discord.say(ana, channel, `${bot.bot} is this true?`, { replyTo: said });
    const checked = discord.textOf(await reply(bot, 'exactly so'));
    expect(checked).toContain(`Checked, of the message above: “${words}”`);
    discord.say(boss, channel, 'The moon is made of cheese, they said.');
    discord.say(ana, channel, `${bot.bot} Did anyone really say that?`);
    await reply(bot, 'were not found');
    expect(rapporteur.asked).toEqual([]);
  });

  it('cannot be checked by a reply without the intent, and the bot says how else', async () => {
    const bot = await open();
    const said = bot.discord.say(bot.boss, bot.channel, `As was said: “${words}”.`);
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} is this true?`, { replyTo: said });
    await reply(bot, wording.cannotReadAbove);
    expect(bot.rapporteur.asked).toEqual([]);
  });

  it('is read above a question of a thread that cannot be understood without, which is shown, and it is not quoted', async () => {
    const bot = await openReading();
    const { discord, ana, boss, channel, rapporteur, guild } = bot;
    const on = discord.say(boss, channel, 'I wonder about calibration.');
    const thread = discord.openThread(boss, channel, on);
    discord.say(boss, thread, 'Nobody seems to care.');
    discord.say(ana, thread, `${bot.bot} And who spoke about it?`);
    await discord.until('question', () => rapporteur.asked.length === 1);
    expect(rapporteur.asked[0]).toMatchObject({ history: ['I wonder about calibration.', 'Nobody seems to care.'] });
    const shown = discord.textOf(await reply(bot, wording.readAbove(2), thread));
    expect(shown).not.toContain('I wonder');
    // What stands by itself is read by itself.
    const forum = discord.addChannel(guild, 'questions', ChannelType.GuildForum);
    const post = discord.openThread(boss, forum, { name: 'Trains', first: 'What about trains?' });
    discord.say(ana, post, `${bot.bot} Who pays for calibration?`);
    expect(discord.textOf(await reply(bot, words, post))).not.toContain('I read');
    expect(rapporteur.asked[1]).toMatchObject({ history: [] });
  });
});
