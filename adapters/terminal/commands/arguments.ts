/** What commands take: words, sessions by name, numbers. Each throws what was wrong with it, in a sentence. */
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { sessionsCalled } from '../../../src/asking/sessions-called.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import { CommandError } from './shell.ts';

/** The id of the one session meant by an id or by words of a title. */
export async function sessionNamed(rapporteur: Rapporteur, words: string): Promise<string> {
  const alike = sessionsCalled(words, await rapporteur.sessions());
  if (alike.length === 1) return alike[0]!.id;
  throw new CommandError(
    alike.length === 0
      ? `There is no session called “${words}”; "sessions" lists them.`
      : `“${words}” can mean ${alike.length} sessions: ${alike
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}${alike.length > 5 ? ', …' : ''}`,
  );
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

/** What a line of a batch is called by, handed on with its result. */
export const batchId = z.union([z.string(), z.number()]).optional();
