import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listen.ts';

export interface EmbeddingRequest {
  model: string;
  input: string | string[];
  encoding_format?: string;
  dimensions?: number;
}

/** A status with a body, or the whole body of a 200. */
export type EmbeddingAnswer = { status: number; body: unknown; headers?: Record<string, string> } | { data: unknown };

export interface EmbeddingServer {
  /** As OPENAI_BASE_URL wants it. */
  url: string;
  requests: EmbeddingRequest[];
  keys: (string | undefined)[];
  close(): Promise<void>;
}

/**
 * A server at OpenAI's /v1/embeddings that answers as it is told, so that one can be had that lies, which the
 * well-behaved aimock cannot.
 */
export async function embeddingServer(
  answer: (request: EmbeddingRequest, nth: number) => EmbeddingAnswer,
): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  const keys: (string | undefined)[] = [];
  async function respond(request: IncomingMessage, response: ServerResponse) {
    const asked: EmbeddingRequest = JSON.parse(await text(request));
    requests.push(asked);
    keys.push(request.headers.authorization);
    const given = answer(asked, requests.length);
    const [status, content, headers] =
      'status' in given ? [given.status, given.body, given.headers ?? {}] : [200, given, {}];
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content));
  }
  const server = await listen(respond);
  return { url: `http://127.0.0.1:${server.port}/v1`, requests, keys, close: () => server.close() };
}

/** What an honest server answers: a vector for each text, in order, that depends on the text. */
export function honest(
  request: EmbeddingRequest,
  dimensions = 4,
): { object: string; model: string; data: { object: string; index: number; embedding: number[] }[]; usage: object } {
  const texts = [request.input].flat();
  return {
    object: 'list',
    model: request.model,
    data: texts.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: Array.from({ length: dimensions }, (_, n) => text.length + n + (text.codePointAt(n) ?? 1)),
    })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}
