/** A question, its answer and what the answer rests on: what adapters receive and others build on. */
import type { FindingKind, RecordKind, RecordRole } from './session.ts';

export interface Question {
  text: string;
  /** Earlier questions of the same conversation, oldest first. */
  history?: string[] | undefined;
  /** Session id, or words of a title, to restrict to. */
  session?: string | undefined;
  /** Speaker, as one would name them, to restrict to. */
  speaker?: string | undefined;
  /** What whoever asks may see; all that is the operator's where absent. */
  scope?: Seen | undefined;
}

/** What a place may see. The library itself keeps the rest from whatever is asked there (`src/library/seen-by.ts`). */
export interface Scope {
  /** Ids and events of the only sessions seen; where neither is listed, all of the `origins`, and without those nothing. */
  sessions?: string[];
  /** Believed of the operator's records alone. */
  events?: string[];
  /** Only what is among these too, where it is narrowed a second time. */
  within?: Pick<Scope, 'sessions' | 'events'>;
  /** Whose records (`src/access/origin.ts`); the operator's where absent. */
  origins?: string[] | 'all';
  /** The place itself, as sessions that are restricted name it. */
  place?: string;
}

/** What somebody may see who stands in several places at once, as in a direct message: what any of them may. */
export type Seen = Scope | Scope[];

export interface SessionRef {
  id: string;
  title: string;
  date: string | null;
  /** Which version of its record the words are from; another once the record has changed. */
  version?: string;
  /** Its words are shown under the Chatham House rule: nobody is named. */
  chathamHouse?: true;
}

/** Words of one turn, exactly as they stand: `turn.text.slice(start, end) === text`. */
export interface Quote {
  /** The `[n]` that marks it in the answer's text; counted from 1. */
  n: number;
  text: string;
  speaker: string | null;
  /** Where no speaker is known: the label as the record writes it, which names nobody for certain. */
  label?: string;
  /** The language the words were spoken in, where they are a translation or an interpretation: a BCP 47 tag, or as written. */
  spokenIn?: string;
  /** Which record of the session they are from, where there are others of it, or where it is that of the interpreters. */
  record?: RecordName;
  role: string | null;
  session: SessionRef;
  /** Counted from 0. */
  turn: number;
  /** UTF-16 offsets into the turn's text. */
  start: number;
  end: number;
  /** Where `[name]` stands in the text in place of what was said, as offsets into the turn; the one exception to an exact slice. */
  masked?: { start: number; end: number }[];
  /** Seconds from the start of the recording, or null. */
  time: number | null;
  /** Opens the source at the words, or null for a bare file. */
  url: string | null;
  /** Of a document in pages that `url` opens: the one they begin on, from 1; absent where it cannot be told. */
  pageNumber?: number;
  /** Tells the words from others for good, by an anchor of `src/words/anchor.ts`; absent where no reader is served. */
  anchor?: string;
  /** Opens them in the reader, where it has a public address. */
  address?: string;
  /** Which version of an official record it was told of that has other words; absent where of none. */
  official?: string;
  /** Where the words reply to somebody: what was asked, right before. */
  repliesTo?: Asked;
}

/** Words of a turn (counted from 0) as somebody points at them: by their offsets in it, by themselves, or by both. */
export interface WordsAt {
  session: string;
  turn: number;
  offsets?: { start: number; end: number };
  /** Letter for letter; the first such words where there are no offsets. */
  text?: string | undefined;
}

/** Words as they were given out once: in an answer, a paper, a digest. */
export type GivenWords = Pick<
  Quote,
  'text' | 'speaker' | 'label' | 'session' | 'turn' | 'start' | 'end' | 'anchor' | 'official'
>;

/**
 * How they stand in the records of today. `closed`: may not be seen, or no longer as they were, or the session is gone;
 * `gone`: it has nothing in their place. `official`: they stand, and an official record of the session has other words.
 */
export type Standing =
  | { outcome: 'same' | 'changed' | 'speaker'; now: Omit<Quote, 'n'> }
  | { outcome: 'official'; now: Omit<Quote, 'n'>; official: Omit<Quote, 'n'> }
  | { outcome: 'gone' | 'closed' };

/** A record as one tells it from others of the same session. */
export interface RecordName {
  as: RecordRole;
  kind: RecordKind;
  /** BCP 47, or null where the record does not say. */
  language: string | null;
}

/** A question in the record, as the context of the reply to it: `turn.text.slice(start, end)`, as with a quote. */
export interface Asked {
  text: string;
  speaker: string | null;
  turn: number;
  start: number;
  end: number;
}

/** What comes near a question without answering it for certain. */
export interface Passage extends Quote {
  /** How it was found; absent where somebody else spoke of the matter than was asked of. */
  by?: 'words' | 'meaning';
}

/** Quotes in rows, each under what it is told for. */
export interface AnswerTable {
  /** Stands above it: the answer's text without the lines that say the same as the rows. */
  caption: string;
  /** Names of the columns: those of the cells, then that of the words. */
  head: string[];
  /** `n` is the number of the quote; null where there is nothing to quote, and the last cell says so. */
  rows: { cells: string[]; n: number | null }[];
}

/** An item of the AI-written report, or of what the record tells of its decisions; never speech. */
export interface ReportItem {
  kind: FindingKind;
  /** Who writes it: absent, an AI; `record`, who kept the record. */
  by?: 'record';
  text: string;
  speakers: string[];
  session: SessionRef;
}

export interface Answer {
  question: string;
  /** `nearest`: nothing certain, but `related` comes nearest. */
  status: 'answered' | 'nearest' | 'not_found';
  /** Prose whose evidence is marked `[1]`; holds no quotation marks that no quote bears out. */
  text: string;
  quotes: Quote[];
  /** The same quotes in rows, where a table is asked for or each speaker has one; absent otherwise. */
  table?: AnswerTable;
  report: ReportItem[];
  /** When nothing certain was found: what comes nearest, at most three passages, or who else spoke of it. */
  related: Passage[];
  /** How much was said of the matter as a whole, where more of it is on record than is quoted. */
  extent?: { turns: number; sessions: number };
  /** The chance that what was found answers the question, 0 to 1; absent where none of its words was found, no words were looked for, or a model wrote. */
  confidence?: number;
  /** The chat model that wrote the prose, or null. */
  model: string | null;
  /** Of a model's prose: `cut` where every word of it was said, `free` where some of it is in the model's own. Absent without one. */
  prose?: ProseKind;
  /** A model's statements one by one, in their order; absent without one. */
  statements?: AnswerStatement[];
  /** Tokens the model used; absent where none was. */
  usage?: { inputTokens: number; outputTokens: number };
  /** Where words were looked up. */
  verification?: Verification;
  /** How much more of the same "more" shows; absent where there is none. */
  more?: number;
  /** Primary tag of the language of the program's own words; absent where it is English. */
  language?: string;
  /** Where whoever has this address can read the answer again, as long as it is kept; absent where nowhere. */
  page?: string;
  /** One line for the asker when something went wrong that the answer survived. */
  notice?: string;
}

/** `cut` from what was said, or the model's wording (`free`). */
export type ProseKind = 'cut' | 'free';

export interface AnswerStatement {
  /** As it stands in the answer's text, without marks. */
  text: string;
  prose: ProseKind;
  /** The `n` of the quotes that it is cut from or that bear it out; none where it is the report's. */
  quotes: number[];
  /** What the model made of the cut in the language of the question. Nothing checks that it means the same. */
  translation?: { text: string; checked: false };
}

export interface Hit {
  session: SessionRef;
  /** First and last turn of the stretch, counted from 0. */
  turns: [number, number];
  text: string;
  score: number;
  /** The same words turn by turn, each exactly as it stands. */
  parts: Omit<Quote, 'n'>[];
  /** `meaning` where it shares hardly a word with the query and is near it in meaning. */
  by: 'words' | 'meaning';
}

export type Verdict = 'verbatim' | 'altered' | 'not_found';

/** What was looked up. The fields that may be absent are so where an earlier version of the program looked. */
export interface Verification {
  quote: string;
  verdict: Verdict;
  speaker: string | null;
  found: Omit<Quote, 'n' | 'role'> | null;
  /** Word by word, where the verdict is `altered`: what was said and what the quotation has instead. */
  differences: { said: string; quoted: string }[];
  /** Whether the words are there. `cannot tell` is no `absent`: what was looked in could not have them. */
  words?: 'there' | 'altered' | 'absent' | 'cannot tell';
  /** Why it cannot be told. */
  why?: 'nothing to look in' | 'only a report' | 'another language' | 'masked names';
  /** Who was said to have said them; null where nobody was named. */
  givenTo?: string | null;
  /** Whether they are that speaker's, and that session's; null where none is named, or they were not found. */
  ofSpeaker?: boolean | null;
  ofSession?: boolean | null;
  /** Everyone who said them, word for word. */
  by?: Omit<Quote, 'n' | 'role'>[];
  /** What stands right before and after them, where it changes their sense. */
  beside?: { before: string; after: string } | null;
  /** Items of the AI-written report that have them although no turn does, or give them to somebody else. */
  report?: ReportItem[];
  /** Words of one turn in their order, with some left out between them that the quotation marks as left out. */
  elided?: true;
  /** Where each part of it stands word for word, though not together; absent where some part stands nowhere. */
  parts?: Omit<Quote, 'n' | 'role'>[];
  /** Primary tag of the language that was typed, and that the program's own words are in; absent where it is English. */
  language?: string;
  /** The newest former version of a record that has the words exactly so, where none of today's has them. The verdict is of today's. */
  formerly?: FormerWords;
  /** One line for whoever asks, where only the beginning of a long quotation was looked for; `quote` is that beginning. */
  notice?: string;
}

/** Words that stand in a former version of a session's record. */
export interface FormerWords {
  session: SessionRef;
  /** Number of the version, and when it was put in (ISO 8601), where that is known. */
  number: number;
  broughtIn: string | null;
  speaker: string | null;
  label?: string;
  /** In that version, counted from 0. */
  turn: number;
  start: number;
  end: number;
}

export function refOf({ id, title, date, version, chathamHouse }: SessionRef): SessionRef {
  return { id, title, date, ...(version !== undefined && { version }), ...(chathamHouse && { chathamHouse }) };
}
