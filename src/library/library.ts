/**
 * The contract of a store: what a library keeps, what can be read of it, and how it is changed. Sessions are the ground;
 * everything derived from them can be made again. `sqlite/` keeps it in a folder, `postgres/` on a server that many
 * processes share; `tests/fakes/memory-library.ts` is the whole contract in one short file.
 *
 * Reading and writing are given to work as it runs: `reading` shows one moment to the end of the work, `writing` is one
 * writer at a time in a folder, over all processes, and on a server one writer of each session. What is asked for is asked
 * for in few calls, because a store may be far away.
 */
import type { Masks } from '../access/chatham-house.ts';
import type { Origin } from '../access/origin.ts';
import type { Ruled } from './rules.ts';
import type { Person } from '../people/person.ts';
import type { IngestProgress, RuleTarget, SessionSummary, VersionRef } from '../rapporteur.ts';
import type { Confidentiality, Correction, RecordRole, Session } from '../session.ts';
import type { Chunk } from '../words/chunks.ts';
import type { IndexedSentence } from '../words/sentence-terms.ts';
import type { Derived } from './derive.ts';

export interface Library {
  /** Where it is kept, as errors name it. */
  readonly place: string;
  /** Counts the changes of the library: what was made of another revision is out of date. */
  revision(): Promise<number>;
  /**
   * Work on the library as it is when the work begins, whatever others write meanwhile. Rejects with a `LibraryError`
   * where another embedder has made the vectors since the library was opened.
   */
  reading<T>(work: (library: LibraryReader) => Promise<T>): Promise<T>;
  /** Work when nobody else writes, here or in another process. Rejects with a `LibraryError` that names the other where that takes too long. */
  writing<T>(work: (library: LibraryWriter) => Promise<T>, how?: Writing): Promise<T>;
  /**
   * Work on a library of all that can be read of this one, which takes its place when the work is done, and gives what
   * cannot be read, in words. Killed at any moment, the library is as it was, and it is read from all the while. Rejects
   * with a `LibraryError` where nothing can be read.
   */
  rebuilding(work: (library: LibraryWriter) => Promise<void>, how?: Writing): Promise<string[]>;
  /** Brings what is saved of the index of vectors up to the library, also where it is damaged; see `Rapporteur.index`. */
  saveIndex(onProgress?: (progress: IngestProgress) => void, how?: SaveIndex): Promise<void>;
  /** The same once no change has come for a while, and only where it is far enough behind. Never rejects, and nothing waits for it. */
  saveIndexSoon(): void;
  /** What is wrong with the store itself, whatever was said in it. */
  damage(): Promise<Damage[]>;
  /** What is wrong with the vectors, and with their `index` where that is looked at too. */
  vectorDamage(of: { index: boolean }): Promise<Damage[]>;
  /**
   * Notes that somebody looked past a rule. Kept for good when it resolves; rejects with a `LibraryError` where it cannot
   * be: then nothing may be shown.
   */
  noteOverruling(overruling: Overruling): Promise<void>;
  /** All that were noted, in order. */
  overrulings(): Promise<Overruling[]>;
  /**
   * Keeps what was worked out of this revision of the library for the next process (`LibraryReader.workedOut`), where a
   * store can and nobody writes just now. Never rejects: it can be worked out again.
   */
  keepWorkedOut?: (name: string, revision: number, text: string) => Promise<void>;
  close(): Promise<void>;
}

export interface Overruling {
  time: string;
  /** Name of who runs the program, as the system has it. */
  by: string;
  session: string;
  rule: string;
  reason: string;
}

export interface Writing {
  /** How long to wait for a writer of another process. Default half a minute. */
  waitMs?: number;
  /** Told once, with who holds the library, when there is something to wait for. */
  onWait?: (holder: string) => void;
  /** Ends the waiting for others; the promise rejects with its reason. Work that has begun goes on. */
  signal?: AbortSignal | undefined;
}

/** `anew`: not what runs already, which may not have the newest. `waitMs`: how long to wait for another process that saves it. */
export interface SaveIndex {
  anew?: boolean;
  waitMs?: number;
}

/**
 * What is damaged, in words, and what mends it: a rebuild, the record put in again, what stood in the log put in again, or
 * the program by itself before long.
 */
export interface Damage {
  what: string;
  mendedBy: 'rebuild' | 'record' | 'log' | 'itself';
}

/**
 * A library at one moment, all of it: what is asked of it goes through `seen-by.ts` first. What it gives is shared between
 * questions: not to be changed.
 */
export interface LibraryReader {
  readonly revision: number;
  /** Newest first. */
  sessions(): Promise<SessionSummary[]>;
  /** People of each session as they were read there, session by session as they came in. */
  people(): Promise<Person[]>;
  /**
   * Sessions whole, with their corrections, in the order asked for; without those that are not there. Rejects with a
   * `LibraryError` where the words of one are not those that were put in.
   */
  whole(ids: string[]): Promise<WholeSession[]>;
  /**
   * Of each of these sessions a mark, which is another where `whole` would give something else at another moment or to
   * somebody else; null where only this moment tells. Absent where a store has none.
   */
  marks?: (ids: string[]) => Promise<(string | null)[]>;
  /** The versions of these sessions, or of all, by session, oldest first. The newest is the session itself; no search finds the others. */
  versions(sessions?: string[]): Promise<VersionRef[]>;
  /**
   * One version whole, with the corrections of today; null where there is none of this number. Rejects with a
   * `LibraryError` where its words are not those that were kept.
   */
  version(session: string, number: number): Promise<Session | null>;
  /** How often terms stand in the library, all terms of a question at once. */
  counts(terms: Iterable<string>): Promise<TermCounts>;
  /** Best chunks by BM25 over any of the terms, best first; `score` is positive. `sessions` are the only ones searched. */
  searchWords(terms: string[], limit: number, sessions?: string[]): Promise<WordHit[]>;
  /** Chunks whose vectors are nearest, best first, among all, those of some sessions, or some chunks. */
  searchVectors(
    vector: Float32Array,
    limit: number,
    among?: { sessions: string[] } | { chunks: number[] },
  ): Promise<VectorHit[]>;
  /**
   * In how many turns all of some terms are said, and the ids of the sessions these are in, those with most of them
   * first; `harbour master` are terms that follow each other. Null where that is too common to be counted in the time of a question, or where any session is
   * behind.
   */
  extent(terms: string[], sessions?: string[]): Promise<{ turns: number; sessions: string[] } | null>;
  /** How many turns speakers have, each named as in their session. */
  turnCount(of: { session: string; speaker: string }[]): Promise<number>;
  /** Ids of the sessions that an earlier version of the program derived, or under another rule than they are now, in the order they came in. */
  behind(): Promise<string[]>;
  /** Every rule there is, by what it is for, `event Coast Week`, as people write it. */
  rules(): Promise<ReadonlyMap<string, string>>;
  /** What was worked out of all of the library as it is, and kept under this name; null where it was not. */
  workedOut?: (name: string) => Promise<string | null>;
}

/** The library as it now is, for who changes it. Each change is whole or not at all, also where the process is killed. */
export interface LibraryWriter {
  sessions(): Promise<SessionSummary[]>;
  /** With its corrections. */
  session(id: string): Promise<Session | null>;
  /** As it was read, without corrections. */
  record(id: string): Promise<Session | null>;
  /** The sessions read from `source`, also from files inside it where it is an archive, or those with this hash of their record. */
  known(of: { source: string } | { recordHash: string }): Promise<KnownRecord[]>;
  /** Whose the session of this id is, where it was read from and what the hash of its record is, or null where there is none. */
  origin(id: string): Promise<KnownRecord | null>;
  /** The corrections of the session of this id read from this source, in the order they were made; also while it is not in the library. */
  corrections(id: string, source: string): Promise<Correction[]>;
  /**
   * The vectors of texts embedded before, by the hash of each; those that are not known are left out. A store may have
   * rounded their numbers, to no more than a 200th of the greatest.
   */
  vectors: (hashes: string[]) => Promise<Map<string, Float32Array>>;
  /**
   * Writes a session whole, as it was read, in the place of the one with its id, which must be of the same origin and
   * stays as a version where another record was read. What is derived is of the session with its corrections, and where
   * `corrections` are given they take the place of those it had.
   */
  put(record: Session, recordHash: string, derived: Derived, corrections?: Correction[]): Promise<void>;
  /** Removes a session with all its versions; its corrections and links stay for when it comes back, unless they are to be forgotten. */
  remove(id: string, options?: { forget: boolean }): Promise<boolean>;
  /** Notes what the record `other` is to the session, both ways; with `as` null that the two are not linked. */
  link(session: string, other: string, as: RecordRole | null): Promise<void>;
  /** The session's record is now found elsewhere. */
  move(id: string, source: string): Promise<void>;
  /** The session is another origin's from now on, under the same id; false where it is not there. */
  give(id: string, origin: Origin): Promise<boolean>;
  /** What the server of an address said of the version it sent, where a session read from there is in the library. */
  fetched(address: string): Promise<Fetched | null>;
  putFetched(address: string, of: Fetched): Promise<void>;
  /** Which rule a session is under, or one that is not there yet. */
  confidentiality(of: Ruled): Promise<Confidentiality>;
  /** Sets a rule, or takes it away. Sessions that must be derived anew for it are off the record until they are. */
  setRule(target: RuleTarget, rule: string | null): Promise<void>;
  /** Forgets everything derived; from here to `endRebuild` the library can be opened only to be rebuilt. */
  beginRebuild(): Promise<void>;
  /** Must it be derived anew, as `behind` tells of it? False where it is not there. */
  isBehind(id: string): Promise<boolean>;
  /** Writes anew what is derived from a session. */
  putDerived(id: string, derived: Derived): Promise<void>;
  endRebuild(): Promise<void>;
  /** A session as it goes into another library. Rejects with a `LibraryError` where its words are not those that were put in. */
  kept(id: string): Promise<KeptSession | null>;
  /** Takes one that is not there in, with its versions, as it was kept elsewhere. */
  keep(kept: KeptSession, derived: Derived): Promise<void>;
  /** All else that could not be made again, and the ids of the sessions in the order they came in. */
  rest(): Promise<KeptRest & { sessions: string[] }>;
  /** Takes it in; what is there already of the same session, address or target stays as it is. */
  keepRest(rest: KeptRest): Promise<void>;
}

/** A session as it was read, with when it came in and what its record was before. */
export interface KeptSession {
  /** Without its version and its links. */
  record: Session;
  recordHash: string;
  broughtIn: string | null;
  /** Former ones, oldest first. */
  versions: { number: number; broughtIn: string | null; hash: string; record: Session }[];
}

/** Also of sessions that are not there and may come back. */
export interface KeptRest {
  corrections: { session: string; source: string; correction: Correction }[];
  links: { session: string; other: string; theirs: RecordRole; ours: RecordRole }[];
  rules: { target: string; rule: string }[];
  fetched: { address: string; of: Fetched }[];
}

/** A chunk as stored: `id` is unique in the library and never used again. */
export interface StoredChunk extends Omit<Chunk, 'text'> {
  id: number;
  /** Of its words and its vector's embedder: its first 32 digits at least. */
  hash: string;
}

/** A session and what is derived from it. */
export interface WholeSession {
  session: Session;
  /** Of each turn; with their terms, except of sessions that are behind. */
  sentences: IndexedSentence[][];
  /** In order. */
  chunks: StoredChunk[];
  /** Where it is under the Chatham House rule: what is masked. Sentences and chunks then are of `underChathamHouse`. */
  masks?: Masks;
}

/** A chunk found, and where it stands: its session, first and last turn. */
export interface WordHit {
  id: number;
  session: string;
  firstTurn: number;
  lastTurn: number;
  score: number;
}

export interface VectorHit {
  id: number;
  session: string;
  /** Cosine. */
  similarity: number;
}

/** What a library knows of some terms. */
export interface TermCounts {
  /** In how many chunks of the library a term stands. Throws for a term that was not asked for: that is a mistake of ours. */
  documentFrequency: (term: string) => number;
  chunkCount: number;
}

export interface KnownRecord {
  id: string;
  recordHash: string;
  source: string;
  origin: Origin;
}

export interface Fetched {
  source: string;
  etag: string | null;
  lastModified: string | null;
}

/** Something about a library that its owner must mend; the message says where, what and how. */
export class LibraryError extends Error {
  override name = 'LibraryError';
}

/** What a record is to another that is this to it. */
export const counterpart: { [role in RecordRole]: RecordRole } = {
  original: 'interpretation',
  interpretation: 'original',
  'official record': 'record',
  record: 'record',
};
