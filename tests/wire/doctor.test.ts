/** What `doctor` says of servers on this machine that take a token, refuse it, or are not there. */
import { afterEach, expect, it } from 'vitest';
import { discordChecks } from '../../adapters/discord/doctor.ts';
import { slackChecks } from '../../adapters/slack/doctor.ts';
import { botScopes } from '../../adapters/slack/manifest.ts';
import { readConfig } from '../../src/config.ts';
import { type Check, checksHere, modelChecks } from '../../src/operations/doctor.ts';
import { listen } from '../fakes/listen.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

interface Given {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** By path, whatever was asked of it. */
async function serving(paths: Record<string, Given>): Promise<string> {
  const server = await listen(async (request, response) => {
    const { status = 200, body = {}, headers = {} } = paths[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  ends.push(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

const lines = (checks: Check[]) =>
  checks.map(({ of, isWell, found }) => `${isWell ? 'well' : 'wrong'} ${of}: ${found}`);
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const scoped = (scopes: readonly string[]): Given => ({
  body: { ok: true, team: 'Harbour' },
  headers: { 'x-oauth-scopes': scopes.join(',') },
});

it.each<[string, Record<string, Given>, string[]]>([
  [
    'all is well',
    { '/api/auth.test': scoped(botScopes), '/api/apps.connections.open': { body: { ok: true } } },
    ['well Slack: SLACK_BOT_TOKEN is taken in Harbour, with its scopes.', 'well Slack: SLACK_APP_TOKEN is taken.'],
  ],
  [
    'scopes and the other token are missing',
    {
      '/api/auth.test': scoped(botScopes.filter((scope) => scope !== 'files:read')),
      '/api/apps.connections.open': { body: { ok: false, error: 'not_allowed_token_type' } },
    },
    [
      'wrong Slack: The app lacks scopes: files:read.',
      'wrong Slack: SLACK_APP_TOKEN is not taken (not_allowed_token_type).',
    ],
  ],
  [
    'the token is not taken, and the clock is off',
    {
      '/api/auth.test': {
        body: { ok: false, error: 'invalid_auth' },
        headers: { date: new Date(Date.now() - 3_600_000).toUTCString() },
      },
      '/api/apps.connections.open': { body: { ok: true } },
    },
    [
      'wrong Slack: SLACK_BOT_TOKEN is not taken (invalid_auth).',
      expect.stringMatching(/^wrong clock: This machine's clock is 36\d\d seconds ahead\.$/u) as string,
      'well Slack: SLACK_APP_TOKEN is taken.',
    ],
  ],
])('Slack: %s', async (_what, paths, expected) => {
  const config = readConfig({ ...slack, SLACK_API_URL: `${await serving(paths)}/api/` });
  expect(lines(await slackChecks(config))).toEqual(expected);
});

it.each<[string, Record<string, Given>, string[]]>([
  ['all is well', { '/api/v10/users/@me': {}, '/api/v10/guilds/7': {} }, ['well Discord: DISCORD_TOKEN is taken.']],
  [
    'the token is not taken',
    { '/api/v10/users/@me': { status: 401 } },
    ['wrong Discord: DISCORD_TOKEN is not taken (401).'],
  ],
  [
    'the bot is not in the server',
    { '/api/v10/users/@me': {} },
    ['well Discord: DISCORD_TOKEN is taken.', 'wrong Discord: The bot is not in the server of DISCORD_GUILD_ID (7).'],
  ],
])('Discord: %s', async (_what, paths, expected) => {
  const config = readConfig({
    DISCORD_TOKEN: 't',
    DISCORD_GUILD_ID: '7',
    DISCORD_API_URL: `${await serving(paths)}/api`,
  });
  expect(lines(await discordChecks(config))).toEqual(expected);
});

it.each<[string, Record<string, Given>, string]>([
  ['lists the model', { '/v1/models': { body: { data: [{ id: 'm' }] } } }, 'well model: m at '],
  ['lists none', { '/v1/models': { status: 404 } }, 'well model: m at '],
  ['lists another', { '/v1/models': { body: { data: [{ id: 'n' }] } } }, 'does not list m.'],
  ['refuses the key', { '/v1/models': { status: 401 } }, 'refuses the key (401).'],
])('a model’s server that %s', async (_what, paths, expected) => {
  const config = readConfig({ CHAT_MODEL: 'm', OPENAI_BASE_URL: `${await serving(paths)}/v1` });
  expect(lines(await modelChecks(config))[0]).toContain(expected);
});

it('a server that is not there is said not to be, with what to do, and no key is told', async () => {
  const server = await listen(async () => {});
  await server.close();
  const gone = `http://127.0.0.1:${server.port}`;
  const config = readConfig({
    ...slack,
    SLACK_API_URL: `${gone}/api/`,
    DISCORD_TOKEN: 'secret-of-discord',
    DISCORD_API_URL: `${gone}/api`,
    CHAT_MODEL: 'm',
    OPENAI_BASE_URL: `http://ana:hush@127.0.0.1:${server.port}/v1`,
  });
  const checks = [...(await slackChecks(config)), ...(await discordChecks(config)), ...(await modelChecks(config))];
  expect(checks).toHaveLength(4);
  for (const { isWell, found, todo } of checks) {
    expect(isWell).toBe(false);
    expect(found).toContain('ECONNREFUSED');
    expect(todo).not.toBeNull();
  }
  expect(JSON.stringify(checks)).not.toMatch(/secret|hush|xoxb|xapp/u);
});

it('nothing is asked of anybody where nothing is set', async () => {
  const config = readConfig({ LIBRARY_PATH: temporaryFolder() });
  expect([...(await slackChecks(config)), ...(await discordChecks(config))]).toEqual([]);
  expect(lines(await modelChecks(config))).toEqual(['well model: None is set; none is needed.']);
  expect(lines(await checksHere(config, null)).join('\n')).toMatch(/well disk: [\d.]+ GB are free/u);
  const onServer = { ...config, LIBRARY_URL: 'postgres://127.0.0.1/records' };
  expect(lines(await checksHere(onServer, null)).join('\n')).toContain('well disk: The library is on a server');
});
