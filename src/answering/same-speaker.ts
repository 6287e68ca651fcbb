/** Who somebody is over several sessions, so that nobody is counted twice. */
import type { Quote } from '../answer.ts';
import type { Directory } from '../people/directory.ts';

/** The same text for the same person; each turn by nobody who is known is somebody of its own. */
export function sameSpeaker({
  people,
}: Directory): (said: Pick<Quote, 'speaker' | 'turn'> & { session: { id: string } }) => string {
  const known = new Map<string, string>(
    people.flatMap(({ appearances }, person) =>
      appearances.map(({ session, speaker }) => [`${session}\n${speaker}`, `${person}`] as const),
    ),
  );
  return ({ speaker, session, turn }) => {
    const where = `${session.id}\n${speaker}`;
    return speaker === null ? `${where} ${turn}` : (known.get(where) ?? where);
  };
}
