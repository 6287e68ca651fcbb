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

/**
 * The same, one record after the other, for who goes on where others come. Records are not changed; `merged` grows and its
 * people do. `records` has, of each of them, the records that were joined.
 */
export function peopleMerging(): { add(person: Person): void; merged: Person[]; records: Person[][] } {
  const merged: Person[] = [];
  const records: Person[][] = [];
  /** By place in `merged`. */
  const byKey = new Map<string, number>();
  const byRest = new Map<string, { at: number; word: string }[]>();
  return { merged, records, add: addRecord };

  function addRecord(person: Person): void {
    const { keys, rests, offices } = knownFor(person);
    const isNearly = (other: Person) =>
      !person.sessions.some((session) => other.sessions.includes(session)) &&
      officesOf(other).some((office) => offices.includes(office));
    const same =
      keys.map((key) => byKey.get(key)).find((at) => at !== undefined) ??
      rests.flatMap(({ word, rest }) =>
        (byRest.get(rest) ?? []).filter((other) => distance(word, other.word) === 1 && isNearly(merged[other.at]!)),
      )[0]?.at;
    const at = same ?? merged.push(copyOf(person)) - 1;
    if (same === undefined) records.push([person]);
    else {
      join(merged[at]!, person);
      records[at]!.push(person);
    }
    for (const key of keys) byKey.set(key, at);
    for (const { word, rest } of rests) {
      const others = byRest.get(rest);
      if (!others) byRest.set(rest, [{ at, word }]);
      else if (!others.some((other) => other.at === at && other.word === word)) others.push({ at, word });
    }
  }
}

/** What a record is joined by: any key, or a spelling that differs in one word and shares the rest. */
interface JoinedBy {
  keys: string[];
  rests: { word: string; rest: string }[];
  offices: string[];
}

/** Made once of each record: after a change all are joined anew. */
function knownFor(person: Person): JoinedBy {
  let known = joinedBy.get(person);
  if (!known) joinedBy.set(person, (known = joinedByOf(person)));
  return known;
}

const joinedBy = new WeakMap<Person, JoinedBy>();

function joinedByOf(person: Person): JoinedBy {
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
  return { keys, rests, offices };
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
