/** What was looked through, so that an empty result says something. */
import { z } from 'zod';
import type { Caller } from './tool.ts';
import { ToolError } from './tool.ts';
import { span } from '../../../src/answering/finding-aid.ts';
import { sessionsCalled } from '../../../src/asking/sessions-called.ts';

export const searchedShape = z.strictObject({
  sessions: z.number().int().describe('How many sessions were looked through'),
  from: z.string().nullable().describe('Date of the first'),
  to: z.string().nullable().describe('Date of the last'),
});

/** The same of what goes through session by session. */
export const lookedThroughShape = searchedShape.extend({
  sessions: z.number().int().describe('Looked through: those in which the speaker speaks, where one is asked for'),
  of: z.number().int().describe('Sessions that could have been'),
  unread: z.number().int().describe('Left out, since they were too many to read'),
});

export async function searchedBy({ rapporteur, scope }: Caller, session?: string) {
  const all = await rapporteur.sessions(scope);
  const looked = session === undefined ? all : sessionsCalled(session, all);
  return { sessions: looked.length, ...span(looked) };
}

/** The id of the one session meant. Throws a `ToolError` where there is none or more than one. */
export async function sessionMeant(words: string, { rapporteur, scope }: Caller): Promise<string> {
  const called = sessionsCalled(words, await rapporteur.sessions(scope));
  if (called.length === 1) return called[0]!.id;
  throw new ToolError(
    called.length === 0
      ? `There is no session called "${words}" that may be read here; the tool "sessions" lists those there are.`
      : `"${words}" can mean ${called.length} sessions: ${called
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}; give one of these ids.`,
  );
}
