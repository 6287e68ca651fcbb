/** Digests in Slack and Discord: the real clients, before local servers. */
import { afterEach, describe, expect, it } from 'vitest';
import { discordBot } from '../fakes/discord-bot.ts';
import { openedBots, repliesTo, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';
import { depthsIn, depthsRecord, depthsWith } from '../fixtures/depths.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const slackBots = openedBots();
const closing = closedAfterEach();
afterEach(() => slackBots.closeAll());
const library = async () => closing(await depthsIn(temporaryFolder()));

const limits = { lookAgainMs: 40, retryAfterMs: [100, 200, 400, 800] };
const news = (id: string, text: string) => [depthsRecord(depthsWith(0, 'Par Holm', text).slice(0, 1), id)];

describe('in Slack', () => {
  it('a channel is told in the channel, once over a restart, and stopped by a press', async () => {
    const rapporteur = await library();
    const bot = await slackBots.open({ rapporteur, adapter: { limits } });
    const { slack } = bot;
    await bot.adapter.start();
    const said = await slack.human.say('ana', '{bot} watch dredging', { channel: 'general-talk' });
    expect((await repliesTo(bot, said))[0]).toContain('I tell this channel when a new session has dredging');
    await rapporteur.ingest(news('spring', 'Dredging began at low tide.'));
    const told = () =>
      slack.posted('general-talk').filter(({ args }) => wordsOf(args['blocks']).includes('because of what is watched'));
    await expect.poll(() => told(), soon).toHaveLength(1);
    expect(told()[0]!.args['thread_ts']).toBe(undefined);
    expect(wordsOf(told()[0]!.args['blocks'])).toContain('Dredging began at low tide.');
    await bot.adapter.stop();
    const again = bot.killAndReopen(rapporteur);
    await again.adapter.start();
    const answered = () => again.store.watches.all('slack');
    expect(await answered()).toHaveLength(1);
    const on = { message: { ...told()[0]!.args, ts: '1.1' }, channel: slack.channelId('general-talk') };
    await slack.human.click('ben', on as never, 'stop_watching');
    await expect.poll(answered, soon).toHaveLength(0);
    await rapporteur.ingest(news('may', 'Dredging ended in May.'));
    await expect.poll(() => slack.ephemeral.length, soon).toBeGreaterThan(0);
    expect(told()).toHaveLength(1);
  });
});

describe('in Discord', () => {
  it('a channel and somebody in a direct message are told, once each, and stop it by a press', async () => {
    const answerer = await library();
    const bot = await discordBot({ answerer, adapter: { limits: { ...limits, stopWithinMs: 2_000 } } });
    closing(bot);
    const { discord, ana, channel } = bot;
    const watching = discord.slash(ana, channel, 'watch', { what: 'dredging' });
    await expect.poll(() => discord.textOf(discord.original(watching)), soon).toContain('I tell this channel');
    discord.say(ana, discord.dm(ana), 'watch from Par Holm');
    await expect.poll(() => discord.replies(discord.dm(ana)), soon).toHaveLength(1);
    await answerer.ingest(news('spring', 'Dredging began at low tide.'));
    const told = (where: typeof channel) =>
      discord.replies(where).filter((stored) => discord.textOf(stored).includes('because of what is watched'));
    await expect.poll(() => [told(channel).length, told(discord.dm(ana)).length], soon).toEqual([1, 1]);
    expect(discord.textOf(told(channel)[0])).toContain('Dredging began at low tide.');
    discord.click(ana, told(channel)[0]!, 'Stop these messages');
    await expect
      .poll(async () => (await bot.store.watches.all('discord')).map(({ isDirect }) => isDirect), soon)
      .toEqual([true]);
    const list = discord.slash(ana, channel, 'watches');
    await expect.poll(() => discord.textOf(discord.original(list)), soon).toContain('Nothing is watched here.');
    await answerer.ingest(news('may', 'Dredging ended in May.'));
    await expect.poll(() => told(discord.dm(ana)), soon).toHaveLength(2);
    expect(told(channel)).toHaveLength(1);
  });
});
