/** Who can be meant in a place, known from one moment of the library to the next. */
import type { Scope } from '../answer.ts';
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

/** `known` has the directory of each scope, also of an earlier moment that nobody uses any more. */
export function directories(
  library: LibraryReader,
  known: Map<string, KnownDirectory>,
): (scope: Scope | undefined) => Promise<Directory> {
  return async (scope) => {
    const key = JSON.stringify(scope ?? null);
    const there = known.get(key);
    if (there?.library === library) return there.directory;
    const records = await library.people(scope);
    const former = known.get(key);
    // Another question may have made it meanwhile.
    if (former?.library === library) return former.directory;
    const now = { library, ...directoryAfter(former, records) };
    known.set(key, now);
    return now.directory;
  };
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
