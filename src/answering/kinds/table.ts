/** Quotes in rows: a table of speakers and what each said, of figures, of promises. */
import type { AnswerTable } from '../../answer.ts';
import type { Saying } from '../phrases/saying.ts';
import { numbered, type Made } from './kind.ts';

export type Row = AnswerTable['rows'][number];

/** `head` names the columns before that of the words. */
export function tableOf(caption: string, head: string[], rows: Row[], say: Saying): AnswerTable {
  return { caption, head: [...head, say('columnWords')], rows };
}

/** Where a table was asked for, and the kind of answer has none of its own: who said it, and what. */
export function inRows(made: Made, say: Saying): Made {
  if (made.table || made.quotes.length === 0) return made;
  const rows = numbered(made.quotes).map((quote) => ({ cells: [say.called(quote)], n: quote.n }));
  return { ...made, table: tableOf(made.text, [say('columnSpeaker')], rows, say) };
}
