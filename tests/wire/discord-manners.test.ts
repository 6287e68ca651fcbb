/** How the bot behaves among people on Discord: what it checks, what it goes on with, what it leaves alone. */
import { ChannelType, GatewayIntentBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';
import { inEnglish, readAbove } from '../../src/chat/wording.ts';
import { samples } from '../../src/records/samples.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import { fakeRapporteur, inventedSessions } from '../fakes/rapporteur.ts';
import type { Channel, StoredMessage } from '../fakes/discord-world.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const closing = closedAfterEach();
async function open(options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> {
  return closing(await discordBot(options));
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
    await reply(bot, inEnglish('cannotReadAbove'));
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
    const shown = discord.textOf(await reply(bot, readAbove(inEnglish, 2), thread));
    expect(shown).not.toContain('I wonder');
    // What stands by itself is read by itself.
    const forum = discord.addChannel(guild, 'questions', ChannelType.GuildForum);
    const post = discord.openThread(boss, forum, { name: 'Trains', first: 'What about trains?' });
    discord.say(ana, post, `${bot.bot} Who pays for calibration?`);
    expect(discord.textOf(await reply(bot, words, post))).not.toContain('I read');
    expect(rapporteur.asked[1]).toMatchObject({ history: [] });
  });
});

describe('a thread in which it has answered', () => {
  it('goes on without a mention, also a post of a forum, for questions and thanks, and not for talk', async () => {
    const bot = await openReading();
    const { discord, ana, boss, guild, rapporteur } = bot;
    const forum = discord.addChannel(guild, 'questions', ChannelType.GuildForum);
    const post = discord.openThread(boss, forum, { name: 'Gauges', first: 'Who looks after gauges?' });
    discord.say(ana, post, `${bot.bot} Who pays for calibration?`);
    await reply(bot, words, post);
    discord.say(boss, post, 'I think calibration is boring, let us have lunch.');
    discord.say(boss, post, `Who of you, <@${ana.id}>?`);
    discord.say(boss, post, 'And what of publishing?');
    await discord.until('follow-up', () => rapporteur.asked.length === 2);
    discord.say(ana, post, 'Thanks!');
    await discord.until('thanks', () => rapporteur.asked.length === 3);
    expect(rapporteur.asked.map(({ text }) => text)).toEqual([
      'Who pays for calibration?',
      'And what of publishing?',
      'Thanks!',
    ]);
    expect(rapporteur.asked[1]!.history).toEqual(['Who pays for calibration?']);
  });

  it('goes on where the bot began it, and not where the place wants mentions', async () => {
    const bot = await openReading();
    const { discord, ana, channel, guild, rapporteur } = bot;
    discord.say(ana, channel, `${bot.bot} First: calibration?`);
    const first = await reply(bot, words);
    // A reply to the bot is for it, with its @ off too.
    discord.say(ana, channel, 'Second: calibration?', { replyTo: first, pings: false });
    const second = await discord.until('second', () => discord.replies(channel)[1]);
    const third = discord.say(ana, channel, 'Third: calibration?', { replyTo: second });
    const thread = await discord.until('thread', () => discord.world.channels.get(third.message.id));
    await reply(bot, words, thread);
    discord.say(ana, thread, 'Fourth: calibration?');
    await discord.until('fourth', () => discord.replies(thread)[1]);
    expect(rapporteur.asked.at(-1)!.history).toHaveLength(3);
    await bot.store.saveSettings(
      { platform: 'discord', workspace: guild.id, channel: channel.id },
      { threadsGoOn: false },
    );
    discord.say(ana, thread, 'Fifth: calibration?');
    discord.say(ana, thread, `${bot.bot} Sixth: calibration?`);
    await discord.until('sixth', () => discord.replies(thread)[2]);
    expect(rapporteur.asked.map(({ text }) => text.split(':')[0])).toEqual([
      'First',
      'Second',
      'Third',
      'Fourth',
      'Sixth',
    ]);
  });

  it('cannot go on without the intent, which is said once', async () => {
    const bot = await open();
    const { discord, ana, boss, channel } = bot;
    const thread = discord.openThread(boss, channel, discord.say(boss, channel, 'I wonder.'));
    discord.say(boss, thread, 'Who else?');
    discord.say(ana, thread, `${bot.bot} Who pays for calibration?`);
    await reply(bot, words, thread);
    discord.say(boss, thread, 'And what of publishing?');
    await reply(bot, inEnglish('unreadableReply'), thread);
    discord.say(boss, thread, 'And what of trains?');
    discord.say(ana, thread, `${bot.bot} What does a sleeping car cost?`);
    await reply(bot, 'three ordinary carriages', thread);
    expect(discord.replies(thread)).toHaveLength(3);
  });
});

describe('a channel', () => {
  it('has every question answered as it sets in the form', async () => {
    const bot = await openReading();
    const { discord, ana, boss, channel, rapporteur } = bot;
    const shown = discord.slash(boss, channel, 'settings');
    const panel = await discord.until('settings', () => discord.original(shown));
    const opener = discord.click(boss, panel, 'Which messages I answer here');
    await discord.until('form', () => opener.modal);
    const saved = discord.submit(boss, opener, { answers: 'questions', threads: 'off' });
    await discord.until('saved', () => saved.callback);
    expect(
      await bot.store.settings({ platform: 'discord', workspace: bot.guild.id, channel: channel.id }),
    ).toMatchObject({
      answers: 'questions',
      threadsGoOn: false,
      mayIngest: 'admins',
    });
    discord.say(ana, channel, 'Lunch at one.');
    discord.say(ana, channel, 'Who pays for calibration?');
    await reply(bot, words);
    expect(rapporteur.asked.map(({ text }) => text)).toEqual(['Who pays for calibration?']);
  });

  it('is told to whoever set the intent in the settings alone', async () => {
    const bot = await open({ start: false, adapter: { readsMessages: true } });
    await expect(bot.adapter.start()).rejects.toThrow('DISCORD_MESSAGE_CONTENT: Discord does not let the bot read');
  });
});

describe('an answer', () => {
  it('does not wait for a status line that hangs, and the line does not stay in its place', async () => {
    const bot = await open();
    const { discord, ana, channel } = bot;
    discord.faults.push({ method: 'PATCH', path: /webhooks/, times: 1, how: { lateMs: 2_500 } });
    const asked = discord.slash(ana, channel, 'ask', { question: 'Who pays for calibration?' });
    const shows = (text: string) => () => discord.textOf(discord.original(asked)).includes(text);
    await discord.until('answer', shows(words));
    await discord.until('late status', shows(inEnglish('reading')));
    await discord.until('answer again', shows(words));
    discord.faults.push({ method: 'POST', path: /messages/, times: 1, how: { lateMs: 2_500 } });
    discord.say(ana, channel, `${bot.bot} What does a sleeping car cost?`);
    await reply(bot, 'three ordinary carriages');
    await discord.until('late status', () => discord.faults.every(({ times }) => times === 0));
    expect(discord.replies(channel).filter((stored) => discord.textOf(stored).includes('carriages'))).toHaveLength(1);
    expect(discord.replies(channel)).toHaveLength(2);
  });
});

it('an event that discord.js cannot handle is logged, and the next is answered', async () => {
  const bot = await open();
  const { discord, ana, channel, log } = bot;
  const seq = discord.gateway.sessions[0]!.seq;
  discord.gateway.sendRaw(JSON.stringify({ op: 0, t: 'CHANNEL_UPDATE', s: seq, d: null }));
  discord.gateway.sendRaw(JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', s: seq, d: null }));
  discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
  await reply(bot, words);
  expect(log.filter((line) => line.includes('could not be read')).length).toBeGreaterThan(0);
});

describe('among people', () => {
  it('thanks is answered as such, and an invitation with a greeting, once, with questions that it can answer', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest(samples.map((path) => ({ path })));
    const bot = await open({ answerer: rapporteur });
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} thanks!`);
    expect(discord.textOf(await reply(bot, 'You are welcome'))).not.toContain('“');
    const guild = discord.addGuild({ botPermissions: permissions, channels: ['first', 'second'] });
    const first = [...discord.world.channels.values()].find((one) => one.guild === guild)!;
    const hello = discord.textOf(await reply(bot, 'Hello', first));
    const questions = hello.split('\n').flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
    expect(questions).toHaveLength(3);
    for (const question of questions) expect((await rapporteur.ask({ text: question })).status).toBe('answered');
    await bot.adapter.stop();
    const again = bot.reopen(rapporteur);
    await again.start();
    await again.stop();
    expect(discord.replies(first)).toHaveLength(1);
    await rapporteur.close();
  });

  it('a file and a question in one message are both seen to, the file first', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    const bot = await open({ answerer: rapporteur });
    const { discord, boss, channel } = bot;
    await bot.store.saveSettings(
      { platform: 'discord', workspace: bot.guild.id, channel: '' },
      { mayIngest: 'everyone' },
    );
    const files = [{ name: 'coast.txt', text: coast }];
    discord.say(boss, channel, `${bot.bot} Who spoke about lighthouses?`, { files });
    await reply(bot, 'The lighthouses are ours to keep');
    await reply(bot, 'added “');
    expect(discord.replies(channel)).toHaveLength(2);
    await bot.adapter.stop();
    await rapporteur.close();
  });
});

/** Invented. */
const coast = `Title: Coast hearing
Ana Ruiz: The lighthouses are ours to keep, and nobody has painted them for years.
Par Holm: Then let us paint the lighthouses in the spring, all of them.
`;

describe('the sessions that are open in a channel', () => {
  const sessions = Array.from({ length: 307 }, (_, index) => ({
    ...inventedSessions[0]!,
    id: `session-${index}`,
    title: `Gathering ${index}`,
    event: index % 2 === 0 ? 'Even Days' : 'Odd Days',
  }));

  it('are set by commands that reach each of 307, and closing the last opens nothing', async () => {
    const bot = await open({ rapporteur: fakeRapporteur({ sessions }) });
    const { discord, boss, ana, channel, guild, store } = bot;
    const place = { platform: 'discord', workspace: guild.id, channel: channel.id };
    const offered = (name: string, typed: string, of = {}) =>
      discord.autocomplete(boss, channel, name, 'what', typed, of);
    expect(await offered('open-here', '')).toHaveLength(25);
    const found = await offered('open-here', 'gathering 306');
    expect(found.map(({ value }) => value)).toEqual(['session:session-306']);
    const use = async (name: string, what: string, scope: unknown) => {
      discord.slash(boss, channel, name, { what });
      await discord.until(
        'saved',
        async () => JSON.stringify((await store.settings(place)).scope) === JSON.stringify(scope),
      );
    };
    await store.saveSettings(place, { questionsPerHour: 3 });
    await use('open-here', 'session:session-306', { events: [], sessions: ['session-306'] });
    await use('open-here', 'event:Odd Days', { events: ['Odd Days'], sessions: ['session-306'] });
    expect(await offered('close-here', '')).toHaveLength(2);
    await use('close-here', 'session:session-306', { events: ['Odd Days'], sessions: [] });
    await use('close-here', 'event:Odd Days', { events: [], sessions: [] });
    await use('open-here', 'everything', null);
    expect((await store.settings(place)).questionsPerHour).toBe(3);
    expect(() => discord.slash(ana, channel, 'open-here', { what: 'everything' })).toThrow('is not offered to ana');
  });

  it('are set by those whom the operator names, in place of managers', async () => {
    const bot = await open({ adapter: { configuredBy: new Set(['discord:1']) } });
    const { discord, boss, channel } = bot;
    for (const asked of [
      discord.slash(boss, channel, 'settings'),
      discord.slash(boss, channel, 'open-here', { what: 'everything' }),
    ])
      await discord.until('refusal', () => discord.textOf(discord.original(asked)) === inEnglish('onlyAdministrators'));
    expect(await discord.autocomplete(boss, channel, 'close-here', 'what', '')).toEqual([]);
  });
});
