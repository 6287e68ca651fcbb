import { ContextOverflowError } from '@langchain/core/errors';
import { describe, expect, it } from 'vitest';
import { Fault, faultOf, isWorthRetrying, mayBeTheForm, noticeOf } from '../../src/answering/model/faults.ts';

/** As the client throws for a status: with headers and the message of the server. */
const failed = (status: number, message = '', more: object = {}) =>
  Object.assign(new Error(`${status} ${message}`), { status, ...more });

function check(error: unknown, kind: string, retried: boolean): void {
  const fault = faultOf(error);
  expect(fault.kind).toBe(kind);
  expect(isWorthRetrying(fault)).toBe(retried);
}

describe('an error of the client', () => {
  it.each<[string, unknown, string, boolean]>([
    ['too many requests', failed(429), 'busy', true],
    ['no credit', failed(429, 'You exceeded your current quota'), 'quota', false],
    ['no credit by code', failed(429, '', { code: 'insufficient_quota' }), 'quota', false],
    ['500', failed(500), 'failed', true],
    ['503', failed(503), 'failed', true],
    ['401', failed(401), 'key', false],
    ['403', failed(403), 'key', false],
    ['404', failed(404), 'unknown model', false],
    ['400 for the model', failed(400, 'The model `x` does not exist'), 'unknown model', false],
    ['400 for the length', failed(400, 'maximum context length is 4096 tokens'), 'too long', false],
    ['413', failed(413), 'too long', false],
    ['a context overflow', new ContextOverflowError('too long'), 'too long', false],
    ['400 for the form', failed(400, 'response_format is not supported'), 'rejected', false],
    ['404 for tools', failed(404, 'No endpoints found that support tool use'), 'rejected', false],
    ['500 for the schema', failed(500, 'failed to parse grammar'), 'rejected', false],
    ['400', failed(400), 'rejected', false],
    ['422', failed(422), 'rejected', false],
    ['504', failed(504), 'slow', true],
    ['a time-out', Object.assign(new Error('Request timed out.'), { name: 'TimeoutError' }), 'slow', true],
    ['no connection', new Error('Connection error.'), 'unreachable', true],
    ['a lost connection', new TypeError('terminated'), 'cut', true],
    [
      'a lost connection below',
      new Error('Connection error.', { cause: new Error('read ECONNRESET reset') }),
      'cut',
      true,
    ],
    ['broken JSON', new SyntaxError('Unexpected token'), 'malformed', true],
    ['nothing at all', undefined, 'unreachable', true],
    ['a fault', new Fault('refused'), 'refused', false],
  ])('%s', (_name, error, kind, retried) => check(error, kind, retried));

  it('tells how long to wait', () => {
    expect(faultOf(failed(429, '', { headers: new Headers({ 'retry-after': '7' }) })).retryAfterMs).toBe(7000);
    expect(faultOf(failed(503, '', { headers: new Headers({ 'retry-after': '2' }) })).retryAfterMs).toBe(2000);
  });
  it('may be of the form alone', () =>
    expect([failed(400), failed(501), failed(500), failed(401)].map((error) => mayBeTheForm(faultOf(error)))).toEqual([
      true,
      true,
      false,
      false,
    ]));
});

it('is told in one line, without what the server said', () =>
  expect(noticeOf('key')).toBe(
    'The server of the model does not accept the key, so this answer was made without the model.',
  ));
