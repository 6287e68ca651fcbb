/** Where it is told how things go, and what of an error may be told there: never words of a question or a record. */
import { createRequire } from 'node:module';
import type { pino as Pino, Logger } from 'pino';

/** What a part of the program may log to; as pino's. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Of an error: which it is and where it happened. Its message and its other fields may hold whole prompts. */
export interface LoggedError {
  /** Its name: `LibraryError`. */
  is: string;
  /** `ENOSPC`, or that of the platform. */
  code?: string;
  /** Of HTTP. */
  status?: number;
  /** Result code of SQLite, https://sqlite.org/rescode.html. */
  errcode?: number;
  /** Frames of its stack, the innermost first. */
  at: string[];
  cause?: LoggedError;
}

/** Hears of each warning and error, also where none are printed: pino's level, 40 or 50, and the message. */
export type HearsTrouble = (level: number, message: string) => void;

/** The log of this process, to standard error: each `err` in it is told by `loggedError`. `to` is another place, for tests. */
export function openLog(level: string, to?: Pino.DestinationStream, onTrouble: HearsTrouble = () => {}): Logger {
  // Loaded when a log is opened, at once: a command that has nothing to tell needs none.
  const { pino } = createRequire(import.meta.url)('pino') as { pino: typeof Pino };
  const hooks: Pino.LoggerOptions['hooks'] = {
    logMethod(args, method, at) {
      if (at >= warning) onTrouble(at, typeof args[0] === 'string' ? args[0] : (args[1] ?? ''));
      method.apply(this, args);
    },
  };
  return pino({ level, serializers: { err: loggedError }, hooks }, to ?? pino.destination({ fd: 2, sync: true }));
}

/** The same, opened when the first is told. */
export function logWhenTold(level: string): Log {
  let opened: Logger | null = null;
  const log = () => (opened ??= openLog(level));
  return {
    info: (fields, message) => log().info(fields, message),
    warn: (fields, message) => log().warn(fields, message),
  };
}

/** As pino numbers levels; errors are 50. */
const warning = 40;

/** Under which somebody is told of a failure, and finds it in the log. */
export const reference = () => Math.random().toString(36).slice(2, 8);

export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { is: typeof error, at: [] };
  const { name, cause } = error;
  const { code, status, errcode } = error as Error & { code?: unknown; status?: unknown; errcode?: unknown };
  return {
    is: asName(name) ?? 'Error',
    ...(asName(code) !== null && { code: asName(code)! }),
    ...(typeof status === 'number' && { status }),
    ...(typeof errcode === 'number' && { errcode }),
    at: framesOf(error),
    ...(cause !== undefined && depth < mostCauses && { cause: loggedError(cause, depth + 1) }),
  };
}

const mostCauses = 5;
const mostFrames = 10;

/** A name or a code of a program has no spaces; what a person wrote has. */
function asName(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w.-]{1,60}$/u.test(text) ? text : null;
}

/** The stack begins with the message, of which a line could be made to look like a frame. */
function framesOf({ message, stack = '' }: Error): string[] {
  const start = message === '' ? 0 : stack.indexOf(message);
  const frames = (start < 0 ? '' : stack.slice(start + message.length)).split('\n');
  return frames.flatMap((line) => frame.exec(line)?.[1] ?? []).slice(0, mostFrames);
}

/** `at ask (file:///app/src/x.ts:10:3)` gives `ask (file:///app/src/x.ts:10:3)`. */
const frame = /^ +at ((?:[\w.$<>[\] #]{1,120} \()?(?:file:|node:)?[^\s()"“”?]{1,400}:\d+:\d+\)?)$/u;
