/** What Rapporteur does for whoever asks it: the one thing adapters are given. */
import type { Answer, Hit, Question, Quote, Scope, SessionRef, Verification } from './answer.ts';
import type { RecordKind, Session, Problem } from './session.ts';
import type { CorrectionRequest } from './session.ts';

export interface Rapporteur {
  /** Always an answer; rejects only when the library itself cannot be read. */
  ask(question: Question): Promise<Answer>;
  search(query: Query): Promise<Hit[]>;
  verify(quotation: string, scope?: Scope): Promise<Verification>;
  /** Newest first. */
  sessions(scope?: Scope): Promise<SessionSummary[]>;
  /** By name; with `session` (an id) those of that session only. */
  speakers(of?: { session?: string; scope?: Scope }): Promise<SpeakerSummary[]>;
  /** The whole record, or null where there is none of that id in scope. */
  show(session: string, scope?: Scope): Promise<Session | null>;
  /** Turns `turn - around` to `turn + around`, cut to the session; empty where the session is not in scope. */
  context(place: Pick<Quote, 'turn'> & { session: string }, around: number, scope?: Scope): Promise<ContextTurn[]>;
  ingest(records: Record[], onProgress?: (progress: IngestProgress) => void): Promise<IngestReport>;
  /** Makes everything derived from the sessions anew. */
  rebuild(onProgress?: (progress: IngestProgress) => void): Promise<void>;
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
  /** Changes whenever what can be answered changes. */
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface Query {
  text: string;
  session?: string | undefined;
  speaker?: string | undefined;
  /** Default 10. */
  limit?: number | undefined;
  scope?: Scope | undefined;
}

export interface SessionSummary extends SessionRef {
  event: string | null;
  kind: RecordKind;
  source: string;
  turnCount: number;
  speakers: string[];
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
  /** Seconds from the start of the recording, or null. */
  time: number | null;
}

/**
 * A record to be read: a file on this machine, a page of the web to be fetched, or bytes with a name as shown to
 * people and the address they were fetched from, where they were.
 */
export type Record = { path: string } | { address: string } | { name: string; bytes: Uint8Array; address?: string };

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

export interface IngestedFile {
  name: string;
  /** Sessions of the file; empty where it failed. */
  sessions: (SessionRef & { outcome: 'added' | 'updated' | 'unchanged'; turnCount: number })[];
  /** Why nothing could be read, with what to do; null where something was. */
  failure: string | null;
  problems: Problem[];
}
