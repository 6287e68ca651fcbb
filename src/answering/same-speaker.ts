/** Who somebody is over several sessions, so that nobody is counted twice. */
import type { Quote } from '../answer.ts';
import type { Directory } from '../people/directory.ts';
import type { Person } from '../people/person.ts';
import { readName } from '../words/names.ts';

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

/** The one name of whoever is called `speaker` in a session (an id); what they are called there where others have that name too. */
export type NameIn = (session: string, speaker: string) => string;

export function joinedName(directory: Directory): NameIn {
  const known = joined.get(directory) ?? joinedOf(directory);
  joined.set(directory, known);
  return known;
}

const joined = new WeakMap<Directory, NameIn>();

function joinedOf({ people }: Directory): NameIn {
  const called = Map.groupBy(people, ({ name }) => name);
  const known = new Map<string, Person>(
    people.flatMap((person) =>
      person.appearances.map(({ session, speaker }) => [`${session}\n${speaker}`, person] as const),
    ),
  );
  const sure = new Map<Person, boolean>();
  return (session, speaker) => {
    const person = known.get(`${session}\n${speaker}`);
    if (!person || called.get(person.name)!.length > 1) return speaker;
    if (!sure.has(person)) sure.set(person, isSurelyOne(person));
    return sure.get(person) === true ? person.name : speaker;
  };
}

/** Two names that differ within one session, "Mueller" and "Muller", may be of two who sit side by side. */
function isSurelyOne({ appearances }: Person): boolean {
  return [...Map.groupBy(appearances, ({ session }) => session).values()].every(
    (here) => new Set(here.map(({ speaker }) => readName(speaker).words.toSorted().join(' '))).size === 1,
  );
}
