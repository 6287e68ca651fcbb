/** Quotes in rows: a table of speakers and what each said, of figures, of promises. */
import type { AnswerTable } from '../../answer.ts';
import type { Column } from '../../asking/parts/columns.ts';
import type { Saying } from '../phrases/saying.ts';
import { numbered, type Asked, type Made } from './kind.ts';

export type Row = AnswerTable['rows'][number];

/** `head` names the columns before that of the words. */
export function tableOf(caption: string, head: string[], rows: Row[], say: Saying): AnswerTable {
  return { caption, head: [...head, say('columnWords')], rows };
}

/** The columns that tell of a speaker, in the order they were asked for; their name first where it was not asked for. */
export interface SpeakerColumns {
  head: string[];
  cellsOf: (speaker: Known | undefined, called: string) => string[];
  /** The same in a line: their name, and what is told of them. */
  lineOf: (speaker: Known | undefined, called: string) => string;
}

interface Known {
  role: string | null;
  affiliation: string | null;
}

/** Where the records name no organisation apart from what somebody is, both stand in one column. */
export function speakerColumns(
  columns: Column[],
  speakers: { affiliation: string | null }[],
  say: Saying,
): SpeakerColumns {
  const asked = columns.filter((column) => column !== 'words');
  const isApart = speakers.some(({ affiliation }) => affiliation !== null);
  const isBoth = asked.includes('organisation') && !isApart;
  const shown = (asked.includes('name') ? asked : (['name', ...asked] satisfies Column[])).filter(
    (column) => !(isBoth && column === 'role'),
  );
  const cellsOf = (speaker: Known | undefined, called: string) =>
    shown.map((column) => {
      const { role = null, affiliation = null } = speaker ?? {};
      if (column === 'name') return called;
      if (column === 'role') return role ?? untold;
      // What somebody is may name what for; beside a column of it that is said once.
      const told = affiliation ?? (shown.includes('role') ? null : role);
      return (column === 'organisation' ? told : null) ?? untold;
    });
  return {
    head: shown.map((column) => say(column === 'organisation' && isBoth ? 'columnOffice' : heads[column])),
    cellsOf,
    lineOf: (speaker, called) =>
      [called, ...cellsOf(speaker, called).filter((cell) => cell !== called && cell !== untold)].join(', '),
  };
}

const heads = {
  name: 'columnSpeaker',
  organisation: 'columnOrganisation',
  role: 'columnRole',
  country: 'columnCountry',
} as const;
/** In the cell of what the record does not tell. */
const untold = '–';

/** Where a table was asked for, and the kind of answer has none of its own: who said it, and what. */
export function inRows(made: Made, { inquiry, directory, say }: Pick<Asked, 'inquiry' | 'directory' | 'say'>): Made {
  if (made.table || made.quotes.length === 0) return made;
  const personOf = ({ session, speaker }: Made['quotes'][number]) =>
    directory.people.find(({ appearances }) =>
      appearances.some((each) => each.session === session.id && each.speaker === speaker),
    );
  const people = made.quotes.map(personOf);
  const { head, cellsOf } = speakerColumns(
    inquiry.columns,
    people.filter((person) => person !== undefined),
    say,
  );
  const rows = numbered(made.quotes).map((quote, at) => ({
    cells: cellsOf(people[at], say.called(quote)),
    n: quote.n,
  }));
  return { ...made, table: tableOf(made.text, head, rows, say) };
}
