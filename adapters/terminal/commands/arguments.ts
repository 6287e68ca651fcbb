/** What commands take: words, sessions by name, numbers. Each throws what was wrong with it, in a sentence. */
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { type Narrowed, sessionsCalled, sessionsWithin } from '../../../src/asking/sessions-called.ts';
import { longest, shortened } from '../../../src/words/long-input.ts';
import type { Rapporteur, SessionSummary } from '../../../src/rapporteur.ts';
import type { Session } from '../../../src/session.ts';
import { CommandError } from './shell.ts';

/** The id of the one session meant by an id or by words of a title. */
export async function sessionNamed(rapporteur: Rapporteur, given: string): Promise<string> {
  return oneCalled(given, await rapporteur.sessions());
}

/** The same among all that are held, those too that nobody may see. */
export async function heldSession(rapporteur: Rapporteur, given: string): Promise<string> {
  return oneCalled(given, (await rapporteur.holdings()).sessions);
}

function oneCalled(given: string, sessions: SessionSummary[]): string {
  const words = shortened(given, longest.name).text;
  const alike = sessionsCalled(words, sessions);
  if (alike.length === 1) return alike[0]!.id;
  throw new CommandError(
    alike.length === 0
      ? `There is no session called “${words}”; "sessions" lists them.`
      : `“${words}” can mean ${alike.length} sessions: ${alike
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}${alike.length > 5 ? ', …' : ''}; give one of these ids, or more of the title`,
  );
}

/** Throws where nothing is left to look through: a misspelt event would otherwise be told as "nothing was said". */
export async function mustLeaveSessions(rapporteur: Rapporteur, within: Narrowed): Promise<void> {
  const sessions = await rapporteur.sessions();
  if (sessions.length === 0 || sessionsWithin(within, sessions).length > 0) return;
  const { session, event, from, to } = within;
  const given = Object.entries({ session, event, from, until: to }).flatMap(([option, value]) =>
    value === undefined ? [] : `--${option} “${shortened(value, longest.name).text}”`,
  );
  throw new CommandError(`No session fits ${given.join(' ')}, so nothing was looked through; "sessions" lists them.`);
}

export function wanted(words: string[], what: string): string {
  const text = words.join(' ').trim();
  if (text === '') throw new CommandError(`Give ${what}, or a file of them with --batch.`);
  return text;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError(`"${text}" is not a whole number from 1.`);
  return value;
}

/** People count turns from 1, the program from 0. */
export function turnNumber(text: string): number {
  return wholeNumber(text) - 1;
}

/** A version meant by its number, or by the start of its content's hash, as quotes have it in `session.version`. */
export async function versionNamed(
  rapporteur: Rapporteur,
  id: string,
  named: string,
): Promise<{ number: number; session: Session }> {
  const versions = await rapporteur.versions(id);
  const isHash = /^[\da-f]{12,64}$/.test(named);
  const found = versions.findLast(({ number, hash }) => (isHash ? hash.startsWith(named) : String(number) === named));
  const session = found && (await rapporteur.show(id, undefined, found.number));
  if (session) return { number: found.number, session };
  const numbers = versions.map(({ number }) => number);
  throw new CommandError(
    `${id}: there is no version ${named}; there ${numbers.length === 1 ? 'is' : 'are'} ${numbers.join(', ')}.`,
  );
}

/** What a line of a batch is called by, handed on with its result. */
export const batchId = z.union([z.string(), z.number()]).optional();
