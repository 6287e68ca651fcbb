/** What only one session can tell: of several, the newest that can, of those in which the people asked about spoke. */
import type { Inquiry } from '../../asking/asked.ts';
import { peopleMeant, type Mention } from '../../people/mentions.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { readingsOf, type Ground } from '../ground.ts';
import type { Saying } from '../phrases/saying.ts';
import type { Asked, Made } from './kind.ts';

/** Answers from one session, or null where it cannot tell. */
export type FromReading<Subject> = (
  reading: Reading,
  asked: { subject: Subject; inquiry: Inquiry; mentions: Mention[]; ground: Ground; say: Saying },
) => Promise<Made | null>;

export function ofOneSession<Subject>(
  from: FromReading<Subject>,
): (subject: Subject, asked: Asked) => Promise<Made | null> {
  return async (subject, { inquiry, sessions, ground, say }) => {
    const mentions = inquiry.speakers;
    const people = peopleMeant(mentions);
    const spoke = (id: string) => people.length === 0 || people.some((person) => person.sessions.includes(id));
    const meant = sessions.filter(({ id }) => spoke(id)).slice(0, mostRead);
    for (const session of meant) {
      // Nearly always the first can tell, so that the others need not be opened.
      const [reading] = await readingsOf([session.id], ground);
      const made = await from(reading!, { subject, inquiry, mentions, ground, say });
      if (!made) continue;
      return sessions.length > 1
        ? { ...made, text: say('inSession', { title: say.titleAndDay(session), text: made.text }) }
        : made;
    }
    return null;
  };
}

const mostRead = 20;
