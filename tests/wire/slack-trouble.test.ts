/** What goes wrong on the way, at a Slack on the loopback, with the unmodified Bolt. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { fakeRapporteur } from '../fakes/rapporteur.ts';
import { botToken, type Fault } from '../fakes/slack.ts';
import { openedBots, repliesTo, type SlackBot, type SlackBotOptions, type Way, soon } from '../fakes/slack-bot.ts';
import { wordsOf } from '../fakes/slack-limits.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

async function started(options: SlackBotOptions = {}): Promise<SlackBot> {
  const bot = await bots.open(options);
  await bot.adapter.start();
  return bot;
}

function ask(bot: SlackBot, text = '{bot} Who pays for calibration?') {
  return bot.slack.human.say('ana', text, { channel: 'general-talk' });
}

describe('a reply is posted once, although', () => {
  test.each<[string, Fault]>([
    ['Slack says it is too much', { method: 'chat.postMessage', kind: 'ratelimited', retryAfterSeconds: 1 }],
    ['Slack is out of order', { method: 'chat.postMessage', kind: 'status', status: 503, times: 2 }],
    ['Slack fails inside', { method: 'chat.postMessage', kind: 'error', error: 'internal_error' }],
    ['the connection breaks before', { method: 'chat.postMessage', kind: 'drop' }],
    ['the connection breaks after', { method: 'chat.postMessage', kind: 'dropAfter' }],
    ['looking for it fails too', { kind: 'drop', times: 4 }],
    ['the status cannot be shown', { method: 'assistant.threads.setStatus', kind: 'status', status: 500, times: 5 }],
  ])('%s', async (_what, fault) => {
    const bot = await started();
    bot.slack.fail(fault);
    const said = await ask(bot);
    expect((await repliesTo(bot, said))[0]).toContain('Calibration is what nobody pays for');
    await bot.adapter.stop();
    await repliesTo(bot, said);
  });

  test('the process died when it was posted and had not heard so', async () => {
    const bot = await started({ adapter: { limits: { retryAfterMs: [60_000] } } });
    bot.slack.fail({ method: 'chat.postMessage', kind: 'dropAfter' });
    const said = await ask(bot);
    await repliesTo(bot, said);
    const again = bot.killAndReopen();
    await again.adapter.start();
    await expect.poll(() => again.store.unfinished('slack'), soon).toHaveLength(0);
    await repliesTo(bot, said);
    expect(bot.slack.calls('chat.postMessage')).toHaveLength(1);
  });
});

describe.each<Way>(['socket', 'http'])('a question is lost nowhere and answered once over %s, although', (way) => {
  test('acknowledgements are lost and it is delivered again', async () => {
    const bot = await started({ way, slack: { ackMs: 400 } });
    bot.slack.loseAcks(3);
    const said = await ask(bot);
    expect(said.deliveries.some(({ attempts }) => attempts > 1)).toBe(true);
    await repliesTo(bot, said);
    await bot.adapter.stop();
    await repliesTo(bot, said);
  });

  test('it cannot be stored at first: then it is not acknowledged', async () => {
    const bot = await bots.open({ way, slack: { ackMs: 400 } });
    const receive = bot.store.receive.bind(bot.store);
    let failures = 2;
    bot.store.receive = (...given) => {
      failures -= 1;
      if (failures >= 0) throw new Error('disk full');
      return receive(...given);
    };
    await bot.adapter.start();
    const said = await ask(bot);
    expect(said.deliveries.every(({ acknowledged }) => acknowledged)).toBe(true);
    expect(said.deliveries.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(4);
    await repliesTo(bot, said);
    await bot.adapter.stop();
    await repliesTo(bot, said);
  });

  test('it was asked when nobody listened', async () => {
    const bot = await bots.open({ way, slack: { redeliverMs: [300, 300, 300, 300, 300] } });
    const asking = ask(bot);
    await bot.adapter.start();
    await repliesTo(bot, await asking);
  });
});

describe('the socket', () => {
  test('is opened anew at once when Slack says so, and nothing is lost', async () => {
    const bot = await started({ slack: { ackMs: 500 } });
    bot.slack.disconnect();
    const said = await ask(bot);
    await repliesTo(bot, said);
    expect(bot.slack.connectionsOpened()).toBe(2);
  });

  test('is opened anew when it is dropped', async () => {
    const bot = await started();
    bot.slack.dropSockets();
    await repliesTo(bot, await ask(bot));
  });

  test('is opened anew when the other end is dead', async () => {
    const bot = await started();
    bot.slack.stall(true);
    await expect.poll(() => bot.slack.connectionsOpened(), { timeout: 60_000 }).toBeGreaterThan(1);
    bot.slack.stall(false);
    await repliesTo(bot, await ask(bot));
  });

  test('is tried again while Slack refuses it, without the process dying of it', async () => {
    const bot = await started();
    const rejections: unknown[] = [];
    const remember = (reason: unknown) => {
      rejections.push(reason);
    };
    process.on('unhandledRejection', remember);
    bot.slack.fail({ method: 'apps.connections.open', kind: 'status', status: 503 });
    bot.slack.fail({ method: 'apps.connections.open', kind: 'error', error: 'invalid_auth' });
    bot.slack.fail({ method: 'apps.connections.open', kind: 'drop' });
    bot.slack.dropSockets();
    await repliesTo(bot, await ask(bot));
    expect(bot.adapter.state().isConnected).toBe(true);
    process.off('unhandledRejection', remember);
    expect(rejections).toEqual([]);
  });

  test('says when it is not connected', async () => {
    const bot = await started();
    expect(bot.adapter.state()).toEqual({ isConnected: true, waiting: 0, answering: 0 });
    await bot.adapter.stop();
    expect(bot.adapter.state().isConnected).toBe(false);
  });
});

describe('where nobody can be told', () => {
  test.each<[string, (bot: SlackBot) => void]>([
    [
      'the channel is gone',
      ({ slack }) => {
        slack.fail({ method: 'chat.postMessage', kind: 'error', error: 'channel_not_found' });
      },
    ],
    [
      'the bot was removed',
      ({ slack }) => {
        slack.fail({ method: 'chat.postMessage', kind: 'error', error: 'not_in_channel' });
      },
    ],
    [
      'the token was taken back',
      ({ slack }) => {
        slack.revoke(botToken);
      },
    ],
  ])('because %s, the question ends, and others are answered', async (_what, spoil) => {
    const rapporteur = fakeRapporteur();
    const release = rapporteur.hold();
    const bot = await started({ rapporteur });
    const said = await ask(bot);
    await expect.poll(() => rapporteur.asked, soon).toHaveLength(1);
    spoil(bot);
    release();
    await expect.poll(() => bot.store.unfinished('slack'), soon).toHaveLength(0);
    expect(
      (await bot.store.itemOf({ platform: 'slack', workspace: bot.slack.team, channel: said.channel }, said.ts))?.state,
    ).toBe('failed');
    bot.slack.restore(botToken);
    await repliesTo(bot, await bot.slack.human.say('ana', 'What does a sleeping car cost?'));
    await repliesTo(bot, said, 0);
  });

  test('an uninstalled app is told to whoever runs it', async () => {
    const bot = await started();
    await bot.slack.event({ type: 'tokens_revoked', tokens: { bot: ['U0RAPPORT'] } });
    await expect.poll(() => bot.logged.join(''), soon).toMatch(/SLACK_BOT_TOKEN anew/);
  });
});

describe('a start fails in words when', () => {
  test.each<[string, SlackBotOptions, RegExp]>([
    ['the bot token is wrong', { adapter: { botToken: 'wrong' } }, /SLACK_BOT_TOKEN is not taken \(invalid_auth\)/],
    [
      'the app token is wrong',
      { adapter: { appToken: 'xapp-wrong' } },
      /SLACK_APP_TOKEN is not taken \(invalid_auth\)/,
    ],
    [
      'there is no way in',
      { way: 'http', adapter: { signingSecret: undefined } },
      /SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP/,
    ],
    [
      'Slack cannot be reached',
      { adapter: { apiUrl: 'http://127.0.0.1:1/api/' } },
      /cannot be reached .*SLACK_API_URL/,
    ],
    ['there is no token', { adapter: { botToken: undefined } }, /no token/],
  ])('%s', async (_what, options, expected) => {
    const bot = await bots.open(options);
    await expect(bot.adapter.start()).rejects.toThrow(expected);
  });

  test('the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const bot = await bots.open({
      way: 'http',
      adapter: { port: address !== null && typeof address === 'object' ? address.port : 0 },
    });
    await expect(bot.adapter.start()).rejects.toThrow(/port \d+ cannot be listened on \(EADDRINUSE\); set PORT/);
    taken.close();
  });
});

test('where Slack refuses a form of a reply, a plainer one is posted', async () => {
  const bot = await started();
  bot.slack.fail({ method: 'chat.postMessage', kind: 'error', error: 'msg_blocks_too_long', times: 1 });
  bot.slack.fail({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks', times: 1 });
  const said = await ask(bot);
  expect((await repliesTo(bot, said))[0]).toContain('Calibration is what nobody pays for');
  expect(bot.slack.posted()[0]!.args).toMatchObject({ mrkdwn: false });
  expect(bot.slack.posted()[0]!.args['blocks']).toBeUndefined();
});

test('who waits long is told the place in the queue, and nobody is served before all others', async () => {
  const rapporteur = fakeRapporteur();
  const release = rapporteur.hold();
  const bot = await started({ rapporteur, adapter: { limits: { atOnce: 1, tellPlaceFrom: 3 } } });
  for (const topic of ['first', 'second', 'third', 'fourth']) await ask(bot, `{bot} Calibration, the ${topic} time?`);
  await bot.slack.human.say('ben', '{bot} Calibration, for Ben?', { channel: 'general-talk' });
  await expect
    .poll(() => bot.slack.ephemeral.map(({ text }) => text), soon)
    .toContainEqual(expect.stringMatching(/number 3 in the queue/));
  release();
  await expect.poll(() => rapporteur.asked, soon).toHaveLength(5);
  expect(rapporteur.asked.findIndex(({ text }) => text.includes('Ben'))).toBeLessThan(3);
  await expect.poll(() => bot.slack.posted('general-talk'), soon).toHaveLength(5);
});

test('a question found after a long absence is told that it comes too late', async () => {
  const rapporteur = fakeRapporteur();
  rapporteur.hold();
  let hours = 0;
  const bot = await started({ rapporteur, adapter: { clock: () => Date.now() + hours * 3_600_000 } });
  const said = await ask(bot);
  await expect.poll(() => rapporteur.asked, soon).toHaveLength(1);
  hours = 2;
  await bot.killAndReopen().adapter.start();
  expect((await repliesTo(bot, said))[0]).toMatch(/too long ago/);
});

test('a button that fails says so with a reference, and nothing of the cause', async () => {
  const bot = await started();
  const said = await ask(bot);
  await repliesTo(bot, said);
  bot.slack.fail({ method: 'views.open', kind: 'error', error: 'expired_trigger_id' });
  await bot.slack.human.click(
    'ana',
    { message: (await bot.slack.replies(said.channel, said.ts))[0]!, channel: said.channel },
    'context_q1',
  );
  await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
  expect(bot.slack.ephemeral[0]!.text).toMatch(/reference [0-9A-F]{8}/);
  expect(bot.slack.ephemeral[0]!.text).not.toMatch(/trigger|Error|slack/i);
});

test('logs hold nothing of what was asked or said', async () => {
  const rapporteur = fakeRapporteur();
  const bot = await started({ rapporteur });
  bot.slack.fail({ method: 'chat.postMessage', kind: 'status', status: 500 });
  await repliesTo(bot, await ask(bot));
  rapporteur.failWith(new Error('no'));
  await repliesTo(bot, await ask(bot, '{bot} What of the calibration budget?'));
  bot.slack.fail({ method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks' });
  await bot.slack.human.command('ana', 'ask Who pays for calibration?', { channel: 'general-talk' });
  await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
  await bot.adapter.stop();
  expect(bot.logged.length).toBeGreaterThan(0);
  expect(bot.logged.join('')).not.toMatch(/calibration|pays|Novák/i);
});

describe('over HTTP', () => {
  test('a request that Slack did not sign is refused, and nothing is asked', async () => {
    const rapporteur = fakeRapporteur();
    const bot = await started({ way: 'http', rapporteur, slack: { redeliverMs: [] } });
    bot.slack.signWith('another-secret');
    const said = await ask(bot);
    expect(said.deliveries.every(({ acknowledged }) => !acknowledged)).toBe(true);
    expect((await bot.slack.postRaw('{}')).status).toBe(401);
    await bot.adapter.stop();
    expect(rapporteur.asked).toEqual([]);
  });

  test('the address is verified as Slack does', async () => {
    const bot = await started({ way: 'http' });
    const response = await bot.slack.postRaw(
      JSON.stringify({ type: 'url_verification', token: 'x', challenge: 'abc' }),
    );
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  test('other paths are not found', async () => {
    const bot = await started({ way: 'http' });
    expect((await fetch(`${bot.address}/elsewhere`)).status).toBe(404);
  });
});

test('a reply that everybody may see keeps its words', async () => {
  const bot = await started();
  const said = await ask(bot, '{bot} calibration & <b>?');
  await repliesTo(bot, said);
  expect(wordsOf(bot.slack.posted()[0]!.args['blocks'])).toContain(
    'Publishing is cheap. Calibration is what nobody pays for, and without it the readings mislead.',
  );
});
