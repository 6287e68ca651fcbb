/** Who is one person over sessions that call them differently, so that a paper tells of nobody twice. */
import type { SpeakerSummary } from '../rapporteur.ts';
import { allNamesOf } from '../people/person.ts';

/** Whoever is called so in a session: `key` is the same for the same person alone. */
export interface Joined {
  key: string;
  name: string;
}
export type JoinedIn = (session: string, speaker: string) => Joined;

export function joinedIn(people: SpeakerSummary[]): JoinedIn {
  const known = new Map<string, Set<SpeakerSummary>>();
  for (const person of people)
    for (const name of allNamesOf(person))
      for (const { id } of person.sessions) {
        const where = `${id}\n${name}`;
        known.set(where, (known.get(where) ?? new Set()).add(person));
      }
  const keys = new Map(people.map((person, at) => [person, `${at}`]));
  return (session, speaker) => {
    const where = `${session}\n${speaker}`;
    const [person, ...others] = known.get(where) ?? [];
    // Where two could be meant, nobody is joined.
    return person && others.length === 0
      ? { key: keys.get(person)!, name: person.name }
      : { key: where, name: speaker };
  };
}
