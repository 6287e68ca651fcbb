import { describe, expect, it } from 'vitest';
import { ConfigError, modelServer, readConfig, withoutTracing } from '../../src/config.ts';

function errorOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return '';
}

describe('readConfig', () => {
  it('needs nothing', () =>
    expect(readConfig({})).toMatchObject({
      LIBRARY_PATH: './library',
      EMBEDDING_MODEL: 'built-in',
      ANSWER_TIMEOUT_MS: 30_000,
      CHAT_MODEL: undefined,
    }));
  it('takes an empty setting as none', () =>
    expect(readConfig({ LIBRARY_PATH: ' ', PORT: '' })).toMatchObject({ LIBRARY_PATH: './library', PORT: 3000 }));
  it('lists everything wrong at once', () => {
    expect(errorOf({ PORT: '99999', OPENAI_BASE_URL: 'nowhere', LOG_LEVEL: 'loud' })).toMatch(
      /^Settings: 3 are wrong; see \.env\.example\n {2}OPENAI_BASE_URL: .*"nowhere".*\n {2}PORT: .*"99999".*\n {2}LOG_LEVEL: .*"loud"/u,
    );
  });
  it('prints no key and no password', () => {
    const told = errorOf({ OPENAI_BASE_URL: 'http//ana:hush@host', PORT: 'x', HEALTH_PORT: 'ana:hush@host' });
    expect(told).toMatch(/OPENAI_BASE_URL: .*not shown.*\n.*PORT: .*"x"/u);
    expect(told).not.toContain('hush');
    expect(errorOf({ OPENAI_BASE_URL: 'http://ana:hush@host/v1', OPENAI_API_KEY: 'k' })).toMatch(
      /OPENAI_BASE_URL: has a password in it, and OPENAI_API_KEY is set too/u,
    );
  });
  it.each([
    'https://ana:hush@records.example.org',
    'https://records.example.org/?q=1',
    'https://records.example.org#x',
  ])('takes no address of the reader that cannot be put before others: %s', (address) => {
    const told = errorOf({ WEB_ADDRESS: address });
    expect(told).toContain('WEB_ADDRESS: must be an address without user, password, ? and #');
    expect(told).not.toContain('hush');
  });
  it('says in its own words that an address of the reader is none', () =>
    expect(errorOf({ WEB_ADDRESS: 'records' })).toMatch(/^Settings: .*\n {2}WEB_ADDRESS: Invalid URL/su));
  it.each(['https://records.example.org', 'http://127.0.0.1:4100/'])('takes %s for one', (address) =>
    expect(readConfig({ WEB_ADDRESS: address }).WEB_ADDRESS).toBe(address),
  );
  it.each([
    ['ANSWER_TIMEOUT_MS', '2147483648', '600000'],
    ['KEEP_QUESTIONS_DAYS', '99999999999', '36500'],
    ['KEEP_FEEDBACK_DAYS', '36501', '36500'],
    ['KEEP_REMOVED_DAYS', '36501', '36500'],
  ])('takes no time that does not fit a clock: %s=%s', (name, given, most) => {
    expect(errorOf({ [name]: given })).toContain(
      `${name}: Too big: expected number to be <=${most} (it is "${given}")`,
    );
    expect(readConfig({ [name]: most })).toMatchObject({ [name]: Number(most) });
  });
  it('says what a setting needs beside it', () => {
    expect(errorOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN');
    expect(errorOf({ CHAT_MODEL: 'some-model' })).toContain('CHAT_MODEL: needs OPENAI_API_KEY');
  });
  it('gives no port to two', () => {
    expect(errorOf({ WEB_PORT: '4100', HEALTH_PORT: '4100' })).toContain('WEB_PORT, HEALTH_PORT: all are 4100');
    expect(errorOf({ SLACK_BOT_TOKEN: 'x', SLACK_SIGNING_SECRET: 'y', MCP_PORT: '3000' })).toContain('MCP_PORT, PORT');
    expect(readConfig({ WEB_PORT: '4100', HEALTH_PORT: '4101' }).WEB_PORT).toBe(4100);
  });
  it.each([
    [{ TOKENS_A_DAY: '9', TOKENS_A_MONTH: '8' }, 'TOKENS_A_DAY: is more than TOKENS_A_MONTH (9 and 8)'],
    [{ PLACE_TOKENS_A_DAY: '9', TOKENS_A_DAY: '8' }, 'PLACE_TOKENS_A_DAY: is more than TOKENS_A_DAY'],
    [{ TOKENS_A_DAY: 'many' }, 'TOKENS_A_DAY: Invalid input: expected number, received NaN (it is "many")'],
    [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN: is an app-level token'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: is no app-level token'],
    [{ EMBEDDING_MODEL: 'm' }, 'EMBEDDING_MODEL: m needs OPENAI_API_KEY'],
    [{ WEB_ACCESS: 'public' }, 'WEB_ACCESS: needs WEB_PORT'],
    [{ WEB_PORT: '4100', WEB_LISTED: 'true' }, 'WEB_LISTED: needs WEB_ACCESS=public'],
    [{ MCP_HOSTS: 'example.org' }, 'MCP_HOSTS: needs MCP_PORT or WEB_PORT'],
    [{ DISCORD_GUILD_ID: '1' }, 'DISCORD_GUILD_ID: needs DISCORD_TOKEN'],
    [{ LIBRARY_PATH: '/data/library', WATCH_PATH: '/data' }, 'WATCH_PATH: the library (LIBRARY_PATH) is in it'],
  ])('%j is wrong together', (env, told) => expect(errorOf(env)).toContain(told));
});

describe('the server of the model', () => {
  it('is where it is said to be', () => {
    expect(modelServer(readConfig({})).address).toBe('https://api.openai.com/v1');
    expect(modelServer({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).toEqual({
      address: 'http://127.0.0.1:1/v1',
      headers: {},
    });
  });
  it('gets a password in a header, and its address has none', () =>
    expect(modelServer({ OPENAI_BASE_URL: 'http://ana:hush%40@127.0.0.1:1/v1' })).toEqual({
      address: 'http://127.0.0.1:1/v1',
      headers: { Authorization: `Basic ${Buffer.from('ana:hush@').toString('base64')}` },
    }));
});

describe('tracing', () => {
  it('is off unless it is asked for here', () => {
    const env = { LANGSMITH_TRACING: 'true', LANGCHAIN_TRACING_V2: 'true', HOME: '/home/ana' };
    withoutTracing(env, readConfig({ MODEL_TRACING: 'true' }));
    expect(Object.keys(env)).toHaveLength(3);
    withoutTracing(env, readConfig({}));
    expect(env).toEqual({ HOME: '/home/ana' });
  });
});
