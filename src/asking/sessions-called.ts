/** Which sessions are called by some words, wherever a session is named: in a question, a command, an option, a chat. */
import { fold } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';

interface Named {
  id: string;
  title: string;
  event?: string | null;
}

/**
 * The one whose id or whole title the words are, otherwise those that have them in their title, event or id, side by
 * side or, where none has, one by one.
 */
export function sessionsCalled<Called extends Named>(words: string, sessions: Called[]): Called[] {
  const wanted = plain(words);
  if (wanted === '') return [];
  const named = sessions.map((session) => ({
    session,
    names: [session.id, session.title],
    text: plain([session.title, session.event ?? '', session.id].join(' | ')),
  }));
  const ways: ((each: (typeof named)[number]) => boolean)[] = [
    ({ names }) => names.includes(words),
    ({ names }) => names.some((name) => plain(name) === wanted),
    ({ text }) => text.includes(wanted),
    ({ text }) => wanted.split(' ').every((word) => ` ${text} `.includes(` ${word} `)),
  ];
  const found = ways.map((isCalled) => named.filter(isCalled)).find((alike) => alike.length > 0) ?? [];
  return found.map(({ session }) => session);
}

/** What sessions are narrowed to; days as `2025-07-11`, `2025-07` or `2025`. */
export interface Narrowed {
  session?: string | undefined;
  event?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function sessionsWithin<Dated extends Named & { date: string | null }>(
  { session, event, from, to }: Narrowed,
  sessions: Dated[],
): Dated[] {
  const called = session === undefined ? sessions : sessionsCalled(session, sessions);
  return called
    .filter((each) => event === undefined || isEvent(each, event))
    .filter(({ date }) => from === undefined || (date !== null && date >= from))
    .filter(({ date }) => to === undefined || (date !== null && date.slice(0, to.length) <= to));
}

/** Has an event's name all of some words? */
function isEvent({ event: of }: Named, words: string): boolean {
  return typeof of === 'string' && sessionsCalled(words, [{ id: '', title: of }]).length > 0;
}

/** Without accents, marks and capitals. */
const plain = remembering(
  (text) =>
    fold(text)
      .replaceAll(/[^\p{L}\p{N}|]+/gu, ' ')
      .trim(),
  20_000,
);
