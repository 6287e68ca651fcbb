/** Who can be meant, known from one moment of the library to the next. */
import type { LibraryReader } from '../library/library.ts';
import { directory, type Directory } from '../people/directory.ts';
import { peopleMerging } from '../people/merging.ts';
import type { Person } from '../people/person.ts';

export interface KnownDirectory {
  /** Of which library it is; of an earlier one it is only gone on from. */
  library: LibraryReader;
  records: Person[];
  merging: ReturnType<typeof peopleMerging>;
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
    const records = await library.people();
    const former = known.get(key);
    // Another question may have made it meanwhile.
    if (former?.library === library) return former.directory;
    const now = { library, ...directoryAfter(former, records) };
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
function directoryAfter(former: KnownDirectory | undefined, records: Person[]): Omit<KnownDirectory, 'library'> {
  const goesOn = former?.records.every((person, index) => person === records[index]) === true;
  const { merging, count } = goesOn
    ? { merging: former.merging, count: former.records.length }
    : { merging: peopleMerging(), count: 0 };
  for (const person of records.slice(count)) merging.add(person);
  return { records, merging, directory: directory(merging.merged) };
}
