/** What can go wrong at a model's server, what of it is worth another try, and what the asker is told. */
import { ContextOverflowError } from '@langchain/core/errors';
import { parseRetryAfterMs } from '@langchain/core/utils/async_caller';

export type FaultKind =
  | 'busy'
  | 'quota'
  | 'failed'
  | 'unreachable'
  | 'slow'
  | 'cut'
  | 'empty'
  | 'malformed'
  | 'refused'
  | 'key'
  | 'unknown model'
  | 'too long'
  | 'rejected'
  | 'not borne out'
  | 'budget';

export class Fault extends Error {
  override name = 'Fault';
  kind: FaultKind;
  /** How long the server asks to be left alone. */
  retryAfterMs: number | undefined;
  status: number | undefined;

  constructor(
    kind: FaultKind,
    {
      retryAfterMs,
      status,
      cause,
    }: { retryAfterMs?: number | undefined; status?: number | undefined; cause?: unknown } = {},
  ) {
    super(`The model's server: ${kind}`, { cause });
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}

/** Whether the same request may succeed when it is made again. */
export function isWorthRetrying({ kind }: Fault): boolean {
  return ['busy', 'failed', 'unreachable', 'slow', 'cut', 'empty', 'malformed'].includes(kind);
}

/** Whether the server may not know the form of reply that was asked for, so that another should be tried. */
export function mayBeTheForm({ kind, status }: Fault): boolean {
  return kind === 'rejected' || status === 501;
}

/** One line for the asker, without anything the server said. */
export function noticeOf(kind: FaultKind): string {
  return `${reasons[kind]}, so this answer was made without the model.`;
}

/** What an error of the client library means. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (ContextOverflowError.isInstance(error)) return new Fault('too long', { cause: error });
  const {
    status,
    code,
    headers,
    message = '',
    name = '',
  } = (error ?? {}) as { status?: number; code?: string | null; headers?: Headers; message?: string; name?: string };
  const given = { status, cause: error };
  if (name === 'TimeoutError' || status === 408 || status === 504) return new Fault('slow', given);
  if (name === 'LengthFinishReasonError') return new Fault('cut', given);
  if (name === 'ContentFilterFinishReasonError') return new Fault('refused', given);
  // Servers name what they do not know of a request with any status.
  if (
    status !== undefined &&
    status >= 400 &&
    /response_format|json_schema|structured output|stream_options|tool_choice|(?:function|tool) (?:calling|use)|support tools|grammar/iu.test(
      message,
    )
  )
    return new Fault('rejected', given);
  switch (status) {
    case 401:
    case 403:
      return new Fault('key', given);
    case 402:
      return new Fault('quota', given);
    case 404:
      return new Fault('unknown model', given);
    case 413:
      return new Fault('too long', given);
    case 409:
    case 425:
      return new Fault('failed', given);
    case 429:
      if (
        code === 'insufficient_quota' ||
        /insufficient[_ ]quota|billing|credit balance|exceeded your current quota/iu.test(message)
      )
        return new Fault('quota', given);
      return new Fault('busy', { ...given, retryAfterMs: parseRetryAfterMs(headers?.get?.('retry-after')) });
    default:
  }
  if (status !== undefined && status >= 400 && status < 600) {
    if (
      /context (?:length|size|window)|maximum context|too many tokens|prompt is too long|(?:at most|maximum of|less than) \d+ tokens/iu.test(
        message,
      )
    )
      return new Fault('too long', given);
    if (
      /model\b.{0,60}\b(?:not found|does not exist|not exist|unknown|invalid|unavailable)|(?:unknown|invalid|no such) model/iu.test(
        message,
      )
    )
      return new Fault('unknown model', given);
    if (status >= 500)
      return new Fault('failed', { ...given, retryAfterMs: parseRetryAfterMs(headers?.get?.('retry-after')) });
    return new Fault('rejected', given);
  }
  if (error instanceof SyntaxError) return new Fault('malformed', given);
  // The client says no more than "terminated" or "Connection error."; why is in the causes.
  const causes = [error, ...causesOf(error)].map((each) => (each instanceof Error ? each.message : '')).join(' ');
  return new Fault(
    /terminated|premature|aborted|reset|hang up|other side closed/iu.test(causes) ? 'cut' : 'unreachable',
    given,
  );
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error.cause, ...causesOf(error.cause)] : [];
}

const reasons: Record<FaultKind, string> = {
  budget: 'The budget of tokens is used up for now',
  busy: 'The server of the model takes no more questions for now',
  quota: 'The account at the server of the model has no credit left',
  failed: 'The server of the model failed',
  unreachable: 'The server of the model cannot be reached',
  slow: 'The model took too long',
  cut: 'The reply of the model broke off',
  empty: 'The model replied with nothing',
  malformed: 'The reply of the model could not be read',
  refused: 'The model refused to reply',
  key: 'The server of the model does not accept the key',
  'unknown model': 'The server does not know the model that is set',
  'too long': 'The question and its evidence are too long for the model',
  rejected: 'The server of the model did not accept the request',
  'not borne out': 'Nothing the model wrote is borne out by what was said',
};
