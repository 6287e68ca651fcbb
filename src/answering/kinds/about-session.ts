/** What is asked of a session itself: who took part, when it was, what its report lists. */
import { termsOf } from '../../words/terms.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { toldByOneSession, type Subject } from '../../asking/structure.ts';
import { textOf } from '../../words/text-words.ts';
import { findings, nothingShared } from './findings.ts';
import type { Asked, Kind, Made } from './kind.ts';
import { firstTurn } from './first-turn.ts';
import { moderator } from './moderator.ts';
import { nextSession } from './next-session.ts';
import { ofOneSession } from './of-one-session.ts';
import { organisersOf } from './organiser.ts';
import { participants } from './participants.ts';
import { placeOf } from './place.ts';
import { roles } from './roles.ts';
import { sessionsRead } from './sessions.ts';
import { speaking } from './speaking.ts';
import { timeOf } from './time.ts';

const namesReport = waysTo('ofReport');

/** Resolves to null where the sessions cannot tell. */
export type OnSubject<Of> = (subject: Of, asked: Asked) => Promise<Made | null>;

const subjects: { [Of in Subject['of']]: OnSubject<Extract<Subject, { of: Of }>> } = {
  findings,
  sessions: sessionsRead,
  role: roles,
  next: nextSession,
  speaking: ofOneSession(speaking),
  turn: ofOneSession(firstTurn),
  participants: ofOneSession(participants),
  moderator: ofOneSession(moderator),
  organiser: ofOneSession(organisersOf),
  time: ofOneSession(timeOf),
  place: ofOneSession(placeOf),
};

export const aboutSession: Kind = {
  // What was mentioned is looked for among what was said, unless it is asked of the report.
  isAskedBy: ({ subject, asksFor, each, question }: Inquiry) =>
    !each &&
    subject !== null &&
    !(subject.of === 'findings' && asksFor.has('mention') && !namesReport.in(textOf(question))),
  answer: async (asked) => {
    const { subject, sessionNamed } = asked.inquiry;
    if (subject === null || asked.sessions.length === 0) return null;
    // Of a session that none is called, another tells neither when it was nor who was there.
    const isCalled = sessionNamed !== null && termsOf(sessionNamed).length > 0;
    const isOfOccasion = toldByOneSession.has(subject.of);
    if (isOfOccasion && isCalled && asked.sessions.length > 1 && asked.sessions.length === asked.all.length)
      return nothingShared(null, asked);
    return (subjects[subject.of] as OnSubject<Subject>)(subject, asked);
  },
};
