/** Answers at their addresses, from a process that does not hold the connection: it stands by, and was never started. */
import { expect, test } from 'vitest';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Place } from '../../src/chat/post.ts';
import { discordBot } from '../fakes/discord-bot.ts';
import { slackBot } from '../fakes/slack-bot.ts';

const question = 'Who pays for calibration?';

/** The id of the answer to a message, once there is one. */
async function answerTo(store: ChatStore, place: Place, message: string): Promise<string> {
  const state = async () => (await store.itemOf(place, message))?.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('answered');
  return (await store.itemOf(place, message))!.id;
}

test('a process without the connection to Discord shows what servers and direct messages were answered', async () => {
  const bot = await discordBot();
  const { discord, guild, channel, ana, store } = bot;
  const placeOf = (workspace: string, where: string) => ({ platform: 'discord', workspace, channel: where });
  const asked = discord.say(ana, channel, `${bot.bot} ${question}`).message.id;
  const inServer = await answerTo(store, placeOf(guild.id, channel.id), asked);
  const direct = discord.dm(ana);
  const inDirect = await answerTo(store, placeOf('', direct.id), discord.say(ana, direct, question).message.id);
  const standby = bot.reopen();
  expect((await standby.published!(inServer))!.quotes.length).toBeGreaterThan(0);
  expect((await standby.published!(inDirect))!.quotes.length).toBeGreaterThan(0);
  // Who has left the server sees nothing of it, whoever is asked.
  guild.members.delete(ana.id);
  expect(await bot.reopen().published!(inDirect)).toBe(null);
  await bot.close();
});

test('a process without the connection to Slack shows what channels and direct messages were answered', async () => {
  const bot = await slackBot();
  await bot.adapter.start();
  const { human } = bot.slack;
  const ids: string[] = [];
  for (const said of [
    await human.say('ana', `{bot} ${question}`, { channel: 'general-talk' }),
    await human.say('ana', question),
  ]) {
    const place = { platform: 'slack', workspace: bot.slack.team, channel: said.channel };
    ids.push(await answerTo(bot.store, place, said.ts));
  }
  const standby = bot.killAndReopen();
  for (const id of ids) expect((await standby.adapter.published!(id))!.quotes.length).toBeGreaterThan(0);
  await bot.close();
});

test('an answer of one platform is not shown by what another knows of who asked', async () => {
  const bot = await discordBot();
  const { discord, guild, channel, ana, store } = bot;
  const asked = discord.say(ana, channel, `${bot.bot} ${question}`).message.id;
  const place = { platform: 'discord', workspace: guild.id, channel: channel.id };
  const id = await answerTo(store, place, asked);
  const slack = await slackBot({ adapter: { store } });
  expect(await slack.adapter.published!(id)).toBe(null);
  expect(await bot.adapter.published!(id)).not.toBe(null);
  await slack.close();
  await bot.close();
});
