/** The people of a library: who a record says took part, and what the transcript itself tells of them. */

import type { Session } from '../session.ts';
import { hearIntroductions } from './introductions.ts';
import { mergePeople } from './merging.ts';
import type { Person } from './person.ts';
import { hearSelfIntroductions } from './self-introductions.ts';

/** Everyone who speaks in the sessions. The same person in several is one; two different people are never one. */
export function peopleOf(sessions: Session[]): Person[] {
  return mergePeople(sessions.flatMap(peopleIn));
}

/** The people of one session: what a library can keep beside it, and `mergePeople` joins. */
export function peopleIn(session: Pick<Session, 'id' | 'speakers' | 'turns'>): Person[] {
  const people = new Map<string, Person>();
  const listed = new Map(session.speakers.map((speaker) => [speaker.name, speaker]));
  for (const name of new Set([...listed.keys(), ...session.turns.flatMap((turn) => turn.speaker ?? [])])) {
    const speaker = listed.get(name);
    people.set(name, {
      name,
      otherNames: speaker?.otherNames ?? [],
      role: speaker?.role ?? null,
      affiliation: speaker?.affiliation ?? null,
      sessions: [session.id],
      appearances: [{ session: session.id, speaker: name }],
      introducedAs: [],
      says: [],
      introduces: 0,
    });
  }
  // Expressions that look for blanks between words must not meet a million of them.
  const turns = session.turns.map((turn) => ({ ...turn, text: turn.text.replace(/\s{2,}/g, ' ') }));
  hearIntroductions(turns, people);
  for (const turn of turns) {
    const person = people.get(turn.speaker ?? '');
    if (person) hearSelfIntroductions(turn.text, person);
  }
  return [...people.values()];
}
