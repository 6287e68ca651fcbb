/** Who can be meant, known from one moment of the library to the next. */
import type { LibraryReader } from '../library/library.ts';
import { directory, foundByOfJoined, type Directory, type FoundBy } from '../people/directory.ts';
import { derivation } from '../library/derive.ts';
import { peopleMerging } from '../people/merging.ts';
import type { Person } from '../people/person.ts';

export interface KnownDirectory {
  /** Of which library it is; of an earlier one it is only gone on from. */
  library: LibraryReader;
  /** Of all records, with how they were joined; null where only what came of it was kept. */
  joined: { records: Person[]; merging: ReturnType<typeof peopleMerging> } | null;
  directory: Directory;
}

/** `known` has the directories of those who looked last, also of an earlier moment that nobody uses any more; `key` names who looks. */
export function directories(
  library: LibraryReader,
  known: Map<string, KnownDirectory>,
  key: string,
): (session?: string) => Promise<Directory> {
  return async (session) => {
    if (session !== undefined)
      return directoryAfter(undefined, (await library.people()).filter(isIn(session))).directory;
    const there = known.get(key);
    if (there?.library === library) return there.directory;
    const kept = await keptPeople(library);
    const records = kept ? [] : await library.people();
    const former = known.get(key);
    // Another question may have made it meanwhile.
    if (former?.library === library) return former.directory;
    const now: KnownDirectory = kept
      ? { library, joined: null, directory: directory(kept.people, kept.foundBy) }
      : { library, ...directoryAfter(former, records) };
    known.delete(key);
    known.set(key, now);
    if (known.size > mostKnown) known.delete(known.keys().next().value!);
    return now.directory;
  };
}

const mostKnown = 32;

function isIn(session: string): (person: Person) => boolean {
  return ({ sessions }) => sessions.includes(session);
}

/** Where sessions only came in since, their people are joined to those known. */
function directoryAfter(
  former: KnownDirectory | undefined,
  records: Person[],
): Pick<KnownDirectory, 'joined' | 'directory'> {
  const before = former?.joined;
  const goesOn = before?.records.every((person, index) => person === records[index]) === true;
  const { merging, count } = goesOn
    ? { merging: before.merging, count: before.records.length }
    : { merging: peopleMerging(), count: 0 };
  for (const person of records.slice(count)) merging.add(person);
  return { joined: { records, merging }, directory: directory(merging.merged, foundByOfJoined(merging)) };
}

/** Everybody of all records, joined, and by which words each is found. */
interface JoinedPeople {
  people: Person[];
  foundBy: FoundBy[];
}

/** As an earlier process kept them, or null. */
async function keptPeople(library: LibraryReader): Promise<JoinedPeople | null> {
  const kept = await library.workedOut?.(joinedPeople);
  return kept ? (JSON.parse(kept) as JoinedPeople) : null;
}

/** Under which name they are kept; its last number is another where the same records are joined otherwise. */
export const joinedPeople = `people of derivation ${derivation}, joined 1`;

/** What is to be kept, where it took this process time: worth it for the next. */
export function peopleToKeep(known: Map<string, KnownDirectory>): { revision: number; text: string } | null {
  const made = [...known.values()].find(
    ({ library, joined }) => library.workedOut !== undefined && joined !== null && joined.records.length >= fewest,
  );
  if (!made) return null;
  const { people, foundBy } = made.directory;
  return {
    revision: made.library.revision,
    text: JSON.stringify({ people, foundBy } satisfies JoinedPeople),
  };
}

/** Fewer records are joined in some milliseconds. */
const fewest = 1_000;
