/** A person of the record: who took part, and what the transcripts tell of them. */

export interface Person {
  name: string;
  /** Every other way records write the name. */
  otherNames: string[];
  role: string | null;
  affiliation: string | null;
  /** Ids of the sessions they speak in. */
  sessions: string[];
  /** Where they speak, and the `Speaker.name` they have there. */
  appearances: { session: string; speaker: string }[];
  /** How others name or introduce them: `Dr. Guri`, `Ms. Ana Kov, Head of the River Office`, `representative of the Ministry`. */
  introducedAs: string[];
  /** Organisations they say they are from. */
  says: string[];
  /** How many other speakers they give the floor to, which tells who moderates. */
  introduces: number;
}

/** Every way in which their name is written. */
export function allNamesOf({ name, otherNames }: Pick<Person, 'name' | 'otherNames'>): string[] {
  return [name, ...otherNames];
}

/** Adds to a list what it does not have yet. */
export function addNew(list: string[], values: (string | null)[]): void {
  for (const value of values) if (value && !list.includes(value)) list.push(value);
}

/** Tells which speakers of a session (its id) are these people. */
export function spokenBy(people: Person[]): (session: string, speaker: string | null) => boolean {
  const theirs = new Set(
    people.flatMap(({ appearances }) => appearances.map(({ session, speaker }) => `${session}\n${speaker}`)),
  );
  return (session, speaker) => speaker !== null && theirs.has(`${session}\n${speaker}`);
}

/** The names they have in this session (its id), as `Speaker.name`. */
export function namesIn(session: string, people: Person[]): Set<string> {
  return new Set(
    people.flatMap(({ appearances }) =>
      appearances.filter((each) => each.session === session).map(({ speaker }) => speaker),
    ),
  );
}
