/** Which columns a table or a list of speakers should have: "with name, organisation and main message". */
import { blanked } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { waysToHead } from '../phrases/languages.ts';

export type Column = (typeof columns)[number];
const columns = ['name', 'organisation', 'role', 'country', 'words'] as const;

/**
 * The columns that are named, in their order, and the question without them; none where no table of speakers is asked for,
 * or only one thing stands in it. Those of promises, figures and years are their own.
 */
export function columnsIn(question: string): { columns: Column[]; inTable: boolean; left: string } {
  const text = textOf(question);
  const found = headings
    .flatMap(({ column, named }) => named.all(text).map((each) => ({ column, ...each })))
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((each, at, all) => !all.slice(0, at).some(({ end }) => end > each.start));
  const named = [...new Set(found.map(({ column }) => column))];
  const isNamed = named.length > 1 || (named.length === 1 && asColumn.in(text));
  if (!isNamed || !(asTable.in(text) || ofPeople.in(text)) || ofItsOwn.in(text))
    return { columns: [], inTable: false, left: question };
  const left = found.reduce((rest, each) => blanked(rest, each), question);
  return {
    columns: named,
    inTable: asTable.in(text),
    left: around.all(textOf(left)).reduce((rest, each) => blanked(rest, each), left),
  };
}

/** Those of a list of who took part: all that is known where the question names none. */
export function columnsOfList(question: string): Column[] {
  const text = textOf(question);
  const named = headings
    .filter(({ column, named: each }) => column !== 'words' && each.in(text))
    .map(({ column }) => column);
  return namesAlone.in(text) && !named.some((column) => column !== 'name') ? ['name'] : [];
}

const headings = columns.map((column) => ({ column, named: waysToHead(column) }));
const asTable = waysToHead('as a table');
const ofPeople = waysToHead('of people');
const asColumn = waysToHead('as a column');
const around = waysToHead('around columns');
const ofItsOwn = waysToHead('of its own');
const namesAlone = waysToHead('names alone');
