/** "Which sessions are there?" */
import { told, type Asked, type Made } from './kind.ts';

export async function sessionsRead(_subject: unknown, { sessions, say }: Asked): Promise<Made | null> {
  const shown = sessions
    .slice(0, mostShown)
    .map((session) => say.titleAndDay(session))
    .join('; ');
  const more = sessions.length > mostShown ? '; …' : '';
  const titles = `${shown}${more}`;
  return told(
    sessions.length === 1 ? say('oneReadHere', { titles }) : say('readHere', { number: sessions.length, titles }),
  );
}

const mostShown = 20;
