import { MODEL_PROVIDER_CONFIG } from 'langchain/chat_models/universal';
import { describe, expect, it } from 'vitest';
import { openChatModel, refuseMissingMaker } from '../../src/answering/model/chat-model.ts';
import { makerOf, otherMakers, readConfig } from '../../src/config.ts';

describe('a model of another maker', () => {
  it('is known by every name that LangChain has for one, but for two and one of a model', () => {
    const { openai: _own, langsmith: _gateway, mistral: _model, ...known } = MODEL_PROVIDER_CONFIG;
    expect(otherMakers).toEqual(Object.fromEntries(Object.entries(known).map(([name, each]) => [name, each.package])));
  });
  it.each([
    ['anthropic:claude-sonnet', 'anthropic'],
    ['google-vertexai:gemini', 'google-vertexai'],
    ['llama3.1:8b', null],
    ['mistral:7b', null],
    ['ft:gpt-4o:org', null],
    ['openai:gpt-5', null],
    ['anthropic', null],
    ['constructor:x', null],
  ])('%s is of %s', (model, maker) => {
    expect(makerOf(model)).toBe(maker);
  });
  it('needs no key of OpenAI', () => {
    expect(readConfig({ CHAT_MODEL: 'anthropic:claude-sonnet' }).CHAT_MODEL).toBe('anthropic:claude-sonnet');
    expect(() => readConfig({ CHAT_MODEL: 'gpt-5' })).toThrow('needs OPENAI_API_KEY');
  });
  it('names the package that is missing and the command', () => {
    expect(() => refuseMissingMaker({ CHAT_MODEL: 'cohere:command' })).toThrow(
      'CHAT_MODEL cohere:command: needs the package @langchain/cohere, which is not installed. Install it with: npm install --no-save @langchain/cohere',
    );
    expect(() => refuseMissingMaker({ CHAT_MODEL: 'anthropic:claude-sonnet' })).not.toThrow();
    expect(() => refuseMissingMaker({ CHAT_MODEL: undefined })).not.toThrow();
  });
  it('says what its client misses', async () => {
    await expect(openChatModel({ CHAT_MODEL: 'anthropic:claude-sonnet' })).rejects.toThrow(
      /^CHAT_MODEL anthropic:claude-sonnet: .*API key/u,
    );
  });
});

it('openai: before a model is the maker that is asked without it', async () => {
  const { name, server } = await openChatModel({ CHAT_MODEL: 'openai:gpt-5', OPENAI_API_KEY: 'k' });
  expect([name, server]).toEqual(['gpt-5', 'https://api.openai.com/v1']);
});
