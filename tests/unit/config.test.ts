import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

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
  it('says what a setting needs beside it', () => {
    expect(errorOf({ SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN');
    expect(errorOf({ CHAT_MODEL: 'some-model' })).toContain('CHAT_MODEL: needs OPENAI_API_KEY');
  });
});
