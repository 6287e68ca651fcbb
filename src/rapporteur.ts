/** What Rapporteur does for whoever asks it: the one thing adapters are given. */
import type {
  Answer,
  GivenWords,
  Hit,
  Question,
  Quote,
  Seen,
  SessionRef,
  Standing,
  Verification,
  WordsAt,
} from './answer.ts';
import type { Confidentiality, CorrectionRequest, Problem, RecordKind, RecordRole, Session } from './session.ts';
import type {
  AgreementMap,
  AgreementQuery,
  CommissionOrder,
  CommissionStep,
  CommitmentsQuery,
  DocumentCheck,
  FoundCommitments,
  FoundQuotes,
  PaperToCheck,
  QuotesQuery,
  RecordLimits,
  SessionReport,
} from './studied.ts';

export type * from './studied.ts';

export interface Rapporteur {
  /** Always an answer; rejects only when the library itself cannot be read. */
  ask(question: Question): Promise<Answer>;
  search(query: Query): Promise<Hit[]>;
  verify(quotation: string, scope?: Seen): Promise<Verification>;
  /**
   * Checks somebody's paper (Word, PDF, Markdown, HTML, text): its quotations, and the figures and names that it gives to
   * speakers. `copy` is asked for with comments in the margin; it is null where the paper is no Word document.
   */
  checkDocument(document: PaperToCheck, scope?: Seen): Promise<DocumentCheck>;
  /** Everything somebody said on a matter, page by page, with how much there is and what was looked through. */
  quotes(query: QuotesQuery): Promise<FoundQuotes>;
  /** How words that were given out stand today, one by one in their order. */
  standing(given: GivenWords[], scope?: Seen): Promise<Standing[]>;
  /** Words that somebody points at, one by one in their order; null where no such words stand there letter for letter. */
  quoted(places: WordsAt[], scope?: Seen): Promise<(Omit<Quote, 'n'> | null)[]>;
  /** Who undertook what by when, over sessions, in the order it was said, with what reports list as actions beside it. */
  commitments(query: CommitmentsQuery): Promise<FoundCommitments>;
  /** Who shares which point of some sessions, who is against it, who says nothing on it; with what reports say of that. */
  agreements(query: AgreementQuery): Promise<AgreementMap>;
  /** A report made of a session's own sentences; null where there is none of that id in scope. */
  report(session: string, scope?: Seen): Promise<SessionReport | null>;
  /**
   * Work of several steps, planned by the model and checked as its answers are; without a model the answer to its words.
   * Aborting `signal` ends it at the next step with what it has written by then.
   */
  commission(order: CommissionOrder, onStep?: (step: CommissionStep) => void, signal?: AbortSignal): Promise<Answer>;
  /** Newest first. */
  sessions(scope?: Seen): Promise<SessionSummary[]>;
  /** By name; with `session` (an id) those of that session only. */
  speakers(of?: { session?: string; scope?: Seen }): Promise<SpeakerSummary[]>;
  /** The whole record, or a former `version` of it; null where there is none of that id, or of that number, in scope. */
  show(session: string, scope?: Seen, version?: number): Promise<Session | null>;
  /** Every version of a session's record, oldest first; none where it is not in scope. */
  versions(session: string, scope?: Seen): Promise<VersionSummary[]>;
  /** What stood at an address of words (`src/words/anchor.ts`) before they changed; null where no version that is seen has them. */
  formerWords(session: string, anchor: string, scope?: Seen): Promise<FormerPassage | null>;
  /** Turns `turn - around` to `turn + around`, cut to the session; empty where the session is not in scope. */
  context(place: Pick<Quote, 'turn'> & { session: string }, around: number, scope?: Seen): Promise<ContextTurn[]>;
  ingest(records: Record[], onProgress?: (progress: IngestProgress) => void): Promise<IngestReport>;
  /**
   * Makes the library anew, of all that can be read of it, with everything derived from the sessions; gives what could
   * not be read, in words. Questions are answered from the old one until it is done.
   */
  rebuild(onProgress?: (progress: IngestProgress) => void): Promise<string[]>;
  /**
   * Brings the saved index of vectors up to the library, where there are enough of them to need one; also one that is
   * damaged. Whatever changes the library sees to that by itself but does not wait for it. Rejects with a
   * `LibraryError` while another process is at it.
   */
  index(onProgress?: (progress: IngestProgress) => void): Promise<void>;
  /**
   * Derives anew, one by one, the sessions that an earlier version of the program derived. Questions and ingests come in
   * between; `close` ends it at the next session, and the next call goes on from there. A session whose words are
   * damaged is left as it is.
   */
  bringOver(onProgress?: (progress: IngestProgress) => void): Promise<void>;
  /** How many sessions `bringOver` has to do, of how many there are. */
  behind(): Promise<{ behind: number; sessions: number }>;
  /** Looks through the library from end to end. */
  check(onProgress?: (progress: IngestProgress) => void): Promise<CheckReport>;
  /** False where there was no session of that id. */
  remove(session: string): Promise<boolean>;
  /** Removes the sessions of files that are gone, named as in `source`, and gives their ids. */
  removeFrom(sources: string[]): Promise<string[]>;
  /** Puts right who spoke, for good: the record stays as it was read, and what it is read into has the correction. Gives it in words. */
  correct(session: string, request: CorrectionRequest): Promise<string>;
  /** All there is, whoever may see it, with whose it is and under which rules: for who runs it, and never for a chat. */
  holdings(): Promise<{ sessions: SessionSummary[]; rules: [target: string, rule: string][] }>;
  /** Sessions become those of another origin, under the same ids; gives the ids of those that were there. */
  give(sessions: string[], origin: string): Promise<string[]>;
  /**
   * Sets who may see a session, those of an event or those of a folder, as `src/access/confidentiality.ts` reads it; null
   * takes the rule away. It holds at once, also for answers given before.
   */
  setRule(target: RuleTarget, rule: string | null, onProgress?: (progress: IngestProgress) => void): Promise<void>;
  /** A record as it is, whatever its rules, once that and the reason are in the audit log; null where there is none. */
  overrule(session: string, reason: string): Promise<Session | null>;
  /**
   * Says that `other` is another record of the same session, and what it is to `session`; with `as` null, that it is none.
   * Rejects with a `LinkError` where that cannot be.
   */
  link(session: string, other: string, as: RecordRole | null): Promise<void>;
  /**
   * Puts all of the library into another, in a folder or on a server, and leaves this one as it is. Broken off, the next
   * call goes on where it was.
   */
  moveTo(place: string, onProgress?: (progress: IngestProgress) => void): Promise<MoveReport>;
  /** Changes whenever what can be answered changes. */
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface MoveReport {
  /** Where it is now, without a password. */
  to: string;
  moved: number;
  /** Sessions that were there before. */
  already: number;
  /** What could not be moved, in words. */
  problems: string[];
}

/** What a rule is for: a session by its id, an event by its name, a folder with all in it by its path. */
export type RuleTarget = { session: string } | { event: string } | { folder: string };

export interface Query {
  text: string;
  session?: string | undefined;
  speaker?: string | undefined;
  /** Default 10. */
  limit?: number | undefined;
  scope?: Seen | undefined;
}

export interface SessionSummary extends SessionRef {
  event: string | null;
  kind: RecordKind;
  source: string;
  turnCount: number;
  speakers: string[];
  /** Whose it is, `slack:T0123`; absent where it is the operator's. */
  origin?: string;
  /** What may be told of it and where; absent where it is open. */
  confidentiality?: Confidentiality;
}

/** A version of a session's record: the newest, which all answers are made from, or one that it took the place of. */
export interface VersionRef {
  session: string;
  /** Counted from 1, oldest first; a number is never given twice. */
  number: number;
  /** When it was put in, ISO 8601; null where an earlier version of the program put it in without noting that. */
  broughtIn: string | null;
  /** SHA-256 of what was read, in hex; `SessionRef.version` is its start. */
  hash: string;
  isNewest: boolean;
}

export interface VersionSummary extends VersionRef {
  title: string;
  kind: RecordKind;
  source: string;
  turnCount: number;
  findingCount: number;
}

/** Words of a former version. */
export interface FormerPassage {
  /** The latest that has them. */
  version: number;
  /** When the next came in, ISO 8601; null where that was not noted. */
  until: string | null;
  /** Turn by turn. */
  parts: { speaker: string; text: string }[];
}

export interface SpeakerSummary {
  name: string;
  otherNames: string[];
  role: string | null;
  affiliation: string | null;
  sessions: SessionRef[];
  turnCount: number;
}

export interface ContextTurn {
  turn: number;
  speaker: string | null;
  role: string | null;
  text: string;
  /** As in a quote. */
  spokenIn?: string;
  /** Seconds from the start of the recording, or null. */
  time: number | null;
}

/**
 * A record to be read: a file on this machine, a page of the web to be fetched, or bytes with a name as shown to
 * people, the address they were fetched from, where they were, and what they may cost, where a stranger brings them.
 * It is the operator's where no `origin` is given, and its sessions are under `rule` from the first moment on where one is.
 */
export type Record = (
  | { path: string }
  | { address: string }
  | { name: string; bytes: Uint8Array; address?: string; limits?: RecordLimits }
) & {
  origin?: string;
  rule?: string;
};

export interface CheckReport {
  sessions: number;
  chunks: number;
  /** Sessions that an earlier version of the program derived, which is no fault: `bringOver` sees to them. */
  behind: number;
  /** What is wrong, with what mends it. */
  faults: { what: string; remedy: string }[];
}

export interface IngestProgress {
  done: number;
  total: number;
  name: string;
}

export interface IngestReport {
  files: IngestedFile[];
  /** Ids of the invented samples, which have made room for these records; absent where none had to. */
  aside?: string[];
}

export interface IngestedSession extends SessionRef {
  outcome: 'added' | 'updated' | 'unchanged';
  turnCount: number;
  /** What changed of one that is updated, in lines for people; the former is kept as a version. */
  changes?: string[];
  /** Other records that may be of the same session, as these themselves say; nothing is linked before somebody says so. */
  alike?: (SessionRef & { why: string })[];
}

export interface IngestedFile {
  name: string;
  /** Empty where it failed. */
  sessions: IngestedSession[];
  /** Why nothing could be read, with what to do; null where something was. */
  failure: string | null;
  problems: Problem[];
}
