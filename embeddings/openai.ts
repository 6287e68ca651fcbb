import { ContextOverflowError } from '@langchain/core/errors';
import { type Budget, estimatedTokens, unlimited } from '../src/budget.ts';
import { OpenAIEmbeddings } from '@langchain/openai';
import type { OpenAI } from 'openai';
import { checkedEmbedder, type Embedder, EmbedderError, instructionFor } from './embedder.ts';

/**
 * Vectors from a server that speaks OpenAI's protocol: OpenAI, or Ollama, vLLM, LM Studio, Text Embeddings Inference
 * at `baseUrl`. The id leaves the server out: one model gives the same vectors wherever it runs.
 */
export function openaiEmbedder({
  model,
  apiKey,
  baseUrl = 'https://api.openai.com/v1',
  headers = {},
  maxRetries = 4,
  budget = unlimited,
}: {
  model: string;
  apiKey?: string | undefined;
  baseUrl?: string | undefined;
  /** Sent with every request. */
  headers?: Record<string, string>;
  maxRetries?: number;
  budget?: Budget;
}): Embedder {
  const client = new CheckedOpenAIEmbeddings({
    model,
    // Servers that want no key still get the header, which the client insists on.
    apiKey: apiKey ?? 'none',
    // Always named, or the client would take it from the environment behind our back.
    configuration: { baseURL: baseUrl, defaultHeaders: headers },
    // Unasked, the client wants base64, which Ollama and others answer with numbers or not at all.
    encodingFormat: 'float',
    // Text Embeddings Inference takes no more than this at once; OpenAI is hardly slower for it.
    batchSize: 32,
    maxConcurrency: 4,
    maxRetries,
    timeout: 60_000,
  });
  client.budget = budget;

  /** A server refuses a batch in which one text is too long for its model: the batch is halved to find it, then the text. */
  async function embed(texts: string[]): Promise<number[][]> {
    try {
      return await client.embedDocuments(texts);
    } catch (error) {
      if (error instanceof BudgetReached) throw error;
      if (!isTooLong(error)) throw explained(error, { model, apiKey, baseUrl });
      if (texts.length > 1) {
        const middle = texts.length >> 1;
        return [...(await embed(texts.slice(0, middle))), ...(await embed(texts.slice(middle)))];
      }
      const text = texts[0]!;
      if (text.length < 100) throw explained(error, { model, apiKey, baseUrl });
      return embed([text.slice(0, text.length >> 1)]);
    }
  }

  return checkedEmbedder({ id: `openai/${model}`, embed, ...instructionFor(model) });
}

/** LangChain's class takes what comes for what was asked. This one looks first. */
class CheckedOpenAIEmbeddings extends OpenAIEmbeddings {
  budget: Budget = unlimited;

  protected override async embeddingWithRetry(request: OpenAI.EmbeddingCreateParams) {
    const characters = [request.input].flat().join('').length;
    const allowance = await this.budget.admit('embeddings', characters, longestWaitMs);
    if (allowance === null) throw new BudgetReached();
    try {
      const response = await super.embeddingWithRetry(request);
      // Some servers leave it out.
      const told = (response.usage as { total_tokens?: number } | undefined)?.total_tokens;
      await allowance.spend({
        inputTokens: told ?? estimatedTokens(characters),
        outputTokens: 0,
        isEstimated: told === undefined,
      });
      return checkedResponse(request, response);
    } finally {
      await allowance.end();
    }
  }
}

/** How long a request waits for others that have the rest of the budget. */
const longestWaitMs = 5_000;

class BudgetReached extends EmbedderError {
  constructor() {
    super(
      'The budget of tokens is used up, so no vectors are asked for. Wait for the next day or month, or raise it: TOKENS_A_DAY, TOKENS_A_MONTH.',
    );
  }
}

function checkedResponse(request: OpenAI.EmbeddingCreateParams, response: OpenAI.CreateEmbeddingResponse) {
  const vectors: unknown = response.data;
  if (!Array.isArray(vectors) || !vectors.every((item) => Array.isArray(item?.embedding))) {
    throw new EmbedderError(`the answer holds no vectors of numbers: ${JSON.stringify(response).slice(0, 200)}`);
  }
  if (vectors.length !== request.input.length)
    throw new EmbedderError(`got ${vectors.length} vectors for ${request.input.length} texts`);
  response.data.sort((a, b) => a.index - b.index);
  return response;
}

interface Server {
  model: string;
  apiKey: string | undefined;
  baseUrl: string;
}

/** Each kind of server says it in other words. */
function isTooLong(error: unknown): boolean {
  return (
    ContextOverflowError.isInstance(error) ||
    (isFailure(error) &&
      [400, 413, 422, 500].includes(error.status ?? 0) &&
      /context (?:length|size|window)|(?:less than|at most|maximum of) \d+ tokens|too (?:long|large)/i.test(
        error.message,
      ))
  );
}

function explained(error: unknown, { model, apiKey, baseUrl }: Server): EmbedderError {
  const where = `Embedding model ${model} at ${baseUrl}`;
  const failure: Error & { status?: number } = isFailure(error) ? error : new Error(String(error));
  // Only the first line: LangChain adds an address of its own documentation below.
  const said = failure.message.split('\n')[0]!;
  const because = (why: string) => new EmbedderError(`${where}: ${why}`, { cause: error });
  switch (failure.status) {
    case 401:
    case 403:
      // What the server says may hold the key.
      return because(
        apiKey
          ? 'the server refuses OPENAI_API_KEY. Set the right one.'
          : 'the server wants a key. Set OPENAI_API_KEY.',
      );
    case 404:
      return because(
        `the server knows no such model, or the address is another (${said}). Check EMBEDDING_MODEL and OPENAI_BASE_URL, which often ends in /v1.`,
      );
    case 429:
      return because(
        `the server takes no more for now (${said}). Try again later, or see to the quota of the account.`,
      );
    case undefined:
      if (failure instanceof EmbedderError)
        return because(`${said}. Choose another model or server: EMBEDDING_MODEL, OPENAI_BASE_URL.`);
      return because(`the server cannot be reached (${said}). Is it running, and is OPENAI_BASE_URL right?`);
    default:
      return because(`the server failed (${said}).`);
  }
}

function isFailure(error: unknown): error is Error & { status?: number } {
  return error instanceof Error;
}
