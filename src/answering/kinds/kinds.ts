/** Which kind of answer is given for what is asked for. */
import type { Subject } from '../../asking/structure.ts';
import { findings } from './findings.ts';
import type { Asked, Kind, Made } from './kind.ts';
import { moderator } from './moderator.ts';
import { ofOneSession } from './of-one-session.ts';
import { participants } from './participants.ts';
import { roles } from './roles.ts';
import { sessionsRead } from './sessions.ts';
import { speaking } from './speaking.ts';
import { timeOf } from './time.ts';

const kinds: { [Of in Subject['of']]: Kind<Extract<Subject, { of: Of }>> } = {
  findings,
  sessions: sessionsRead,
  role: roles,
  speaking: ofOneSession(speaking),
  participants: ofOneSession(participants),
  moderator: ofOneSession(moderator),
  time: ofOneSession(timeOf),
};

/** Resolves to null where the sessions hold nothing on it, and the words must be searched for instead. */
export async function answerAboutSession(subject: Subject, asked: Asked): Promise<Made | null> {
  if (asked.sessions.length === 0) return null;
  return (kinds[subject.of] as Kind<Subject>)(subject, asked);
}
