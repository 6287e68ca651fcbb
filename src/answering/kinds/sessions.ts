/** "Which sessions are there?" */
import { count, titleAndDay, told, type Asked, type Made } from './kind.ts';

export async function sessionsRead(_subject: unknown, { sessions }: Asked): Promise<Made | null> {
  const shown = sessions.slice(0, mostShown).map(titleAndDay).join('; ');
  const more = sessions.length > mostShown ? '; …' : '';
  return told(`${count(sessions.length, 'session')} can be read here: ${shown}${more}.`);
}

const mostShown = 20;
