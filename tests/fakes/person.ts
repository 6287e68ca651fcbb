import type { Person } from '../../src/people/person.ts';

/** An invented person of whom the records tell a name and an office. */
export function personCalled(name: string, role: string | null = null, given: Partial<Person> = {}): Person {
  return {
    name,
    otherNames: [],
    role,
    affiliation: null,
    sessions: ['harbour'],
    appearances: [{ session: 'harbour', speaker: name }],
    introducedAs: [],
    says: [],
    introduces: 0,
    ...given,
  };
}
