/** Files that answer in Slack and Discord: the real clients, before local servers. */
import mammoth from 'mammoth';
import { afterEach, expect, it } from 'vitest';
import { discordBot } from '../fakes/discord-bot.ts';
import { openedBots, repliesTo, soon } from '../fakes/slack-bot.ts';
import { depthsIn } from '../fixtures/depths.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const slackBots = openedBots();
const closing = closedAfterEach();
afterEach(() => slackBots.closeAll());
const library = async () => closing(await depthsIn(temporaryFolder()));

it('Slack has the file in the thread, and of a command in a direct message', async () => {
  const bot = await slackBots.open({ rapporteur: await library() });
  const { slack } = bot;
  await bot.adapter.start();
  const said = await slack.human.say('ana', '{bot} brief water', { channel: 'general-talk' });
  await expect.poll(() => slack.calls('files.completeUploadExternal'), soon).toHaveLength(1);
  const replies = await repliesTo(bot, said, (await slack.replies(said.channel, said.ts)).length);
  expect(replies.join()).toMatch(/Water: what was said[\s\S]*each with where it is from/u);
  expect(slack.calls('files.completeUploadExternal')[0]!.args).toMatchObject({
    channel_id: said.channel,
    thread_ts: said.ts,
  });
  await slack.human.command('ana', 'quotes from Mei Tanaka as csv', { channel: 'general-talk' });
  await expect.poll(() => slack.calls('files.completeUploadExternal'), soon).toHaveLength(2);
  expect(slack.calls('files.completeUploadExternal')[1]!.args).toMatchObject({
    channel_id: await slack.directChannel('ana'),
  });
  expect(slack.calls('files.getUploadURLExternal').map(({ args }) => args['filename'])).toEqual([
    'water-what-was-said.docx',
    'mei-tanaka.csv',
  ]);
});

it('Discord has the file with the message, for everybody or one person', async () => {
  const bot = await discordBot({ answerer: await library() });
  closing(bot);
  const { discord, ana, channel } = bot;
  for (const isPrivate of [false, true]) {
    const asked = discord.slash(ana, channel, 'paper', { what: 'brief water', private: isPrivate });
    await expect.poll(() => discord.textOf(discord.original(asked)), soon).toContain('each with where it is from');
    const stored = discord.original(asked)!;
    const { id, filename } = stored.message.attachments[0]!;
    expect(filename).toBe('water-what-was-said.docx');
    const bytes = discord.world.files.get(id)!.bytes;
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('The harbour needs nine metres of water at low tide');
  }
});
