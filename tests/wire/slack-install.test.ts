/** Installation in a workspace by OAuth, at a Slack on the loopback. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { clientId, clientSecret } from '../fakes/slack.ts';
import { openedBots, repliesTo, type SlackBot, type Way, soon } from '../fakes/slack-bot.ts';

const bots = openedBots();
afterEach(() => bots.closeAll());

const oauth = { clientId, clientSecret, stateSecret: 'a long and random text' };

async function installable(way: Way): Promise<SlackBot> {
  const bot = await bots.open({ way, adapter: { botToken: undefined, oauth } });
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
