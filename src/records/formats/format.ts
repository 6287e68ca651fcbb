import type { Session } from '../../session.ts';
import type { Problem } from '../../session.ts';

/** The bytes of a record, decoded, and where they came from. */
export interface Source {
  /** File name or address, as shown to people. */
  name: string;
  /** Name of the folder it lies in: many a record is `transcript.vtt` in a folder called by its day. */
  folder?: string;
  /** Decoded text without a byte order mark; line ends are `\n`. */
  text: string;
  /** The address it was fetched from, where it was. */
  address: string | null;
  /** Of a document in pages: where in `text` they begin, as far as that can be told. */
  pages?: PageStart[];
}

/** Where a page of a document begins: its number, from 1, and the offset in the text. */
export interface PageStart {
  number: number;
  at: number;
}

/** A session as a parser reads it: the id is the record's own, or null for the library to choose. */
export type SessionDraft = Omit<Session, 'id' | 'source' | 'version' | 'links'> & { id: string | null };

export interface Parsed {
  /** Usually one; several where a file holds several. Empty where nothing could be read, with a problem that says why. */
  sessions: SessionDraft[];
  problems: Problem[];
  /** Words of the record that are in no turn and no finding: nobody's, and why. Told as problems, a line for each reason. */
  leftOut?: LeftOut[];
}

/** Words that are not speech, or may be but could not be given to anybody. */
export interface LeftOut {
  /** Counted from 1; null where no line can be named. */
  line: number | null;
  text: string;
  /**
   * What they are, in the plural: "headings", "notes of an assistant"; null for a date, a rule and the like, which nobody
   * needs to be told of.
   */
  why: string | null;
}

/** One layout of record. Pure: it sees text and touches no file, clock or network. */
export interface Format {
  /** As shown to people: `WebVTT`. */
  name: string;
  /** A record of it in as few words as show its layout; it is recognised as this format. */
  example: string;
  /** Who writes it, where that is more than its name says. */
  makers?: string[];
  /** What its records are written in, where that is no running text. JSON and XML are read by formats that say so only. */
  writtenIn?: 'JSON' | 'XML' | 'HTML or XML';
  /** What it knows and does not read is nobody's speech, so no other format reads it either. */
  isLastWord?: true;
  /** How surely this text is of the format, from its content: 0 no, 1 certain. Looks at a bounded part of the text. */
  recognise(source: Source): number;
  /** It is never surer than this: where another is, it need not look. Default 1. */
  mostSure?: number;
  /** Never throws on content. */
  parse(source: Source): Parsed;
}

/** Nothing of it could be read, and why, as in "holds no words"; with the problems met before, and the words that are nobody's. */
export function notRead(
  { name }: Source,
  why: string,
  { line = null, problems = [], ...rest }: Partial<Omit<Parsed, 'sessions'> & Pick<Problem, 'line'>> = {},
): Parsed {
  return { sessions: [], problems: [...problems, { line, message: `${name}: ${why}` }], ...rest };
}
