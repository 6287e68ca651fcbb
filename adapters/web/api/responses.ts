/** What each route can respond with, and how a problem is told. */
import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as schemas from './schemas.ts';

const problems = { 'application/problem+json': { schema: schemas.problem } };
const failures = {
  400: { description: 'What was asked is not as it should be', content: problems },
  401: { description: 'A token is needed, or this one is not good', content: problems },
  403: { description: 'The token may not', content: problems },
  404: { description: 'Nothing there that may be seen', content: problems },
  413: { description: 'The body is too long', content: problems },
  415: { description: 'The body is no JSON by its content-type', content: problems },
  429: { description: 'Too much at once; Retry-After says for how many seconds', content: problems },
  500: { description: 'It failed; the log tells why', content: problems },
} as const;

export function answers<Schema extends z.ZodType>(schema: Schema) {
  return { 200: { description: 'As asked', content: { 'application/json': { schema } } }, ...failures } as const;
}

/** Bytes of a kind that the file's name asks for. */
export const fileOf = {
  200: { description: 'The file', content: { 'application/octet-stream': { schema: schemas.bytes } } },
  ...failures,
} as const;

/** A body that is a file. */
export function anyBytes(description: string) {
  return { description, required: true, content: { 'application/octet-stream': { schema: schemas.bytes } } };
}

/** RFC 9457. */
export function problem(
  context: Context,
  status: 400 | 401 | 403 | 404 | 413 | 415 | 429 | 500,
  title: string,
  detail: string,
) {
  return context.body(JSON.stringify({ type: 'about:blank', title, status, detail }), status, {
    'content-type': 'application/problem+json',
  }) as never;
}

/** Whether who asks wants to hear how far it is. */
export function wantsEvents(context: Context): boolean {
  return (context.req.header('accept') ?? '').includes('text/event-stream');
}
