/** Work of several steps in Slack and Discord, with its budget and its end: the real clients, before local servers. */
import { afterEach, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { discordBot } from '../fakes/discord-bot.ts';
import { callsTool, modelServer, numberGiven, type ModelReply, type ModelRequest } from '../fakes/model-server.ts';
import { openedBots, repliesTo, soon } from '../fakes/slack-bot.ts';
import { depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const slackBots = openedBots();
const others: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await slackBots.closeAll();
  for (const one of others.splice(0).reverse()) await one.close();
});

async function library(reply: (request: ModelRequest, nth: number) => ModelReply): Promise<Rapporteur> {
  const server = await modelServer(reply, { streams: false });
  const rapporteur = await rapporteurIn(temporaryFolder(), { CHAT_MODEL: 'lent', OPENAI_BASE_URL: server.url });
  others.push(server, rapporteur);
  await rapporteur.ingest([depthsRecord()]);
  return rapporteur;
}

const works = (request: ModelRequest, nth: number) =>
  nth === 1
    ? callsTool('quotes', { about: 'water' })
    : callsTool('write', {
        statements: [{ sentence: numberGiven(request, 'nine metres'), keep: 'The harbour needs nine metres of water' }],
      });
/** Finds what there is, writes nothing, and is never done. */
const goesOn = (_: ModelRequest, nth: number): ModelReply =>
  nth === 1 ? callsTool('search', { query: 'water' }) : { hangs: true };

const words = 'The harbour needs nine metres of water';

it('Slack tells what it may cost, then what came of it, and counts it as a question', async () => {
  const bot = await slackBots.open({ rapporteur: await library(works) });
  const { slack } = bot;
  await bot.adapter.start();
  const said = await slack.human.say('ana', '{bot} commission what the harbour needs', { channel: 'general-talk' });
  const [reply] = await repliesTo(bot, said);
  expect(reply).toContain(words);
  expect(reply).toContain('Done with 220 of 40,000 tokens');
  expect(slack.ephemeral.map(({ text }) => text).join()).toContain('in 12 steps and with 40,000 tokens at most');
  const shown = slack.calls('assistant.threads.setStatus').map(({ args }) => JSON.stringify(args['loading_messages']));
  expect(shown.join()).toContain('1/12 · 110 tokens: quotes…');
});

it('Slack ends it for who commissioned it, and for nobody else', async () => {
  const bot = await slackBots.open({ rapporteur: await library(goesOn) });
  const { slack } = bot;
  await bot.adapter.start();
  const said = await slack.human.say('ana', '{bot} commission what the harbour needs', { channel: 'general-talk' });
  await expect.poll(() => slack.calls('assistant.threads.setStatus').length, soon).toBeGreaterThan(1);
  const by = async (name: string) => {
    const asked = await slack.human.say(name, '{bot} stop', { channel: 'general-talk' });
    return (await repliesTo(bot, asked))[0];
  };
  expect(await by('ben')).not.toContain('It is stopped');
  expect(await slack.replies(said.channel, said.ts)).toHaveLength(0);
  expect(await by('ana')).toContain('It is stopped');
  expect((await repliesTo(bot, said))[0]).toContain('it was stopped');
});

it('Discord has commands for both', async () => {
  const bot = await discordBot({ answerer: await library(goesOn) });
  others.push(bot);
  const { discord, ana, channel } = bot;
  const asked = discord.slash(ana, channel, 'commission', { work: 'what the harbour needs' });
  await expect.poll(() => discord.textOf(discord.original(asked)), soon).toContain('1/12 · 110 tokens: search…');
  const stop = discord.slash(ana, channel, 'stop', {});
  await expect.poll(() => discord.textOf(discord.original(stop)), soon).toContain('It is stopped');
  await expect.poll(() => discord.textOf(discord.original(asked)), soon).toContain('it was stopped');
  expect(discord.textOf(discord.original(asked))).toContain(words);
});
