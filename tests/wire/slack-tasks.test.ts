/** What shows of an answer that takes longer, in the agent surface of a Slack on the loopback. */
import { afterEach, describe, expect, test } from 'vitest';
import { type FakeRapporteur, fakeRapporteur } from '../fakes/rapporteur.ts';
import type { Fault } from '../fakes/slack.ts';
import { openedBots, repliesTo, type SlackBot, type SlackBotOptions, soon } from '../fakes/slack-bot.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

async function slow(
  options: SlackBotOptions = {},
): Promise<{ bot: SlackBot; rapporteur: FakeRapporteur; release: () => void }> {
  const rapporteur = fakeRapporteur();
  const release = rapporteur.hold();
  const bot = await bots.open({ rapporteur, ...options, adapter: { taskAfterMs: 50, ...options.adapter } });
  await bot.adapter.start();
  return { bot, rapporteur, release };
}

const question = 'Who pays for calibration?';

test('a task shows in the thread and becomes the answer: one message', async () => {
  const { bot, release } = await slow();
  const said = await bot.slack.human.say('ana', question);
  await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
  expect(bot.slack.calls('chat.startStream')[0]!.args).toMatchObject({
    chunks: [{ type: 'task_update', title: 'Reading the sessions…', status: 'in_progress' }],
  });
  release();
  await expect.poll(async () => (await repliesTo(bot, said))[0], soon).toContain('Calibration is what nobody pays for');
  expect(bot.slack.openStreams()).toBe(0);
  await bot.adapter.stop();
  expect(bot.slack.posted()).toHaveLength(0);
});

test('its buttons work as those of any answer', async () => {
  const { bot, release } = await slow();
  const said = await bot.slack.human.say('ana', question);
  await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
  release();
  await expect
    .poll(async () => (await bot.slack.replies(said.channel, said.ts))[0]?.blocks?.length ?? 0, soon)
    .toBeGreaterThan(1);
  await bot.slack.human.click(
    'ana',
    { message: (await bot.slack.replies(said.channel, said.ts))[0]!, channel: said.channel },
    'context_q1',
  );
  await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
});

test('a quick answer shows none, and neither does one in a channel', async () => {
  const { bot, release } = await slow();
  const said = await bot.slack.human.say('ana', `{bot} ${question}`, { channel: 'general-talk' });
  await expect.poll(() => bot.slack.statuses, soon).toHaveLength(1);
  release();
  await repliesTo(bot, said);
  expect(bot.slack.calls('chat.startStream')).toHaveLength(0);
  // Quick is what comes before the task would, however busy the machine.
  const { bot: other, release: answer } = await slow({ adapter: { taskAfterMs: 30_000 } });
  answer();
  await repliesTo(other, await other.slack.human.say('ana', question));
  expect(other.slack.calls('chat.startStream')).toHaveLength(0);
});

describe('there is one message with the answer, although', () => {
  test.each<[string, Fault]>([
    ['Slack knows no streams', { method: 'chat.startStream', kind: 'error', error: 'unknown_method' }],
    ['the stream begins and nobody hears of it', { method: 'chat.startStream', kind: 'dropAfter' }],
    ['the stream does not begin', { method: 'chat.startStream', kind: 'drop' }],
    ['the stream cannot be ended', { method: 'chat.stopStream', kind: 'status', status: 500 }],
    ['the answer is written and nobody hears of it', { method: 'chat.update', kind: 'dropAfter' }],
    ['the answer is not written at first', { method: 'chat.update', kind: 'drop', times: 2 }],
  ])('%s', async (_what, fault) => {
    const { bot, release } = await slow();
    bot.slack.fail(fault);
    const said = await bot.slack.human.say('ana', question);
    await expect.poll(() => bot.slack.calls('chat.startStream'), soon).toHaveLength(1);
    release();
    await expect
      .poll(async () => (await bot.slack.replies(said.channel, said.ts)).map(({ metadata }) => metadata?.event_type), {
        timeout: 60_000,
      })
      .toEqual(['rapporteur_reply']);
    await bot.adapter.stop();
    expect((await repliesTo(bot, said))[0]).toContain('Calibration is what nobody pays for');
  });

  test('Slack ended the stream by itself', async () => {
    const { bot, release } = await slow();
    const said = await bot.slack.human.say('ana', question);
    await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
    bot.slack.endStreams();
    release();
    await expect
      .poll(async () => (await repliesTo(bot, said))[0], soon)
      .toContain('Calibration is what nobody pays for');
  });

  test('the process died while the task showed', async () => {
    const { bot } = await slow();
    const said = await bot.slack.human.say('ana', question);
    await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
    const again = bot.killAndReopen();
    await again.adapter.start();
    await expect
      .poll(async () => (await repliesTo(bot, said))[0], soon)
      .toContain('Calibration is what nobody pays for');
    await again.adapter.stop();
    await repliesTo(bot, said);
  });

  test('the process died while the task showed, and the next one shows it too', async () => {
    const { bot } = await slow();
    const said = await bot.slack.human.say('ana', question);
    await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
    const again = bot.killAndReopen(fakeRapporteur({ delayMs: 2_000 }));
    await again.adapter.start();
    await expect.poll(() => bot.slack.openStreams(), soon).toBe(2);
    await expect
      .poll(async () => (await bot.slack.replies(said.channel, said.ts)).map(({ text }) => text), soon)
      .toEqual([expect.stringContaining('Calibration is what nobody pays for')]);
    await again.adapter.stop();
    await repliesTo(bot, said);
  });
});

test('a question deleted meanwhile leaves nothing behind', async () => {
  const { bot, release } = await slow();
  const said = await bot.slack.human.say('ana', question);
  await expect.poll(() => bot.slack.openStreams(), soon).toBe(1);
  await bot.slack.human.remove('ana', said);
  release();
  await bot.adapter.stop();
  await repliesTo(bot, said, 0);
});

describe('a session of the agent surface', () => {
  const sessionOf = ({ slack }: SlackBot, said: { channel: string; ts: string }) =>
    slack.agentSessions.get(`${said.channel}:${said.ts}`);

  test('is titled by the question, worked on until the answer is there, and renamed with an edit', async () => {
    const { bot, release } = await slow({ adapter: { taskAfterMs: 60_000 } });
    const long = `${question} ${'<!channel> and so on '.repeat(30)}`;
    const said = await bot.slack.human.say('ana', long);
    await expect.poll(() => sessionOf(bot, said)?.statuses, soon).toEqual(['processing']);
    expect(sessionOf(bot, said)!.title).toMatch(/^Who pays for calibration\? .*…$/);
    release();
    await repliesTo(bot, said);
    await expect.poll(() => sessionOf(bot, said)?.statuses, soon).toEqual(['processing', 'active']);
    await bot.slack.human.edit('ana', said, 'What does a sleeping car cost?');
    await expect.poll(() => sessionOf(bot, said)?.title, soon).toBe('What does a sleeping car cost?');
    await expect.poll(() => sessionOf(bot, said)?.statuses.at(-1), soon).toBe('active');
  });

  test('is stopped by who asked: nothing more comes, and they are told', async () => {
    const { bot, release } = await slow({ adapter: { taskAfterMs: 60_000 } });
    const said = await bot.slack.human.say('ana', question);
    await expect.poll(() => sessionOf(bot, said)?.statuses, soon).toEqual(['processing']);
    await bot.slack.human.stop('ben', said);
    await bot.slack.human.stop('ana', said);
    await expect.poll(() => sessionOf(bot, said)?.statuses, soon).toEqual(['processing', 'active']);
    expect(await repliesTo(bot, said)).toEqual(['Stopped. Ask again whenever you like.']);
    release();
    await bot.adapter.stop();
    expect(await bot.slack.replies(said.channel, said.ts)).toHaveLength(1);
    // Where nothing is being worked on, there is nothing to stop.
    expect(bot.slack.posted()).toHaveLength(1);
  });

  test('is none where the app is no agent, which is asked once', async () => {
    const { bot, release } = await slow({ adapter: { taskAfterMs: 60_000 } });
    release();
    bot.slack.fail({ method: 'agents.sessions.setStatus', kind: 'error', error: 'not_allowed', times: 99 });
    for (const text of [question, 'What does a sleeping car cost?']) {
      await repliesTo(bot, await bot.slack.human.say('ana', text));
    }
    expect(bot.slack.calls('agents.sessions.setStatus').length).toBeLessThanOrEqual(2);
    const said = await bot.slack.human.say('ana', question);
    await repliesTo(bot, said);
    expect(bot.slack.calls('agents.sessions.setStatus').length).toBeLessThanOrEqual(2);
  });
});
