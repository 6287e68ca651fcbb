/** Installation in a workspace by OAuth, at a Slack on the loopback. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { clientId, clientSecret, type FakeSlackOptions } from '../fakes/slack.ts';
import { openedBots, repliesTo, type SlackBot, type Way, soon } from '../fakes/slack-bot.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

const oauth = { clientId, clientSecret, stateSecret: 'a long and random text' };

async function installable(way: Way, slack: FakeSlackOptions = {}): Promise<SlackBot> {
  const bot = await bots.open({ way, slack, adapter: { botToken: undefined, oauth } });
  await bot.adapter.start();
  return bot;
}

/** As a browser goes: to the app, to Slack's page, and back with a code. */
async function install(bot: SlackBot, change: (redirect: URL) => void = () => {}): Promise<Response> {
  const begun = await fetch(`${bot.address}/slack/install`, { redirect: 'manual' });
  const page = new URL(begun.headers.get('location')!);
  expect(page.pathname).toBe('/oauth/v2/authorize');
  const back = await fetch(new URL('/oauth/v2/authorize/callback', bot.slack.origin), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      user_id: bot.slack.person('chief').id,
      redirect_uri: `${bot.address}/slack/oauth_redirect`,
      scope: page.searchParams.get('scope')!,
      state: page.searchParams.get('state')!,
      client_id: clientId,
    }),
  });
  const redirect = new URL(back.headers.get('location')!);
  change(redirect);
  return fetch(redirect, {
    headers: {
      cookie: begun.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
  });
}

describe.each<Way>(['http', 'socket'])('over %s', (way) => {
  test('the app is installed, answers, and is still installed after a restart', async () => {
    const bot = await installable(way);
    expect((await install(bot)).status).toBe(200);
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    expect(bot.slack.posted()[0]!.token).not.toBe('xoxb-rapporteur');
    const again = bot.killAndReopen();
    await again.adapter.start();
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
  });
});

test('the token is kept encrypted, and only for who has the secret', async () => {
  const bot = await installable('http');
  await install(bot);
  const token = await bot.store.installations(oauth.stateSecret).load(`slack:${bot.slack.team}`);
  expect(JSON.stringify(token)).toContain('xoxb-');
  for (const name of ['chat.db', 'chat.db-wal']) {
    expect(readFileSync(path.join(bot.folder, name)).toString('latin1')).not.toContain('xoxb-');
  }
  await expect(bot.store.installations('another secret').load(`slack:${bot.slack.team}`)).rejects.toThrow(
    /SLACK_STATE_SECRET|secret/,
  );
});

test('a forged state installs nothing', async () => {
  const bot = await installable('http');
  const response = await install(bot, (redirect) => {
    redirect.searchParams.set('state', 'forged');
  });
  expect(response.status).toBe(400);
  expect(await bot.store.installations(oauth.stateSecret).load(`slack:${bot.slack.team}`)).toBeNull();
});

test('a person taking back a token of their own changes nothing', async () => {
  const bot = await installable('http');
  await install(bot);
  await bot.slack.event({ type: 'tokens_revoked', tokens: { oauth: [bot.slack.person('ana').id], bot: [] } });
  await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
  expect(await bot.store.installations(oauth.stateSecret).load(`slack:${bot.slack.team}`)).not.toBeNull();
});

test('an app that was uninstalled is forgotten', async () => {
  const bot = await installable('http');
  await install(bot);
  await bot.slack.event({ type: 'app_uninstalled' });
  await expect.poll(() => bot.store.installations(oauth.stateSecret).load(`slack:${bot.slack.team}`), soon).toBeNull();
  await expect.poll(() => bot.logged.join(''), soon).toMatch(/slack\/install/);
});

describe('tokens that are renewed', () => {
  const rotating = { rotateSeconds: 60 };
  const renewals = ({ slack }: SlackBot) =>
    slack.calls('oauth.v2.access').filter(({ args }) => args['grant_type'] === 'refresh_token');
  const keptOf = ({ store, slack }: SlackBot) =>
    store.installations(oauth.stateSecret).load(`slack:${slack.team}`) as Promise<{
      bot: { token: string; refreshToken: string; expiresAt: number };
    }>;

  test('before they end, once however many need them, and kept encrypted', async () => {
    const bot = await installable('http', rotating);
    await install(bot);
    expect((await keptOf(bot)).bot.token).toBe('xoxe.xoxb-1-1');
    const asked = ['Who pays for calibration?', 'What does a sleeping car cost?', 'Who spoke?'].map((text) =>
      bot.slack.human.say('ana', `{bot} ${text}`, { channel: 'general-talk' }),
    );
    for (const said of await Promise.all(asked)) await repliesTo(bot, said);
    expect(renewals(bot)).toHaveLength(1);
    expect(bot.slack.posted().map(({ token }) => token)).toEqual(Array(3).fill('xoxe.xoxb-1-2'));
    expect((await keptOf(bot)).bot.expiresAt * 1000).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    for (const name of ['chat.db', 'chat.db-wal'])
      expect(readFileSync(path.join(bot.folder, name)).toString('latin1')).not.toMatch(/xoxe/);
    const again = bot.killAndReopen();
    await again.adapter.start();
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
    expect(renewals(bot)).toHaveLength(1);
  });

  test('and where Slack cannot be reached for that, the old one is used for as long as it lives', async () => {
    const bot = await installable('http', rotating);
    await install(bot);
    bot.slack.fail({ method: 'oauth.v2.access', kind: 'status', status: 503, times: 99 });
    await repliesTo(
      bot,
      await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' }),
    );
    expect(bot.slack.posted()[0]!.token).toBe('xoxe.xoxb-1-1');
    bot.slack.clearFaults();
    await repliesTo(bot, await bot.slack.human.say('ana', '{bot} Who spoke?', { channel: 'general-talk' }));
    expect(bot.slack.posted()[1]!.token).toBe('xoxe.xoxb-1-2');
  });

  test('by another process meanwhile: what that one got is used', async () => {
    const bot = await installable('http', rotating);
    await install(bot);
    const installations = bot.store.installations(oauth.stateSecret);
    const { bot: own, ...rest } = await keptOf(bot);
    // The other one has taken the refresh token, and is about to keep what it was given.
    const taken = await fetch(new URL('oauth.v2.access', bot.slack.apiUrl), {
      method: 'POST',
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'refresh_token',
        refresh_token: own.refreshToken,
      }),
    });
    const given = (await taken.json()) as { access_token: string; refresh_token: string };
    bot.slack.fail({ method: 'oauth.v2.access', kind: 'late', lateMs: 300 });
    const said = bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => renewals(bot), soon).toHaveLength(2);
    const expiresAt = Math.floor(Date.now() / 1000) + 43_200;
    await installations.save(`slack:${bot.slack.team}`, {
      ...rest,
      bot: { ...own, token: given.access_token, refreshToken: given.refresh_token, expiresAt },
    });
    await repliesTo(bot, await said);
    expect(bot.slack.posted()[0]!.token).toBe(given.access_token);
  });
});

describe('an installation for a whole organisation', () => {
  test('answers in its workspaces by message, command, button and home, also after a restart', async () => {
    const bot = await installable('http', { organisation: 'E0ACME' });
    expect((await install(bot)).status).toBe(200);
    const kept = () => bot.store.installations(oauth.stateSecret);
    expect(await kept().load('slack:E0ACME')).toMatchObject({ isEnterpriseInstall: true });
    const said = await bot.slack.human.say('ana', '{bot} Who pays for calibration?', { channel: 'general-talk' });
    await repliesTo(bot, said);
    expect(await kept().load(`slack:${bot.slack.team}`)).toEqual({ organisation: 'E0ACME' });
    const [message] = await bot.slack.replies(said.channel, said.ts);
    await bot.slack.human.click('ana', { message: message!, channel: said.channel }, 'context_q1');
    await expect.poll(() => bot.slack.opened, soon).toHaveLength(1);
    await bot.slack.human.command('ana', 'ask Who pays for calibration?', { channel: 'general-talk' });
    await expect.poll(() => bot.slack.ephemeral, soon).toHaveLength(1);
    await bot.slack.human.openApp('chief', 'home');
    await expect.poll(() => bot.slack.published.size, soon).toBe(1);
    expect(bot.slack.calls('users.conversations')[0]!.args).toMatchObject({ team_id: bot.slack.team });
    const again = bot.killAndReopen();
    await again.adapter.start();
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
  });

  test('loses one workspace, and goes on in the others', async () => {
    const bot = await installable('http', { organisation: 'E0ACME' });
    await install(bot);
    await repliesTo(bot, await bot.slack.human.say('ana', 'Who pays for calibration?'));
    await bot.slack.event({ type: 'app_uninstalled' });
    const load = (id: string) => bot.store.installations(oauth.stateSecret).load(`slack:${id}`);
    await expect.poll(() => load(bot.slack.team), soon).toBeNull();
    expect(await load('E0ACME')).not.toBeNull();
  });
});
