/** What every place people ask has in common, as its parts know each other: the adapter, its delivery, the desk. */
import type { Answer } from '../answer.ts';
import type { IngestProgress, IngestedFile, SessionSummary, SpeakerSummary } from '../rapporteur.ts';
import type { ContextView } from './answer-view.ts';
import type { Feedback } from './chat-store.ts';
import type { ToKeep } from './collected/asked.ts';
import type { Command } from './commands.ts';
import type { Asker, Place, Post } from './post.ts';
import type { QuoteView } from './quote-view.ts';
import type { Reply } from './reply.ts';
import type { PlaceSettings } from './settings.ts';

/** One platform, connected. */
export interface ChatAdapter {
  name: string;
  /** Resolves when questions are being received. */
  start(): Promise<void>;
  /** Takes no more questions and lets what is in flight finish. */
  stop(): Promise<void>;
  /** See `Desk.published`; absent where answers are not kept. */
  published?: Desk['published'];
}

/** What an adapter does for the desk. Each function works from the stored post alone, also after a restart. */
export interface Delivery {
  /**
   * Shows what is being done while the asker waits. Failures are ignored. One that takes longer than
   * `Limits.statusWithinMs` may still be on its way when `send` is called, and must not stand over the reply.
   */
  status(post: Post, line: string): Promise<void>;
  /**
   * Posts the reply once, in the place it was asked, and resolves to the platform's id of it (null
   * where it has none). Rejects with `PlaceGone` when no later attempt can succeed.
   */
  send(post: Post, reply: Reply, how: SendOptions): Promise<string | null>;
  /** Takes a reply back, because its question was deleted. `sent` is what `send` resolved to. */
  remove(post: Post, sent: string): Promise<void>;
  /**
   * What people wrote above the question, the oldest first, without what they asked the bot: in its thread, or the
   * message it replies to. Null where the platform does not let it be read. Absent where nothing stands above.
   */
  above?(post: Post): Promise<string[] | null>;
  /**
   * Edits a reply that was sent, and gives what it is called from then on; `gone` where somebody deleted it, `refused`
   * where the platform lets nobody edit it any more. May be called again for the same.
   */
  revise(post: Post, sent: string, reply: Reply): Promise<{ sent: string } | 'gone' | 'refused'>;
  /** A `replyTo` for what is told of the bot's own accord in the place of a post, whenever that will be. */
  placeOf(post: Post): unknown;
  /** What people call somebody; null where it is not known. */
  nameOf?(place: Place, user: string): Promise<string | null>;
  /** The name of a channel that everybody of its workspace may know of; null for any other. */
  channelName?(place: Place): Promise<string | null>;
  /** The address of a question, or of its reply, for who may open it; null where there is none. */
  linkOf?(post: Post, sent: string | null): Promise<string | null>;
  /** Posts to the asker alone, of the bot's own accord, once for each `reply.id`; `again` as in `SendOptions`. */
  tellAsker(post: Post, reply: Reply, again: boolean): Promise<void>;
}

export interface SendOptions {
  /** For the asker's eyes only. */
  onlyForAsker: boolean;
  /** What `send` resolved to before the question was edited: change that message instead of posting another. */
  replaces: string | null;
  /**
   * An earlier attempt may have reached the chat before the process that made it died or the connection broke. Where
   * the platform can tell (by `reply.id` in the message's metadata or nonce), look before posting.
   */
  again: boolean;
}

/** The channel or thread is gone, or the bot may not write there: nobody can be told. */
export class PlaceGone extends Error {
  override name = 'PlaceGone';
}

export interface Limits {
  /** Questions answered at the same time. */
  atOnce: number;
  /** Commissions worked on at the same time. */
  workAtOnce: number;
  /** The place in the queue is told from this place on, counted from 1. */
  tellPlaceFrom: number;
  /** After a restart, questions older than this are told that they came too late. */
  tooLateMs: number;
  /** Earlier questions given along. */
  historyQuestions: number;
  /** Outside a thread, questions older than this are another conversation. */
  conversationMs: number;
  /** Waits before a reply that failed is tried again; then it has failed. */
  retryAfterMs: number[];
  /** An answer waits no longer than this for the status line before it. */
  statusWithinMs: number;
  /** After `stop`, questions that wait longer than this stay stored for the next start. */
  stopWithinMs: number;
  /** Largest file that is ingested. */
  fileBytes: number;
  /** What an ingested file may unpack to, and how long its reading may take in all. */
  unpackedBytes: number;
  readingMs: number;
  /** Questions and answers are forgotten, and buttons expire, after this. */
  keepMs: number;
  /** What people thought of answers is forgotten after this. */
  keepOpinionsMs: number;
  /** All of a workspace is forgotten, and what it added removed, when it took the bot out so long ago. */
  keepLeftMs: number;
  /** How often what was given out, and what is watched, is looked at again. */
  lookAgainMs: number;
}

export const defaultLimits: Limits = {
  atOnce: 4,
  workAtOnce: 2,
  tellPlaceFrom: 5,
  tooLateMs: 15 * 60_000,
  historyQuestions: 6,
  conversationMs: 2 * 3_600_000,
  retryAfterMs: [1_000, 5_000, 30_000],
  statusWithinMs: 1_000,
  stopWithinMs: 60_000,
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  readingMs: 60_000,
  keepMs: 30 * 86_400_000,
  keepOpinionsMs: 365 * 86_400_000,
  keepLeftMs: 30 * 86_400_000,
  lookAgainMs: 30_000,
};

export interface Desk {
  /** Takes up what an earlier run, or another process that is gone, left unanswered. Call once the adapter can send. */
  start(): Promise<void>;
  /**
   * Stores the question, then calls `acknowledge` (also for a duplicate), then begins to answer: `Delivery`
   * is not called before `acknowledge` has settled, and not waited for. Rejects, unacknowledged, when it cannot
   * be stored. It is answered after `after` has settled: a file that came with it is in by then.
   * `duplicate`: seen before by event or message, nothing more will happen.
   */
  receive(
    post: Post,
    acknowledge?: () => Promise<unknown>,
    after?: Promise<unknown>,
  ): Promise<'received' | 'duplicate'>;
  /** The asker edited the message: answered anew and the reply replaced. Nothing happens where it asked nothing or means the same. */
  edited(place: Place, message: string, command: Command): Promise<void>;
  /** The asker deleted the message: dropped, or its reply removed. */
  deleted(place: Place, message: string): Promise<void>;
  /**
   * An answer at its address: one that everybody in its place sees, as long as it is kept and all of it may be shown there
   * still. Null for any other.
   */
  published(id: string): Promise<Answer | null>;
  /** The words that an address of the reader leads to, where the place may see them and they stand there still. */
  linked(address: string, place: Place, asker: Asker): Promise<QuoteView | null>;
  /** Who asked wants no answer any more: true where there was none yet, and none will come. */
  stopped(place: Place, message: string, asker: Asker): Promise<boolean>;
  /** What holds here; cheap, from the store. */
  settings(place: Place): Promise<PlaceSettings>;
  /** Whether somebody may change what holds here: administrators, or whom the operator names in their place. */
  mayConfigure(place: Place, asker: Asker): boolean;
  /**
   * Only who may configure: otherwise a refusal in words and nothing changes. `channel: ''` sets the workspace's. A function
   * makes them of what is set there, as nobody else changes it meanwhile.
   */
  saveSettings(
    place: Place,
    asker: Asker,
    settings: Partial<PlaceSettings> | ((own: Partial<PlaceSettings>) => Partial<PlaceSettings>),
  ): Promise<Refusal | null>;
  /** What they may ask about here, for autocomplete and home pages; nothing where they may not ask. */
  sessions(place: Place, asker: Asker): Promise<SessionSummary[]>;
  speakers(place: Place, asker: Asker, session?: string): Promise<SpeakerSummary[]>;
  /** What administrators can choose from for a place, with `channel: ''` for its workspace. */
  choices(place: Place): Promise<SessionSummary[]>;
  /** A kept answer, for a button on it; refused in another place, to another than the asker of a private one, or when its sessions left the scope. */
  reopen(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
  /** The turns around a quote of a kept answer or verification; `key` is `QuoteView.key`. Refused as `reopen` is. */
  context(id: string, key: string, window: ContextWindow, place: Place, asker: Asker): Promise<ContextView | Refusal>;
  /** Opens a private answer to everyone in its place. Call it before posting: a second click is refused. */
  shared(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
  /** Closes an answer to everyone but who asked, who alone may do that. Taking the post back is the adapter's. */
  hidden(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
  /** Names the message that has a kept answer from now on; null where none of everybody's has. */
  posted(id: string, sent: string | null): Promise<void>;
  /** Keeps quotes of an answer; gives what was done in a sentence. */
  collect(id: string, toKeep: ToKeep, place: Place, asker: Asker): Promise<string | Refusal>;
  /** Stops what made a digest come; gives it in words. */
  stopWatches(id: string, place: Place, asker: Asker): Promise<string[] | Refusal>;
  /** What comes of handing a question over, before it is: to whom, in words, and whether only its asker sees it so far. */
  handsTo(id: string, place: Place, asker: Asker): Promise<{ sees: string } | Refusal>;
  /** Hands a question and its answer to the people of the channel that the settings name, once; gives what was done in a sentence. */
  handOver(id: string, note: string, place: Place, asker: Asker): Promise<string | Refusal>;
  feedback(
    id: string,
    place: Place,
    asker: Asker,
    verdict: Feedback['verdict'],
    reason: string | null,
  ): Promise<Refusal | null>;
  /** Refused where the asker may not, or the file is too large; otherwise as the command line ingests it. */
  ingest(
    file: OfferedFile,
    place: Place,
    asker: Asker,
    onProgress?: (progress: IngestProgress) => void,
  ): Promise<IngestedFile | Refusal>;
  /** What the bot says where it was invited, with questions it can answer there; null where it said so before. `once` names where. */
  hello(place: Place, once?: string): Promise<string | null>;
  /** A workspace or server took the bot out. */
  left(workspace: string): Promise<void>;
  /** Waits for what is in flight; what still waits after `stopWithinMs` stays stored. */
  stop(): Promise<void>;
  /** For whoever runs it. */
  state(): { waiting: number; answering: number };
}

export interface KeptAnswer {
  id: string;
  /** The post that asked. */
  post: Post;
  answer: Answer;
  /** What `send` resolved to. */
  sent: string | null;
  /** The only user who may open it; null for everyone in the place. */
  onlyFor: string | null;
}

/** `around` turns before and after the one `shift` turns from the quote's. */
export interface ContextWindow {
  around: number;
  shift: number;
}

/** Something not done, and why, in a sentence for the person who asked for it. */
export interface Refusal {
  refused: string;
}

export interface OfferedFile {
  name: string;
  /** As the platform says, checked before anything is downloaded. */
  size: number;
  /** Fetches the bytes; called only when the file may be ingested. */
  read(): Promise<Uint8Array>;
}
