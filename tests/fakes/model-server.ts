import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listen.ts';

export interface ModelRequest {
  model: string;
  messages: { role: string; content: string }[];
  stream?: boolean;
  response_format?: { type: string; json_schema?: { name: string } };
  tools?: { function: { name: string } }[];
}

/**
 * What the server does. `says` is the text of the reply, as JSON where it is none; by default it is sent as asked for,
 * as text or in the arguments of the tool. `ends` tells how: `stop` as it should, `never` without a finish_reason and
 * without [DONE], `cut` by closing the connection halfway.
 */
export type ModelReply =
  | { says: unknown; ends?: 'stop' | 'length' | 'content_filter' | 'never' | 'cut'; tokens?: [number, number] }
  | { refuses: string }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | { hangs: true }
  | { sends: string; type?: string };

export interface ModelServer {
  /** As OPENAI_BASE_URL wants it. */
  url: string;
  requests: ModelRequest[];
  keys: (string | undefined)[];
  /** Requests that whoever made them gave up before there was a reply. */
  ended(): number;
  close(): Promise<void>;
}

/**
 * A server at OpenAI's /v1/chat/completions that does as it is told, so that one can be had that lies, or ends a stream
 * as no well-behaved one does.
 */
export async function modelServer(
  reply: (request: ModelRequest, nth: number) => ModelReply,
  { streams = true } = {},
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const keys: (string | undefined)[] = [];
  let ended = 0;
  async function respond(incoming: IncomingMessage, response: ServerResponse) {
    response.once('close', () => (ended += response.writableFinished ? 0 : 1));
    const request: ModelRequest = JSON.parse(await text(incoming));
    requests.push(request);
    keys.push(incoming.headers.authorization);
    send(reply(request, requests.length), request, response, streams && request.stream === true);
  }
  const server = await listen(respond);
  return { url: `http://127.0.0.1:${server.port}/v1`, requests, keys, ended: () => ended, close: () => server.close() };
}

let replies = 0;

/** A reply that calls a tool; each has an id of its own, as a server gives it. */
export function callsTool(name: string, given: object, tokens = 100): ModelReply {
  replies += 1;
  const call = { id: `call_${replies}`, type: 'function', function: { name, arguments: JSON.stringify(given) } };
  const message = { role: 'assistant', content: null, tool_calls: [call] };
  const usage = { prompt_tokens: tokens, completion_tokens: 10, total_tokens: tokens + 10 };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const body = { id: `c${replies}`, created: 1, model: 'lent', object: 'chat.completion', choices, usage };
  return { sends: JSON.stringify(body), type: 'application/json' };
}

/** The number a tool gave the sentence with these words. */
export function numberGiven({ messages }: ModelRequest, words: string): number {
  const line = messages
    .flatMap(({ content }) => (content ?? '').split('\n'))
    .find((each) => /^\[\d+\]/u.test(each) && each.includes(words));
  if (!line) throw new Error(`No tool gave “${words}”.`);
  return Number(/\d+/u.exec(line)![0]);
}

/** The numbered lines of the evidence that a request shows. */
export function evidenceOf(request: ModelRequest): { number: number; text: string }[] {
  return [...request.messages.at(-1)!.content.matchAll(/^\[(\d+)\] (.*)$/gmu)].map(([, number, line]) => ({
    number: Number(number),
    text: line!,
  }));
}

/** The number of the evidence that has these words. Throws where none has, so that no lie passes for want of a number. */
export function numberOf(request: ModelRequest, words: string): number {
  const found = evidenceOf(request).find((line) => line.text.includes(words));
  if (!found) throw new Error(`No evidence has “${words}”:\n${request.messages.at(-1)!.content}`);
  return found.number;
}

function send(reply: ModelReply, request: ModelRequest, response: ServerResponse, streams: boolean): void {
  if ('hangs' in reply) return;
  if ('sends' in reply) {
    response.writeHead(200, { 'content-type': reply.type ?? 'text/event-stream' }).end(reply.sends);
    return;
  }
  if ('status' in reply) {
    response
      .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      .end(JSON.stringify(reply.body ?? { error: { message: 'It failed.' } }));
    return;
  }
  const refusal = 'refuses' in reply ? reply.refuses : null;
  const words = 'says' in reply ? (typeof reply.says === 'string' ? reply.says : JSON.stringify(reply.says)) : '';
  const ends = ('says' in reply && reply.ends) || 'stop';
  const [input, output] = ('says' in reply && reply.tokens) || [100, 20];
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
  const tool = request.tools?.[0]?.function.name;
  const part = (content: string) =>
    tool
      ? { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: tool, arguments: content } }] }
      : { content };
  const shared = { id: 'chatcmpl-1', created: 1, model: request.model };
  if (!streams) {
    const message = { role: 'assistant', content: tool ? null : words, refusal, ...(tool && part(words)) };
    const whole = JSON.stringify({
      ...shared,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: ends === 'never' ? null : ends }],
      usage,
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(whole);
    return;
  }
  const event = (delta: object, finish: string | null = null, more: object = {}) =>
    `data: ${JSON.stringify({ ...shared, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`;
  const half = Math.ceil(words.length / 2);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(event({ role: 'assistant', content: tool ? null : '' }));
  if (refusal !== null) response.write(event({ refusal }));
  else response.write(event(part(words.slice(0, half))));
  if (ends === 'cut') {
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (words.length > half)
    response.write(
      event(
        tool
          ? { tool_calls: [{ index: 0, function: { arguments: words.slice(half) } }] }
          : { content: words.slice(half) },
      ),
    );
  if (ends === 'never') {
    response.end();
    return;
  }
  response.write(event({}, ends));
  response.write(`data: ${JSON.stringify({ ...shared, object: 'chat.completion.chunk', choices: [], usage })}\n\n`);
  response.end('data: [DONE]\n\n');
}
