/** Messages in Slack and Discord whose answers change after they were posted: the real clients, before local servers. */
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import { openedBots, repliesTo, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';
import { costing, depthsIn, depthsRecord } from '../fixtures/depths.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const slackBots = openedBots();
const closing = closedAfterEach();
afterEach(() => slackBots.closeAll());
const library = async () => closing(await depthsIn(temporaryFolder()));

const question = 'What does a metre cost?';
const words = 'A metre costs 900 dollars';
const limits = { lookAgainMs: 40, retryAfterMs: [100, 200, 400, 800] };
const changed = () => [depthsRecord(costing('A metre costs 950 dollars'))];

describe('in Slack', () => {
  async function started() {
    const rapporteur = await library();
    const bot = await slackBots.open({ rapporteur, adapter: { limits } });
    await bot.adapter.start();
    return { rapporteur, bot, slack: bot.slack };
  }

  it('a reply in a thread is edited once, with before and after', async () => {
    const { rapporteur, bot, slack } = await started();
    const said = await slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
    expect((await repliesTo(bot, said))[0]).toContain(words);
    const updates = () => slack.calls('chat.update').length;
    const before = updates();
    await rapporteur.ingest(changed());
    await expect.poll(updates, soon).toBe(before + 1);
    const [reply] = await repliesTo(bot, said);
    expect(reply).toMatch(/Changed on [\s\S]*Before: “A metre costs 900[\s\S]*Now: “A metre costs 950/u);
    await sleep(300);
    expect(updates()).toBe(before + 1);
    expect(slack.posted()).toHaveLength(1);
  });

  it('a reply is taken back when its session is closed', async () => {
    const { rapporteur, bot, slack } = await started();
    const said = await slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
    await repliesTo(bot, said);
    await rapporteur.setRule({ session: 'harbour' }, 'off the record');
    await expect.poll(async () => (await repliesTo(bot, said))[0], soon).toMatch(/^Taken back on /u);
    const [message] = await slack.replies(said.channel, said.ts);
    // The times of a message are digits too.
    const words = JSON.stringify(message, (key, value) => (['ts', 'thread_ts'].includes(key) ? undefined : value));
    expect(words).not.toMatch(/900|Tanaka/u);
  });

  it('who was answered alone is told once in a direct message, also where the process dies right after', async () => {
    const { rapporteur, bot, slack } = await started();
    await slack.human.command('ana', `ask ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral, soon).toHaveLength(1);
    await rapporteur.ingest(changed());
    await expect.poll(() => slack.posted(), soon).toHaveLength(1);
    const direct = await slack.directChannel('ana');
    expect(slack.posted()[0]!.args['channel']).toBe(direct);
    expect(wordsOf(slack.posted()[0]!.args['blocks'])).toMatch(
      /Before: “A metre costs 900[\s\S]*Now: “A metre costs 950/u,
    );
    // As if it had died before it could note that this was told.
    const [kept] = newsKept(bot.folder);
    await expect.poll(() => newsKept(bot.folder)[0]!.news, soon).toBe(null);
    await bot.adapter.stop();
    untell(bot.folder, kept!.id);
    const again = bot.killAndReopen(rapporteur);
    await again.adapter.start();
    await expect.poll(() => newsKept(bot.folder)[0]!.news, soon).toBe(null);
    expect(slack.posted()).toHaveLength(1);
  });

  it('a shared copy of a private answer is taken back too', async () => {
    const { rapporteur, slack } = await started();
    await slack.human.command('ana', `ask ${question}`, { channel: 'general-talk' });
    await expect.poll(() => slack.ephemeral, soon).toHaveLength(1);
    const on = { message: slack.ephemeral[0]!, channel: slack.ephemeral[0]!.channel, isEphemeral: true };
    await slack.human.click('ana', on, 'share');
    await expect.poll(() => slack.posted('general-talk'), soon).toHaveLength(1);
    await rapporteur.setRule({ session: 'harbour' }, 'off the record');
    await expect.poll(() => slack.calls('chat.update'), soon).toHaveLength(1);
    expect(wordsOf(slack.calls('chat.update')[0]!.args['blocks'])).toMatch(/^Taken back on /u);
  });
});

function newsKept(folder: string): { id: string; news: string | null }[] {
  const database = new DatabaseSync(path.join(folder, 'chat.db'));
  const rows = database.prepare('SELECT id, news FROM given').all();
  database.close();
  return rows.map(({ id, news }) => ({ id: String(id), news: news === null ? null : String(news) }));
}

/** The reply stands in the store as it was told; only that it was told does not. */
function untell(folder: string, id: string): void {
  const database = new DatabaseSync(path.join(folder, 'chat.db'));
  const { reply } = database.prepare('SELECT reply FROM questions WHERE id = ?').get(id)!;
  const { answer } = JSON.parse(String(reply)) as { answer: { text: string } };
  const news = { reply: JSON.parse(String(reply)), isTakenBack: false, lines: answer.text.split('\n').slice(1) };
  database.prepare('UPDATE given SET news = ? WHERE id = ?').run(JSON.stringify(news), id);
  database.close();
}

describe('in Discord', () => {
  async function started(clock?: () => number): Promise<DiscordBot & { answerer: Rapporteur }> {
    const answerer = await library();
    const bot = await discordBot({
      answerer,
      adapter: { limits: { ...limits, stopWithinMs: 2_000 }, ...(clock && { clock }) },
    });
    closing(bot);
    return { ...bot, answerer };
  }

  const shownIn = ({ discord }: DiscordBot, where: Parameters<DiscordBot['discord']['replies']>[0]) =>
    discord.replies(where).map((stored) => discord.textOf(stored));

  it('a reply to a mention is edited once, with before and after', async () => {
    const bot = await started();
    bot.discord.say(bot.ana, bot.channel, `${bot.bot} ${question}`);
    await expect.poll(() => shownIn(bot, bot.channel)[0], soon).toContain(words);
    await bot.answerer.ingest(changed());
    await expect
      .poll(() => shownIn(bot, bot.channel)[0], soon)
      .toMatch(/Changed on [\s\S]*Before: “A metre costs 900[\s\S]*Now: “A metre costs 950/u);
    const edits = () => bot.discord.calls.filter(({ method }) => method === 'PATCH').length;
    const count = edits();
    await sleep(300);
    expect(edits()).toBe(count);
    expect(bot.discord.replies(bot.channel)).toHaveLength(1);
  });

  it('a command’s answer to everyone is edited also when its token is dead', async () => {
    let ms = Date.now();
    const bot = await started(() => ms);
    const asked = bot.discord.slash(bot.ana, bot.channel, 'ask', { question });
    await expect.poll(() => bot.discord.textOf(bot.discord.original(asked)), soon).toContain(words);
    ms += 20 * 60_000;
    await bot.answerer.setRule({ session: 'harbour' }, 'off the record');
    await expect.poll(() => shownIn(bot, bot.channel)[0], soon).toContain('Taken back on ');
    expect(shownIn(bot, bot.channel).join()).not.toMatch(/900|Tanaka/u);
  });

  it('a private answer is edited while its command can, and told once in a direct message later', async () => {
    let ms = Date.now();
    const bot = await started(() => ms);
    const asked = bot.discord.slash(bot.ana, bot.channel, 'ask', { question, private: true });
    await expect.poll(() => bot.discord.textOf(bot.discord.original(asked)), soon).toContain(words);
    await bot.answerer.ingest(changed());
    await expect.poll(() => bot.discord.textOf(bot.discord.original(asked)), soon).toContain('Changed on ');
    ms += 20 * 60_000;
    await bot.answerer.ingest([depthsRecord(costing('A metre costs 999 dollars'))]);
    const direct = () => shownIn(bot, bot.discord.dm(bot.ana));
    await expect.poll(direct, soon).toHaveLength(1);
    expect(direct()[0]).toMatch(/Before: “A metre costs 950[\s\S]*Now: “A metre costs 999/u);
    await sleep(300);
    expect(direct()).toHaveLength(1);
  });

  it('a private answer that was shown to everyone is taken back', async () => {
    const bot = await started();
    const asked = bot.discord.slash(bot.ana, bot.channel, 'ask', { question, private: true });
    await expect.poll(() => bot.discord.textOf(bot.discord.original(asked)), soon).toContain(words);
    bot.discord.click(bot.ana, bot.discord.original(asked)!, 'Show to everyone');
    const open = () =>
      bot.discord.messages(bot.channel).filter(({ ephemeralFor, message }) => !ephemeralFor && message.author.bot);
    await expect.poll(open, soon).toHaveLength(1);
    await bot.answerer.setRule({ session: 'harbour' }, 'off the record');
    await expect.poll(() => bot.discord.textOf(open()[0]), soon).toContain('Taken back on ');
  });
});
