/** A paper on what was said: its parts, whatever it is written as. Words in quotation marks are quotes and nothing else is. */
import type { Quote } from '../answer.ts';
import type { SessionSummary } from '../rapporteur.ts';

export interface Paper {
  title: string;
  /** Under the title: for whom, when it was made, from what. */
  facts: string[];
  sections: Section[];
  /** What it can be written as beside the forms that all papers have, or in place of them, by the ending of the file's name. */
  forms?: { [ending: string]: () => string };
}

export interface Section {
  heading: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'text'; text: string }
  /** Nobody's words: written by an AI, or by who kept the record; `by` says which. */
  | { kind: 'report'; by: string; text: string }
  /** `lead`, then the words as a quotation with a note on where they are from. */
  | { kind: 'quotation'; lead: string; cited: Cited; asPoint: boolean }
  /** SVG that needs nothing else, and the same as a grid for what shows none; what it shows stands in words too. */
  | { kind: 'picture'; svg: string; grid: Grid; alt: string }
  | { kind: 'table'; head: string[]; rows: string[][] };

export interface Grid {
  columns: string[];
  /** Colours as `1B7837`. */
  rows: { name: string; cells: { sign: string; fill: string; ink: string }[] }[];
  /** What the signs mean. */
  legend: string;
}

/** A quote with all that a note on it tells. */
export interface Cited {
  quote: Quote;
  session: SessionSummary;
  /** The day it was last looked up. */
  checked: Date;
}

/** Every quotation of a paper, one for each of its notes. */
export function notedIn({ sections }: Paper): Cited[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'quotation' ? block.cited : [])));
}

/** Every quotation of a paper once, in the order they stand. */
export function citedIn(paper: Paper): Cited[] {
  const all = notedIn(paper);
  const placeOf = ({ session, turn, start, end }: Quote) => `${session.id} ${turn} ${start} ${end}`;
  return [...new Map(all.map((cited) => [placeOf(cited.quote), cited])).values()];
}
