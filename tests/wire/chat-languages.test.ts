/** Both chats before stand-ins for their servers: people read the program's own words in the language of their client. */
import { Locale } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { french } from '../../src/chat/phrases/french.ts';
import { russian } from '../../src/chat/phrases/russian.ts';
import { wordsIn } from '../../src/chat/wording.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import { openedBots, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const opened: DiscordBot[] = [];
const bots = openedBots();
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await bots.closeAll();
});

const question = 'What was said about calibration?';

describe('on Discord', () => {
  async function open(): Promise<DiscordBot> {
    const bot = await discordBot();
    opened.push(bot);
    return bot;
  }

  it('commands are registered once with their names in each language, and not again', async () => {
    const bot = await open();
    const registered = bot.discord.world.commands.byGuild.get(bot.guild.id)!;
    expect(registered.find(({ name }) => name === 'ask')?.name_localizations).toMatchObject({
      fr: 'demander',
      ru: 'спросить',
      'zh-TW': '提问',
    });
    const puts = () => bot.discord.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
    expect(puts()).toHaveLength(1);
    await bot.adapter.stop();
    await bot.reopen().start();
    expect(puts()).toHaveLength(1);
  });

  it('buttons, forms, lists and refusals are in the language of who did it', async () => {
    const { discord, ana, boss, channel } = await open();
    const answered = discord.slash(ana, channel, 'ask', { question, private: true }, { locale: Locale.French });
    const labels = await discord.until('buttons', () => {
      const shown = JSON.stringify(discord.original(answered)?.message.components ?? []);
      return shown.includes(french.keep) ? shown : null;
    });
    for (const label of [french.share, french.helpful, french.notRight, french.context])
      expect(labels).toContain(label);
    const pressed = discord.click(ana, discord.original(answered)!, french.keep, { locale: Locale.French });
    expect((await discord.until('form', () => pressed.modal)).title).toBe(french.keepQuotes);
    const help = discord.slash(ana, channel, 'help', {}, { locale: Locale.SpanishLATAM });
    await discord.until('help', () => discord.textOf(discord.original(help)).includes(wordsIn('es')('helpNearest')));
    const refused = discord.slash(boss, channel, 'open-here', { what: 'Dragons' }, { locale: Locale.Russian });
    const noSession = wordsIn('ru')('noSession', { words: 'Dragons' });
    await discord.until('refusal', () => discord.textOf(discord.original(refused)).includes(noSession));
  });

  // oxlint-disable-next-line vitest/expect-expect -- waiting for what should come throws where it does not
  it('where the language of a person is not told, buttons are in that of the answer', async () => {
    const { discord, ana, bot, channel } = await open();
    discord.say(ana, channel, `${bot} ${question}`);
    await discord.until('answer', () =>
      JSON.stringify(discord.replies(channel)[0]?.message ?? null).includes('Helpful'),
    );
  });
});

describe('on Slack', () => {
  it('buttons, forms, the home and refusals are in the language of who reads them', async () => {
    const bot = await bots.open({ slack: { locales: { ana: 'fr-FR', chief: 'ru-RU' } } });
    await bot.adapter.start();
    const { slack } = bot;
    await slack.human.command('ana', `ask ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral, soon).toHaveLength(1);
    expect(slack.delivered[0]?.response).toMatchObject({ text: french.reading });
    const [answer] = slack.ephemeral;
    const words = wordsOf(answer!.blocks);
    for (const label of [french.share, french.keep, `${french.context} [1]`]) expect(words).toContain(label);
    const on = { message: answer!, channel: answer!.channel, isEphemeral: true };
    await slack.human.click('ana', on, 'keep_quotes');
    await expect.poll(() => slack.opened, soon).toHaveLength(1);
    expect(slack.opened[0]).toMatchObject({ title: { text: french.keepQuotes }, submit: { text: french.keep } });
    await slack.human.openApp('chief', 'home');
    await expect.poll(() => slack.published.size, soon).toBe(1);
    expect(wordsOf([...slack.published.values()][0]!['blocks'])).toContain(russian.settings);
    await slack.human.say('ana', '{bot} changes off', { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral.map(({ text }) => text), soon).toContain(french.onlyAdministrators);
  });

  it('whose language Slack does not tell reads English, and is answered', async () => {
    const bot = await bots.open();
    await bot.adapter.start();
    bot.slack.fail({ method: 'users.info', kind: 'error', error: 'user_not_found', times: 9 });
    await bot.slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
    await expect.poll(() => bot.slack.posted(), soon).toHaveLength(1);
    expect(wordsOf(bot.slack.posted()[0]!.args['blocks'])).toContain('Keep');
  });
});
