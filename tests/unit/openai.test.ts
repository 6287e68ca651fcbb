import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EmbedderError } from '../../embeddings/embedder.ts';
import { openaiEmbedder } from '../../embeddings/openai.ts';
import {
  type EmbeddingAnswer,
  type EmbeddingRequest,
  type EmbeddingServer,
  embeddingServer,
  honest,
} from '../fakes/embedding-server.ts';

const model = 'text-embedding-3-small';

let server: EmbeddingServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

async function embedderAgainst(
  answer: (request: EmbeddingRequest, nth: number) => EmbeddingAnswer,
  { maxRetries = 0, apiKey = 'key-1' }: { maxRetries?: number; apiKey?: string | null } = {},
) {
  server = await embeddingServer(answer);
  return openaiEmbedder({ model, apiKey: apiKey ?? undefined, baseUrl: server.url, maxRetries });
}

describe('with aimock, a stand-in for the OpenAI server', () => {
  const mock = new LLMock({ port: 0 });
  beforeEach(() => mock.start());
  afterEach(() => mock.stop());

  it('makes vectors of texts and questions', async () => {
    const embedder = openaiEmbedder({ model, apiKey: 'key-1', baseUrl: `${mock.url}/v1` });
    expect(embedder).toMatchObject({ id: `openai/${model}`, dimensions: null });
    const vectors = await embedder.model.embedDocuments(Array.from({ length: 70 }, (_, n) => `chunk ${n}`));
    expect(embedder.dimensions).toBe(1_536);
    expect(vectors).toHaveLength(70);
    expect(mock.getRequests()).toHaveLength(3);
    expect(await embedder.model.embedQuery('chunk 69')).toEqual(vectors[69]);
  });
});

describe('what is asked of the server', () => {
  it('numbers rather than base64, the key, and no more than 32 texts at once', async () => {
    const embedder = await embedderAgainst((request) => honest(request));
    await embedder.model.embedDocuments(Array.from({ length: 33 }, (_, n) => `text ${n}`));
    expect(server!.requests.map(({ input }) => input.length).sort((a, b) => a - b)).toEqual([1, 32]);
    expect(server!.requests[0]).toMatchObject({ model, encoding_format: 'float' });
    expect(server!.keys).toEqual(['Bearer key-1', 'Bearer key-1']);
  });

  it('no text that is empty, broken or full of control characters', async () => {
    const embedder = await embedderAgainst((request) => honest(request));
    await embedder.model.embedDocuments(['', ' \n ', 'a\u0000b', '\ud800x', 'y'.repeat(100_000)]);
    expect(server!.requests[0]!.input).toEqual(['(no words)', '(no words)', 'a b', '\ufffdx', 'y'.repeat(8_000)]);
  });

  it('nothing of the environment: the address and the key are those of the settings', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
    vi.stubEnv('OPENAI_API_KEY', 'key-of-the-environment');
    const embedder = await embedderAgainst((request) => honest(request), { apiKey: null });
    await embedder.model.embedQuery('a');
    expect(server!.keys).toEqual(['Bearer none']);
    vi.unstubAllEnvs();
  });

  it('the words a model was trained to read first', async () => {
    server = await embeddingServer((request) => honest(request));
    const embedder = openaiEmbedder({ model: 'nomic-embed-text', baseUrl: server.url });
    await embedder.model.embedDocuments(['a chunk']);
    await embedder.model.embedQuery('a question');
    expect(server.requests.flatMap(({ input }) => input)).toEqual([
      'search_document: a chunk',
      'search_query: a question',
    ]);
  });
});

describe('an answer in another order', () => {
  it('is put in order', async () => {
    const shuffled = await embedderAgainst((request) => {
      const answer = honest(request);
      return { ...answer, data: answer.data.toReversed() };
    });
    const texts = ['a', 'bb', 'ccc'];
    const vectors = await shuffled.model.embedDocuments(texts);
    for (const [n, text] of texts.entries()) expect(await shuffled.model.embedQuery(text)).toEqual(vectors[n]);
  });
});

describe('a server that takes no more for now', () => {
  it('is asked again when it says', async () => {
    const embedder = await embedderAgainst(
      (request, nth) =>
        nth === 1
          ? { status: 429, body: { error: { message: 'slow down' } }, headers: { 'retry-after': '1' } }
          : honest(request),
      { maxRetries: 1 },
    );
    await embedder.model.embedQuery('a');
    expect(server!.requests).toHaveLength(2);
  });
});

describe('a text too long for the model', () => {
  const limit = 500;
  it.each([
    [
      'vLLM',
      400,
      `This model's maximum context length is ${limit} tokens. However, you requested 2000 tokens in the input for embedding generation.`,
    ],
    [
      'Text Embeddings Inference',
      413,
      `Input validation error: \`inputs\` must have less than ${limit} tokens. Given: 2000`,
    ],
    ['Ollama', 400, 'the input length exceeds the context length'],
    ['OpenAI', 400, `Invalid 'input[0]': maximum context length is ${limit} tokens.`],
  ])('is cut until it fits, the others are whole: %s', async (_, status, message) => {
    const embedder = await embedderAgainst((request) =>
      [request.input].flat().some((text) => text.length > limit)
        ? { status, body: { error: { message, type: 'invalid_request_error' } } }
        : honest(request),
    );
    const texts = ['short', 'x'.repeat(1_500), 'middle '.repeat(60), 'y'.repeat(501)];
    const vectors = await embedder.model.embedDocuments(texts);
    const honestly = openaiEmbedder({ model, baseUrl: server!.url });
    expect(vectors).toEqual(
      await honestly.model.embedDocuments(['short', 'x'.repeat(375), 'middle '.repeat(60), 'y'.repeat(250)]),
    );
  });
});

describe('a fault says where, what and what to do', () => {
  const error = (status: number, message = 'said the server'): EmbeddingAnswer => ({
    status,
    body: { error: { message } },
  });
  it.each<[string, (request: EmbeddingRequest) => EmbeddingAnswer, RegExp]>([
    ['wrong key', () => error(401, 'Incorrect API key provided: key-1'), /refuses OPENAI_API_KEY\. Set the right one/],
    ['unknown model', () => error(404, 'no such model'), /knows no such model.*EMBEDDING_MODEL and OPENAI_BASE_URL/],
    [
      'no more quota',
      () => ({ status: 429, body: { error: { message: 'out of credits', code: 'insufficient_quota' } } }),
      /takes no more for now.*out of credits/,
    ],
    ['broken server', () => error(500), /failed \(500 said the server\)/],
    [
      'fewer vectors',
      (request) => ({ data: honest(request).data.slice(1) }),
      /got 1 vectors for 2 texts.*Choose another model/,
    ],
    [
      'more vectors',
      (request) => ({ data: [...honest(request).data, ...honest(request).data] }),
      /got 4 vectors for 2 texts/,
    ],
    ['no vectors', () => ({ data: null }), /holds no vectors of numbers: \{"data":null\}/],
    [
      'base64 though not asked for',
      () => ({
        data: [
          { index: 0, embedding: 'AACAPw==' },
          { index: 1, embedding: 'AACAPw==' },
        ],
      }),
      /holds no vectors of numbers/,
    ],
    [
      'null among the numbers',
      () => ({
        data: [
          { index: 0, embedding: [1, null] },
          { index: 1, embedding: [1, 2] },
        ],
      }),
      /not all numbers/,
    ],
    [
      'text among the numbers',
      () => ({
        data: [
          { index: 0, embedding: [1, 'NaN'] },
          { index: 1, embedding: [1, 2] },
        ],
      }),
      /not all numbers/,
    ],
    [
      'zeros',
      () => ({
        data: [
          { index: 0, embedding: [0, 0] },
          { index: 1, embedding: [1, 2] },
        ],
      }),
      /empty or all zeros/,
    ],
    [
      'empty vectors',
      () => ({
        data: [
          { index: 0, embedding: [] },
          { index: 1, embedding: [] },
        ],
      }),
      /empty or all zeros/,
    ],
    [
      'two lengths',
      () => ({
        data: [
          { index: 0, embedding: [1, 2] },
          { index: 1, embedding: [1, 2, 3] },
        ],
      }),
      /3 dimensions after others of 2/,
    ],
    ['still too long when short', () => error(400, 'maximum context length is 1 tokens'), /maximum context length/],
  ])('%s', async (_, answer, message) => {
    const { model: embeddings } = await embedderAgainst(answer);
    const failure = await embeddings.embedDocuments(['one', 'two']).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(EmbedderError);
    expect(String(failure)).toMatch(message);
    expect(String(failure)).toContain(model);
    expect(String(failure)).not.toContain('key-1');
  });

  it('another length in a later answer', async () => {
    const { model: embeddings } = await embedderAgainst((request, nth) => honest(request, 3 + nth));
    await embeddings.embedQuery('one');
    await expect(embeddings.embedQuery('two')).rejects.toThrow(/5 dimensions after others of 4/);
  });

  it('no key where one is wanted', async () => {
    const { model: embeddings } = await embedderAgainst(() => error(401), { apiKey: null });
    await expect(embeddings.embedQuery('one')).rejects.toThrow('the server wants a key. Set OPENAI_API_KEY.');
  });

  it('no server', async () => {
    const { model: embeddings } = await embedderAgainst((request) => honest(request));
    await server!.close();
    await expect(embeddings.embedQuery('one')).rejects.toThrow(
      /cannot be reached.*Is it running, and is OPENAI_BASE_URL right/,
    );
    server = null;
  });
});
