/** Posts of a forum before a stand-in for Discord: tagged as answered or not, where the settings name tags. */
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';
import { tagsAfter } from '../../adapters/discord/forum-tags.ts';
import { inEnglish } from '../../src/chat/wording.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import type { Channel } from '../fakes/discord-world.ts';

const opened: DiscordBot[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(botPermissions: bigint): Promise<DiscordBot & { forum: Channel }> {
  let forum: Channel | null = null;
  const bot = await discordBot({
    prepare(discord, guild) {
      guild.botPermissions = botPermissions;
      forum = discord.addChannel(guild, 'questions', ChannelType.GuildForum);
      forum.availableTags = ['Answered', 'Open', 'Rivers'].map((name, index) => ({ id: `90${index}`, name }));
    },
  });
  opened.push(bot);
  return { ...bot, forum: forum! };
}

const mayTag = permissions | PermissionFlagsBits.ManageThreads;

/** The post with the form sent in that names the first two tags. */
async function postWithTags({ discord, forum, ana, boss, bot }: DiscordBot & { forum: Channel }, told: string) {
  const post = discord.openThread(ana, forum, { name: 'Dragons', first: `${bot} Who pays for dragons?` });
  await expect.poll(() => discord.replies(post).length, { timeout: 60_000 }).toBe(1);
  const settings = discord.slash(boss, post, 'settings');
  const shown = await discord.until('settings', () => discord.original(settings));
  const opener = discord.click(boss, shown, inEnglish('tuneChannel'));
  await discord.until('form', () => opener.modal);
  discord.submit(boss, opener, { answers: 'mentions', threads: 'on', answeredTag: ['900'], openTag: ['901'] });
  await discord.until('saved', () => discord.textOf(discord.original(settings)).includes(told));
  return post;
}

describe('a post of a forum', () => {
  it('is open until it is answered, keeps its other tags, and is not opened again', async () => {
    const bot = await open(mayTag);
    const { discord, ana } = bot;
    const post = await postWithTags(bot, inEnglish('saved'));
    post.tags = ['902'];
    discord.say(ana, post, `${bot.bot} Who pays for dragons, then?`);
    await discord.until('open', () => post.tags?.join() === '901,902');
    discord.say(ana, post, `${bot.bot} Who pays for calibration?`);
    await discord.until('answered', () => post.tags?.join() === '900,902');
    discord.say(ana, post, `${bot.bot} And who pays for dragons?`);
    await discord.until('the last reply', () => discord.replies(post).length === 4);
    expect(post.tags).toEqual(['900', '902']);
  });

  it('is answered all the same where the bot may not tag it, which who sets it is told', async () => {
    const bot = await open(permissions);
    const { discord, ana } = bot;
    const post = await postWithTags(bot, inEnglish('savedWithoutTags'));
    discord.say(ana, post, `${bot.bot} Who pays for calibration?`);
    await discord.until('answer', () => discord.replies(post).length === 2);
    await discord.until('noted', () => bot.log.some((line) => line.includes('could not be tagged')));
    expect(post.tags ?? []).toEqual([]);
  });
});

describe('the tags of a post', () => {
  const named = { answered: 'a', open: 'o' };
  it.each([
    [['x'], true, ['a', 'x']],
    [['o', 'x'], true, ['a', 'x']],
    [['x'], false, ['o', 'x']],
    [['a', 'x'], false, ['a', 'x']],
  ])('%j become, answered: %s, %j', (before, isAnswered, after) => {
    expect(tagsAfter(before, named, isAnswered)).toEqual(after);
  });
});
