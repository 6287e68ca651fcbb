/** A question handed to a person, in both chats: to the place that is named, once, and to no more eyes than were agreed to. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { inEnglish } from '../../src/chat/wording.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import type { StoredMessage } from '../fakes/discord-world.ts';
import { openedBots, type SlackBot, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const opened: DiscordBot[] = [];
const bots = openedBots();
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await bots.closeAll();
});

const question = 'Who pays for dragons?';
const note = 'It is for tomorrow. <!channel> @everyone';

describe('on Slack', () => {
  async function open(handsTo: string | null = 'help-desk'): Promise<SlackBot> {
    const bot = await bots.open({ slack: { channels: ['general-talk', 'help-desk'] } });
    await bot.adapter.start();
    const workspace = { platform: 'slack', workspace: bot.slack.team, channel: '' };
    if (handsTo !== null) await bot.store.saveSettings(workspace, { handsTo: bot.slack.channelId(handsTo) });
    return bot;
  }

  async function pressed({ slack }: SlackBot, on: Parameters<typeof slack.human.click>[1]) {
    const before = slack.opened.length;
    await slack.human.click('ana', on, 'ask_person');
    await expect.poll(() => slack.opened.length, soon).toBe(before + 1);
    return slack.opened.at(-1)!;
  }

  const withNote = { note: { note: { type: 'plain_text_input', value: note } } };

  it('goes to the channel that is named, with the answer, the note and where it was asked, once also over a restart', async () => {
    const bot = await open();
    const { slack } = bot;
    await slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.posted(), soon).toHaveLength(1);
    const { args } = slack.posted()[0]!;
    const channel = slack.channelId('general-talk');
    const [message] = await slack.replies('general-talk', String(args['thread_ts']));
    const form = await pressed(bot, { message: message!, channel });
    expect(wordsOf(form['blocks'])).toContain(
      'Everybody in #help-desk will see your question, your name and this answer.',
    );
    const { response } = await slack.human.submit('ana', form, withNote);
    expect(JSON.stringify(response)).toContain('Your question is with the people in #help-desk.');
    await expect.poll(() => slack.posted('help-desk'), soon).toHaveLength(1);
    const handed = slack.posted('help-desk')[0]!.args;
    const words = wordsOf(handed['blocks']);
    for (const part of [
      'ana wants a person to answer',
      `Question: ${question}`,
      `Note: ${note}`,
      inEnglish('personAnswerIs'),
    ])
      expect(words).toContain(part);
    expect(JSON.stringify(handed['blocks'])).toMatch(/"url":"https?:[^"]*archives/);
    expect(String(handed['text'])).not.toMatch(/<!|<@/);
    // Pressed again, and by another: it is there already.
    const again = await slack.human.submit('ben', form, withNote);
    expect(JSON.stringify(again.response)).toContain(inEnglish('handedAlready'));
    const other = bot.killAndReopen();
    await other.adapter.start();
    await slack.human.say('ben', '{bot} help', { channel: 'general-talk' });
    await expect.poll(() => slack.posted('general-talk'), soon).toHaveLength(2);
    expect(slack.posted('help-desk')).toHaveLength(1);
  });

  it('says of a private answer that only its asker sees it so far, and shows nothing before they agree', async () => {
    const bot = await open();
    const { slack } = bot;
    await slack.human.command('ana', `ask ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral, soon).toHaveLength(1);
    const answer = slack.ephemeral[0]!;
    const form = await pressed(bot, { message: answer, channel: answer.channel, isEphemeral: true });
    expect(wordsOf(form['blocks'])).toContain('So far only you see your question and this answer.');
    expect(slack.posted()).toEqual([]);
    // Another cannot hand over what they cannot open.
    const stolen = await slack.human.submit('ben', form, withNote);
    expect(JSON.stringify(stolen.response)).toContain(inEnglish('notYours'));
    await slack.human.submit('ana', form, withNote);
    await expect.poll(() => slack.posted('help-desk'), soon).toHaveLength(1);
    expect(JSON.stringify(slack.posted('help-desk')[0]!.args)).not.toContain('archives');
  });

  it('shows no answer where the channel may not see what it rests on', async () => {
    const bot = await open();
    const { slack, store } = bot;
    const place = { platform: 'slack', workspace: slack.team, channel: slack.channelId('help-desk') };
    await store.saveSettings(place, { scope: { sessions: [], events: ['Rail Forum 2025'] } });
    await slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => slack.posted(), soon).toHaveLength(1);
    // What is answered has no button; whoever wants a person says so.
    expect(JSON.stringify(slack.posted()[0]!.args)).not.toContain('ask_person');
    const thread = String(slack.posted()[0]!.args['thread_ts']);
    await slack.human.say('ana', '{bot} I want a person', { channel: 'general-talk', thread });
    await expect.poll(() => slack.posted('general-talk'), soon).toHaveLength(2);
    const offer = (await slack.replies('general-talk', thread)).at(-1)!;
    const form = await pressed(bot, { message: offer, channel: slack.channelId('general-talk') });
    await slack.human.submit('ana', form, withNote);
    await expect.poll(() => slack.posted('help-desk'), soon).toHaveLength(1);
    const words = wordsOf(slack.posted('help-desk')[0]!.args['blocks']);
    expect(words).toContain('Question: Who pays for calibration?');
    expect(words).toContain(inEnglish('personNoAnswer'));
    expect(words).not.toContain('Calibration is what nobody pays for');
  });

  it('is refused politely where nobody is named, and asks first for a question', async () => {
    const bot = await open(null);
    const { slack } = bot;
    await slack.human.command('ana', 'person', { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral.map(({ text }) => text), soon).toContain(inEnglish('personAskFirst'));
    await slack.human.command('ana', `ask ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral, soon).toHaveLength(2);
    expect(JSON.stringify(slack.ephemeral[1]!.blocks)).not.toContain('ask_person');
    await slack.human.command('ana', 'can I talk to a human?', { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral.map(({ text }) => text), soon).toContain(inEnglish('noPersonHere'));
  });

  it('names no channel in the settings that the bot is not in', async () => {
    const bot = await open(null);
    const { slack } = bot;
    await slack.leave('help-desk');
    await slack.human.command('chief', 'settings', { channel: 'general-talk' });
    await expect.poll(() => slack.opened, soon).toHaveLength(1);
    const choose = async (channel: string) =>
      slack.human.submit('chief', slack.opened[0]!, {
        reply: { reply: { selected_option: { value: 'thread' } } },
        ask: { ask: { selected_option: { value: 'everyone' } } },
        ingest: { ingest: { selected_option: { value: 'admins' } } },
        hands_to: { hands_to: { selected_conversation: slack.channelId(channel) } },
      });
    expect(JSON.stringify((await choose('help-desk')).response)).toContain(inEnglish('inviteFirst'));
    await choose('closed-room');
    const place = { platform: 'slack', workspace: slack.team, channel: slack.channelId('general-talk') };
    await expect.poll(async () => (await bot.store.settings(place)).handsTo, soon).toBe(slack.channelId('closed-room'));
  });
});

describe('on Discord', () => {
  it('is named in the form, offered under what is not certain, and handed once', async () => {
    const bot = await discordBot();
    opened.push(bot);
    const { discord, guild, channel, ana, boss } = bot;
    const desk = discord.addChannel(guild, 'help-desk');
    const settings = discord.slash(boss, channel, 'settings');
    const shown = await discord.until('settings', () => discord.original(settings));
    const opener = discord.click(boss, shown, inEnglish('tuneServer'));
    await discord.until('form', () => opener.modal);
    discord.submit(boss, opener, { answers: 'mentions', threads: 'on', handsTo: [desk.id] });
    await discord.until(
      'saved',
      async () => (await bot.store.settings({ platform: 'discord', workspace: guild.id, channel: '' })).handsTo,
    );

    discord.say(ana, channel, `${bot.bot} ${question}`);
    const answer = await discord.until('answer', () =>
      discord.replies(channel).find((stored) => JSON.stringify(stored.message).includes(inEnglish('askPerson'))),
    );
    const pressed = discord.click(ana, answer, inEnglish('askPerson'));
    const form = await discord.until('form', () => pressed.modal);
    expect(JSON.stringify(form)).toContain('Everybody in');
    const done = discord.submit(ana, pressed, { note });
    await discord.until('told', () =>
      discord.textOf(discord.original(done)).includes('Your question is with the people'),
    );
    const handed = await discord.until<StoredMessage>('handed', () => discord.replies(desk)[0]);
    const text = discord.textOf(handed);
    for (const part of [
      'ana wants a person to answer',
      `Question: ${question}`,
      inEnglish('personAnswerIs'),
      'discord.com/channels',
    ])
      expect(text).toContain(part);
    expect(handed.pinged).toEqual([]);
    const pressedAgain = discord.click(ana, answer, inEnglish('askPerson'));
    await discord.until('form', () => pressedAgain.modal);
    const again = discord.submit(ana, pressedAgain, { note });
    await discord.until('not twice', () =>
      discord.textOf(discord.original(again)).includes(inEnglish('handedAlready')),
    );
    expect(discord.replies(desk)).toHaveLength(1);
  });

  it('shows nothing of what was asked in private before, whoever hands it over', async () => {
    const bot = await discordBot();
    opened.push(bot);
    const { discord, guild, channel, ana } = bot;
    const desk = discord.addChannel(guild, 'help-desk');
    const ben = discord.addUser('ben', { guild, permissions: PermissionFlagsBits.SendMessages });
    await bot.store.saveSettings(
      { platform: 'discord', workspace: guild.id, channel: '' },
      { handsTo: desk.id, reply: 'asker' },
    );
    const secret = discord.slash(ana, channel, 'ask', { question: 'Who pays for unicorns?' });
    await discord.until('private', () => discord.textOf(discord.original(secret)) !== '');
    await bot.store.saveSettings({ platform: 'discord', workspace: guild.id, channel: '' }, { handsTo: desk.id });
    const answers = () =>
      discord
        .replies(channel)
        .filter(
          ({ ephemeralFor, message }) => !ephemeralFor && JSON.stringify(message).includes(inEnglish('askPerson')),
        );
    discord.say(ana, channel, `${bot.bot} Who pays for griffins?`);
    const earlier = await discord.until('earlier', () => answers()[0]);
    discord.say(ana, channel, `${bot.bot} ${question}`);
    const answer = await discord.until('answer', () =>
      answers().find(({ message }) => message.id !== earlier.message.id),
    );
    const pressed = discord.click(ben, answer, inEnglish('askPerson'));
    await discord.until('form', () => pressed.modal);
    discord.submit(ben, pressed, { note });
    const handed = await discord.until<StoredMessage>('handed', () => discord.replies(desk)[0]);
    const text = discord.textOf(handed);
    expect(text).toContain(`Question: ${question}`);
    expect(text).toContain('griffins');
    expect(text).not.toContain('unicorns');
  });

  it('is refused politely where nobody is named', async () => {
    const bot = await discordBot();
    opened.push(bot);
    const { discord, channel, ana } = bot;
    const asked = discord.slash(ana, channel, 'ask', { question });
    await discord.until('answer', () => discord.textOf(discord.original(asked)).includes('dragons'));
    expect(JSON.stringify(discord.original(asked)?.message)).not.toContain(inEnglish('askPerson'));
    const wish = discord.slash(ana, channel, 'person');
    await discord.until('refused', () => discord.textOf(discord.original(wish)).includes(inEnglish('noPersonHere')));
  });
});
