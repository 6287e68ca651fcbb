/** People of a session as a library keeps them: JSON, without what most have nothing of, and what stands in the row anyway. */
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../../people/person.ts';

/** Who is known by name alone, and speaks under it. */
function plain(name: string, session: string): Person {
  return {
    name,
    otherNames: [],
    role: null,
    affiliation: null,
    sessions: [session],
    appearances: [{ session, speaker: name }],
    introducedAs: [],
    says: [],
    introduces: 0,
  };
}

export function peopleAsText(people: Person[], session: string): string {
  return JSON.stringify(
    people.map((person) => {
      const usual = new Map<string, unknown>(Object.entries(plain(person.name, session)));
      return Object.fromEntries(
        Object.entries(person).filter(([of, value]) => of === 'name' || !isDeepStrictEqual(value, usual.get(of))),
      );
    }),
  );
}

/** Also of what was written whole, before version 8. */
export function peopleFromText(text: string, session: string): Person[] {
  const people = JSON.parse(text) as (Partial<Person> & Pick<Person, 'name'>)[];
  return people.map((person) => ({ ...plain(person.name, session), ...person }));
}
