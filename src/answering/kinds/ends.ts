/** "What did Ana Ruiz say at the end?", "How did she begin?": the last or the first sentences of their remarks. */
import { endIn } from '../../asking/parts/ends.ts';
import type { Quote } from '../../answer.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { namesIn, type Person } from '../../people/person.ts';
import { termsOf } from '../../words/terms.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import { asksTime } from '../figures/figure.ts';
import { readingsOf } from '../ground.ts';
import { denied, numbered, onlyNear, type Kind, type Made } from './kind.ts';

export const ends: Kind = {
  isAskedBy: ({ question, speakers, own, words }) =>
    speakers.some(({ matches }) => matches.length > 0) &&
    endIn(question) !== null &&
    // "When did it begin?" is of a thing.
    !asksTime(question) &&
    termsOf(own ?? words).length === 0,

  async answer(asked): Promise<Made | null> {
    const { inquiry, people, spokenIn, sessions, ground, say } = asked;
    const last = (await asked.before())?.shown[0]?.session.id;
    const [id] = last !== undefined && spokenIn.includes(last) ? [last] : spokenIn;
    if (id === undefined) return null;
    const end = endIn(inquiry.question)!;
    // "The moderator" of many sessions is nobody for certain.
    const isCertain = id === last || people.length === 1;
    const readings = await readingsOf(isCertain ? [id] : spokenIn.slice(0, mostSessions), ground);
    // Its turns are in no order.
    if (isCertain && readings[0]!.session.chathamHouse) return denied(say('orderNotTold'));
    const quotes = readings.flatMap((reading) => endOf(reading, end, people) ?? []);
    if (quotes.length === 0) return null;
    if (!isCertain && spokenIn.length > 1) return onlyNear('', quotes, say);
    const text = say(end === 'end' ? 'atEnd' : 'atBeginning', { names: say.names(numbered(quotes)) });
    const placed =
      sessions.length > 1 ? say('inSession', { title: say.titleAndDay(readings[0]!.session), text }) : text;
    return { text: placed, quotes, report: [], marked: true };
  },
};

/** The last or the first sentences of somebody's remarks; null where they said nothing. */
function endOf(reading: Reading, end: 'end' | 'beginning', people: Person[]): Omit<Quote, 'n'> | null {
  const { session, sentences } = reading;
  if (session.chathamHouse) return null;
  const names = namesIn(session.id, people);
  const isTheirs = ({ speaker }: { speaker: string | null }) => speaker !== null && names.has(speaker);
  const at = end === 'end' ? sentences.findLastIndex(isTheirs) : sentences.findIndex(isTheirs);
  if (at < 0) return null;
  const step = end === 'end' ? -1 : 1;
  let far = at;
  while (Math.abs(far - at) < mostSentences - 1 && sentences[far + step]?.turn === sentences[at]!.turn) far += step;
  return quoteOfRun(reading, { first: Math.min(at, far), last: Math.max(at, far) });
}

const mostSentences = 5;
const mostSessions = 3;
