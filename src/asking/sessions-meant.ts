/** Which sessions a question is after. */
import { termsOf } from '../words/terms.ts';
import type { Inquiry } from './asked.ts';
import { withoutSessionName } from './inquiry.ts';
import { sessionsCalled } from './sessions-called.ts';

interface Listed {
  id: string;
  title: string;
  date: string | null;
  event: string | null;
}

/**
 * Sessions named outright, by a day, or by words of a title or an event; otherwise all. `words` is what must have been
 * said, without what named them.
 */
export function sessionsMeant<Session extends Listed>(
  sessions: Session[],
  named: string | undefined,
  { days, sessionNamed, words }: Inquiry,
): { sessions: Session[]; words: string } {
  if (named !== undefined)
    return { sessions: sessionsCalled(named, sessions, ({ title, event }) => [title, event]), words };
  const ofDays = days.length === 0 ? [] : sessions.filter(({ date }) => days.some((day) => date?.startsWith(day)));
  const among = ofDays.length > 0 ? ofDays : sessions;
  const calling = termsOf(sessionNamed ?? '');
  if (calling.length === 0) return { sessions: among, words };
  const ofName = among.filter(({ id, title, event }) => {
    const own = new Set(termsOf([id.replaceAll('-', ' '), title, event ?? ''].join(' ')));
    return calling.filter((term) => own.has(term)).length >= calling.length * leastOfName;
  });
  return ofName.length === 0 ? { sessions: among, words } : { sessions: ofName, words: withoutSessionName(words) };
}

/** Share of the words that call a session which its title or event must have. */
const leastOfName = 0.6;
