/** A model of another maker by LangChain's package for it, at a server on this machine. */
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { harbour, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const folder = temporaryFolder();
beforeAll(async () => {
  const rapporteur = await rapporteurIn(folder);
  await rapporteur.ingest([recordOf(harbour)]);
  await rapporteur.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const sentence = 'We counted 312 seals in the bay last autumn';
const question = 'How many seals were counted in the bay?';

async function answered(prepare: (mock: LLMock) => void) {
  const mock = new LLMock({ port: 0, chunkSize: 8 });
  await mock.start();
  prepare(mock);
  vi.stubEnv('ANTHROPIC_API_KEY', 'secret-key');
  vi.stubEnv('ANTHROPIC_BASE_URL', mock.url);
  const rapporteur = await rapporteurIn(folder, { CHAT_MODEL: 'anthropic:claude-sonnet' });
  const answer = await rapporteur.ask({ text: question });
  const asked = mock.getRequests().map(({ path }) => path);
  await rapporteur.close();
  await mock.stop();
  return { answer, asked };
}

/** Keeps the words of the sentence, by its number in the evidence. */
const keeps = ({ messages }: { messages: { content: unknown }[] }) => {
  const evidence = JSON.stringify(messages.at(-1)!.content);
  const number = Number(new RegExp(String.raw`\[(\d+)\] ${sentence}`).exec(evidence)![1]);
  const content = JSON.stringify({ answered: true, statements: [{ sentence: number, keep: sentence }] });
  return { content, usage: { input_tokens: 50, output_tokens: 6 } };
};

it('answers, and the quotes are the program’s', async () => {
  const { answer, asked } = await answered((mock) => mock.on({}, keeps));
  expect(asked).toEqual(['/v1/messages']);
  expect(answer).toMatchObject({
    text: `Tomas Lindqvist: ${sentence} [1].`,
    model: 'claude-sonnet',
    usage: { inputTokens: 50, outputTokens: 6 },
  });
  expect(answer.quotes[0]!.text).toContain('312 seals');
});

it.each<[string, (mock: LLMock) => void, string]>([
  ['is cut off', (mock) => mock.on({}, (request) => ({ ...keeps(request), finishReason: 'length' })), 'broke off'],
  ['is overloaded', (mock) => mock.on({}, { error: { message: 'Overloaded' }, status: 529 }), 'failed'],
  ['accepts no key', (mock) => mock.on({}, { error: { message: 'invalid x-api-key' }, status: 401 }), 'the key'],
])('is answered for by the program where it %s', async (_what, prepare, notice) => {
  const { answer } = await answered(prepare);
  expect(answer).toMatchObject({ status: 'answered', model: null, notice: expect.stringContaining(notice) as string });
});
