/** What went wrong, for the log and for the person: the log has the cause, the person a reference to it. */
import { loggedError, type LoggedError } from '../log.ts';

/** A short name for one failure, told to the person and written to the log. */
export type Reference = () => string;

/** `random` gives so many random bytes. */
export function references(random: (count: number) => Uint8Array): Reference {
  return () => Buffer.from(random(4)).toString('hex').toUpperCase();
}

/** An error as a log may tell it, whichever log that is. */
export function causeOf(error: unknown): LoggedError {
  return loggedError(error);
}
