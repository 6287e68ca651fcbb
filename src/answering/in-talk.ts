/** Which session is in talk: "Who took part?" after an answer from one session asks of that one, and not of the newest. */
import type { Inquiry } from '../asking/asked.ts';
import { tokensOf } from '../words/names.ts';
import { termsOf } from '../words/terms.ts';
import type { Before } from './kinds/kind.ts';

/** Whether a question asks of a session as a whole, and names none. */
export function asksOfSessionInTalk({ subject, speakers, asksFor, form }: Inquiry): boolean {
  if (speakers.length > 0 || subject?.of === 'sessions' || subject?.of === 'role') return false;
  return subject !== null || asksFor.has('figures') || asksFor.has('commitments') || form?.kind === 'timeline';
}

/** Of the sessions meant, the one whose title the question has, or that the last answer was from; null where there is no such one, or no choice. */
export function sessionInTalk<Given extends { id: string; title: string }>(
  sessions: Given[],
  question: string,
  before: Before | null,
): Given | null {
  const names = tokensOf(question)
    .slice(1)
    .flatMap(({ capital, raw }) => (capital ? termsOf(raw) : []));
  const titled = sessions.find(({ title }) => names.every((name) => termsOf(title).includes(name)));
  if (names.length > 0 && titled) return titled;
  const ids = new Set(before?.shown.map(({ session }) => session.id));
  if (ids.size !== 1 || sessions.length < 2) return null;
  return sessions.find(({ id }) => ids.has(id)) ?? null;
}
