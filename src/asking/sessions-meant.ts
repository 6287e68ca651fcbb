/** Which sessions a question is after. */
import type { Session } from '../session.ts';
import { termsOf } from '../words/terms.ts';
import type { Inquiry } from './asked.ts';
import { withoutSessionName } from './inquiry.ts';
import { withoutDays } from './parts/days.ts';
import { withoutFrame } from './parts/matter.ts';
import { callsItself, isKindOfSession, sessionNameIn } from './parts/session-name.ts';
import { sessionsCalled } from './sessions-called.ts';

interface Listed {
  id: string;
  title: string;
  date: string | null;
  event: string | null;
}

/**
 * Sessions named outright, by a day, or by words of a title or an event; otherwise all. `words` is what must have been
 * said, without what named them. An event is often named only by who opens it or by the report: `insideOf` gives more
 * of the text of a session where it is known, such as `namingText`, and is asked where no title or event has the words.
 */
export function sessionsMeant<Given extends Listed>(
  sessions: Given[],
  named: string | undefined,
  { idsNamed, days, sessionNamed, words }: Inquiry,
  insideOf: (session: Given) => string | null = () => null,
): { sessions: Given[]; words: string } {
  if (named !== undefined) return { sessions: sessionsCalled(named, sessions), words };
  const ofDays = days.length === 0 ? [] : sessions.filter(({ date }) => days.some((day) => date?.startsWith(day)));
  const among = ofDays.length > 0 ? ofDays : sessions;
  const left = ofDays.length > 0 ? withoutFrame(withoutDays(words)) : words;
  const byId = sessionOfId(among, idsNamed);
  if (byId) return { sessions: [byId.session], words: withoutSessionName(withoutId(left, byId.written)) };
  const calling = termsOf(sessionNamed ?? '');
  if (calling.length === 0) return { sessions: among, words: left };
  const having = (text: string, share: number) => {
    const own = new Set(termsOf(text));
    return calling.filter((term) => own.has(term)).length >= calling.length * share;
  };
  const ofTitle = among.filter(({ id, title, event }) =>
    having([id.replaceAll('-', ' '), title, event ?? ''].join(' '), leastOfName),
  );
  const isCalled = (text: string) =>
    isKindOfSession(sessionNamed!) ? callsItself(sessionNamed!, text) : having(text, 1);
  const ofName = ofTitle.length > 0 ? ofTitle : among.filter((session) => isCalled(insideOf(session) ?? ''));
  return ofName.length === 0
    ? { sessions: among, words: left }
    : { sessions: ofName, words: withoutSessionName(withoutName(words, sessionNamed ?? '')) };
}

/** The session whose id stands in the question, or in one before it, as a word that can be nothing else: "HB2031a", but not "tides". */
function sessionOfId<Given extends Listed>(
  sessions: Given[],
  idsNamed: string[],
): { session: Given; written: string } | null {
  for (const word of idsNamed) {
    const session = sessions.find(({ id }) => id.toLowerCase() === word.toLowerCase());
    if (session) return { session, written: word };
  }
  return null;
}

/** "In the meeting HB2031a" goes whole. */
function withoutId(words: string, written: string): string {
  const at = words.indexOf(written);
  if (at < 0) return words;
  const before = words.slice(0, at).trimEnd().split(/\s+/u);
  while (before.length > 0 && placing.has(before.at(-1)!.toLowerCase())) before.pop();
  return `${before.join(' ')} ${words.slice(at + written.length)}`;
}

const placing = new Set('in at of from during for the session meeting'.split(' '));

/** The frame may have taken "in the meeting" from before a name, which then names no session by itself. */
function withoutName(words: string, name: string): string {
  return sessionNameIn(words) === null ? words.replace(name, ' ') : words;
}

/** Where a session says what it is called: its first turns, and what the report says of it as a whole. */
export function namingText({ turns, findings }: Pick<Session, 'turns' | 'findings'>): string {
  const opening = turns.slice(0, firstTurns).map(({ text }) => text.slice(0, mostOfTurn));
  const report = findings.filter(({ kind }) => kind === 'summary' || kind === 'purpose').map(({ text }) => text);
  return [...opening, ...report].join(' ');
}

const firstTurns = 3;
const mostOfTurn = 2000;

/** Share of the words that call a session which its title or event must have. */
const leastOfName = 0.6;
