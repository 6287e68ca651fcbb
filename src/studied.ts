/** What is worked out over sessions, as adapters ask for it and get it: quotes, commitments, agreements, reports, papers checked. */
import type { Quote, ReportItem, Seen, SessionRef, Verification } from './answer.ts';
import type { Problem } from './session.ts';

export interface QuotesQuery {
  /** As one would name them: a person, an organisation, a country; everybody where absent. */
  speaker?: string | undefined;
  /** The matter in a few words; all that was said where absent. */
  about?: string | undefined;
  /** Session id, or words of a title. */
  session?: string | undefined;
  /** Words of an event. */
  event?: string | undefined;
  /** First and last day, `2025-07-11`, `2025-07` or `2025`; sessions without a date are left out then. */
  from?: string | undefined;
  to?: string | undefined;
  /** Default `time`: as they were said. `fit`: what speaks most of the matter first. */
  order?: 'time' | 'fit' | undefined;
  /** Default 20, from the first on. */
  limit?: number | undefined;
  offset?: number | undefined;
  scope?: Seen | undefined;
}

/** Sessions looked through (where the speaker speaks), of how many that could be; `unread`: had the words, but were too many to read. */
export interface Searched {
  sessions: number;
  of: number;
  unread: number;
  /** Days of the first and the last of them. */
  from: string | null;
  to: string | null;
}

export interface FoundQuotes {
  /** Numbered over all pages. */
  quotes: Quote[];
  /** Who is meant by the speaker asked for; several where several could be, none where nobody is. */
  people: { name: string; role: string | null; affiliation: string | null }[];
  total: { quotes: number; sessions: number; speakers: number };
  searched: Searched;
  /** The `offset` of the next page; null on the last. */
  next: number | null;
}

export interface CommitmentsQuery extends Omit<QuotesQuery, 'order'> {
  /** Only those without a day, or whose day is not over. */
  open?: boolean | undefined;
}

export interface Commitment {
  /** They say that they do it, ask others to, or would have it done. */
  kind: 'undertakes' | 'asks' | 'proposes';
  /** The sentence, whole; numbered over all pages. */
  quote: Quote;
  /** The time as the sentence has it, and the last day of it (ISO 8601), where that can be told. */
  when: string | null;
  due: string | null;
  /** Whom it is for or asked of, in the words of the sentence. */
  towards: string | null;
}

/** An action that a report lists. */
export interface ReportedAction {
  item: ReportItem;
  /** The words of a speaker that come nearest to it; null where none bear it out. */
  borneOut: Quote | null;
}

export interface FoundCommitments {
  commitments: Commitment[];
  /** None where one speaker is asked for. */
  reported: ReportedAction[];
  people: FoundQuotes['people'];
  total: number;
  searched: Searched;
  /** The `offset` of the next page; null on the last. */
  next: number | null;
}

export interface AgreementQuery extends Pick<QuotesQuery, 'session' | 'event' | 'from' | 'to' | 'scope'> {
  /** The points, each in a few words; those that several people speak of where absent. */
  about?: string[] | undefined;
  /** Only sessions in which one of these speaks. */
  speakers?: string[] | undefined;
  /** How many are found at most. Default 12. */
  points?: number | undefined;
}

export interface AgreementMap {
  /** Those that were read, oldest first, of how many that could be: the newest, or those that speak most of the points asked for. */
  sessions: SessionRef[];
  of: number;
  /** Everybody who spoke in them and is named there, each by one name. */
  speakers: string[];
  points: AgreementPoint[];
  /** What reports have as agreements and differences, each with the words of those it names. */
  reported: ReportedPoint[];
}

export interface AgreementPoint {
  /** As it was said, or as it was asked for. */
  matter: string;
  /** `stance` is null of who speaks of it and takes no position in these words, or takes two. */
  said: { speaker: string; stance: 'for' | 'against' | 'conditions' | null; quotes: Quote[] }[];
  silent: string[];
}

export interface ReportedPoint {
  item: ReportItem;
  isDifference: boolean;
  /** `quote` is null where nothing that they said comes near it. */
  named: { speaker: string; quote: Quote | null }[];
}

/** An item of a made report: its number, through the whole report, and the sentences it stands on. */
export interface ReportItemOf {
  number: number;
  quotes: Quote[];
}

export interface ReportedSpeaker {
  /** Null for all turns whose speaker the record does not tell. */
  name: string | null;
  role: string | null;
  turns: number;
  words: number;
  /** Null where the record does not tell when each of their turns begins and ends. */
  seconds: number | null;
  wordsAMinute: number | null;
}

/** Of sentences that were said, and counts. It is no source for what was said: the record is. */
export interface SessionReport {
  session: SessionRef;
  /** By which program, of which version of the record, and how. */
  made: { at: string; program: string; version: string | null; by: 'selected sentences' };
  turns: number;
  words: number;
  speakers: ReportedSpeaker[];
  points: ReportItemOf[];
  arguments: (ReportItemOf & { speaker: string; evidence: Quote[] })[];
  agreements: (ReportItemOf & { matter: string })[];
  differences: (ReportItemOf & { matter: string })[];
  actions: (ReportItemOf & Omit<Commitment, 'quote'>)[];
  questions: ReportItemOf[];
  comments: ReportItemOf[];
}

/** A paper on this machine, or its bytes with its name and what they may cost. */
export type PaperToCheck = ({ path: string } | { name: string; bytes: Uint8Array; limits?: RecordLimits }) & {
  /** Whether a copy of it with comments is wanted. */
  commented?: boolean;
};

export interface DocumentCheck {
  name: string;
  paragraphs: number;
  /** In the order they stand. */
  quotations: CheckedQuotation[];
  facts: CheckedFact[];
  summary: {
    quotations: number;
    exact: number;
    ofAnother: number;
    altered: number;
    absent: number;
    untold: number;
    terms: number;
    facts: number;
    wrongFacts: number;
    /** Quotations that were too many to look up. */
    unread: number;
  };
  /** How many were looked through. */
  sessions: number;
  /** What of the paper could not be read. */
  problems: Problem[];
  /** The paper with comments in its margin, where it was asked for. */
  copy?: Uint8Array | null;
}

/** A place in a paper: paragraphs that hold words, counted from 0, and UTF-16 offsets. */
interface PlaceInPaper {
  paragraph: number;
  start: number;
  end: number;
}

export interface CheckedQuotation extends PlaceInPaper {
  /**
   * `exact` as said, and by whom the paper names; `of another` exact, but said by somebody else; `untold` where the record
   * could not have it; `term` for a word or two, or a title, that nobody said so.
   */
  outcome: 'exact' | 'of another' | 'altered' | 'absent' | 'untold' | 'term';
  /** It stands in a note. */
  isNote: boolean;
  /** `givenTo` is whom the paper names near it. */
  verification: Verification;
}

/** A figure, or a name that nobody who is known there has, in a sentence that names a speaker. */
export interface CheckedFact extends PlaceInPaper {
  kind: 'figure' | 'name';
  text: string;
  /** As the paper names them. */
  givenTo: string;
  outcome: 'said' | 'of another' | 'absent';
  /** The sentence that has it. */
  found: Verification['found'];
}

export interface RecordLimits {
  /** Most bytes that what is packed in it may unpack to. */
  unpackedBytes: number;
  /** Longest time that all of its reading may take. */
  milliseconds: number;
}

/** Work of several steps for a model, in words, and what it may cost. */
export interface CommissionOrder {
  text: string;
  /** Replies of the model. Default 12. */
  steps?: number | undefined;
  /** Of all its replies and what it reads. Default 40,000. */
  tokens?: number | undefined;
  scope?: Seen | undefined;
}

/** What the agent does next, for who watches. */
export interface CommissionStep {
  step: number;
  of: number;
  tool: string;
  asked: string;
  /** Used so far. */
  tokens: number;
}
