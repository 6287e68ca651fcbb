/** Which records are of one person, and how they are joined. */
import { distance } from 'fastest-levenshtein';
import { fold, foldVariants, readName, smallWords } from '../words/names.ts';
import { remembering } from '../words/remembering.ts';
import { addNew, allNamesOf, type Person } from './person.ts';
import { isGeneric } from './roles.ts';

/** Joins records of the same person: the same words of a full name, in any order and spelling, or nearly so with the same office. */
export function mergePeople(people: Person[]): Person[] {
  const merging = peopleMerging();
  for (const person of people) merging.add(person);
  return merging.merged;
}

/** The same, one record after the other, for who goes on where others come. Records are not changed; `merged` grows and its people do. */
export function peopleMerging(): { add(person: Person): void; merged: Person[] } {
  const merged: Person[] = [];
  const byKey = new Map<string, Person>();
  const byRest = new Map<string, { person: Person; word: string }[]>();
  return { merged, add: addRecord };

  function addRecord(person: Person): void {
    const fullNames = allNamesOf(person)
      .map(fullName)
      .filter((words) => words !== null);
    const offices = officesOf(person);
    const keys = fullNames.map((words) => words.join(' '));
    // A name that is no full name is the same person only within one session, or where the office is the same too.
    if (keys.length === 0) {
      const key = wordsOf(person.name).join(' ');
      keys.push(
        `${key} in ${person.sessions.join(' ')}`,
        ...(isGeneric(person.name) ? [] : offices.map((office) => `${key} of ${office}`)),
      );
    }
    // Two spellings of a full name that differ in one word share the rest.
    const rests = (fullNames[0] ?? [])
      .filter((word) => word.length > 5)
      .map((word) => ({ word, rest: (fullNames[0] ?? []).filter((other) => other !== word).join(' ') }));
    const isNearly = (other: Person) =>
      !person.sessions.some((session) => other.sessions.includes(session)) &&
      officesOf(other).some((office) => offices.includes(office));
    const same =
      keys.map((key) => byKey.get(key)).find(Boolean) ??
      rests.flatMap(({ word, rest }) =>
        (byRest.get(rest) ?? []).filter((other) => distance(word, other.word) === 1 && isNearly(other.person)),
      )[0]?.person;
    const into = same ?? copyOf(person);
    if (same) join(same, person);
    else merged.push(into);
    for (const key of keys) byKey.set(key, into);
    for (const { word, rest } of rests) {
      const others = byRest.get(rest);
      if (!others) byRest.set(rest, [{ person: into, word }]);
      else if (!others.some((other) => other.person === into && other.word === word))
        others.push({ person: into, word });
    }
  }
}

/** One that can grow without what it was made from. */
function copyOf(person: Person): Person {
  return {
    ...person,
    otherNames: [...person.otherNames],
    sessions: [...person.sessions],
    appearances: [...person.appearances],
    introducedAs: [...person.introducedAs],
    says: [...person.says],
  };
}

function join(into: Person, other: Person): void {
  addNew(
    into.otherNames,
    allNamesOf(other).filter((name) => name !== into.name),
  );
  addNew(into.introducedAs, [
    ...other.introducedAs,
    // A second role is another way they were presented.
    into.role !== null && other.role !== into.role ? other.role : null,
    into.affiliation !== null && other.affiliation !== into.affiliation ? other.affiliation : null,
  ]);
  into.role ??= other.role;
  into.affiliation ??= other.affiliation;
  addNew(into.says, other.says);
  addNew(into.sessions, other.sessions);
  into.appearances.push(...other.appearances);
  into.introduces += other.introduces;
}

/** The words of a full name in one spelling and one order; null for a name that is none. What it gives is shared: not to be changed. */
const fullName = remembering((name): string[] | null => {
  const isFull =
    !isGeneric(name) && readName(name).words.filter((word) => word.length > 1 && !smallWords.has(word)).length > 1;
  return isFull ? wordsOf(name) : null;
}, 50_000);

/** The words of a name in one spelling and one order. */
function wordsOf(name: string): string[] {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return (words.length > 0 ? words : [fold(name)])
    .map((word) => foldVariants(word).at(-1) ?? word)
    .toSorted((one, other) => (one < other ? -1 : 1));
}

function officesOf(person: Person): string[] {
  // "Moderator" is nobody's own office.
  return [person.role, person.affiliation, readName(person.name).aside]
    .filter((office) => office !== null && !isGeneric(office))
    .map((office) => fold(office ?? ''));
}
