/**
 * What chats must not forget: questions and their answers until they are old, settings, grants, what people thought, what
 * they watch and keep. `store/` keeps it in a file or on a server that many processes share.
 */
import type { Answer } from '../answer.ts';
import type { Collections } from './collected/collected-store.ts';
import type { Command } from './commands.ts';
import type { Forgetting } from './forgetting.ts';
import type { GivenAnswers } from './given/given-store.ts';
import type { Gap } from './gaps.ts';
import type { Grants } from './grants.ts';
import type { Installations } from './installations.ts';
import type { KeptSettings } from './kept-settings.ts';
import type { Leases } from './leases.ts';
import type { Place, Post } from './post.ts';
import type { Remembered } from './remembered.ts';
import type { Reply } from './reply.ts';
import type { TokenLedger } from './token-ledger.ts';
import type { Usages } from './usage.ts';
import type { Watches } from './watches/watch-store.ts';

/**
 * Every function is one transaction, on disk when it resolves. Times are milliseconds since 1970. A question that is not
 * answered yet is held by one process, which alone answers it; who is silent for longer than `leaseMs` holds nothing.
 */
export interface ChatStore extends Forgetting, KeptSettings, Remembered, Usages {
  readonly leaseMs: number;
  /**
   * Keeps a question, held by this process; null when its event or its message is known already. `id` is the caller's, random;
   * `onlyFor` is the only user who may see the reply, or null.
   */
  receive(id: string, post: Post, onlyFor: string | null, now: number): Promise<InboxItem | null>;
  item(id: string): Promise<InboxItem | null>;
  /** The question a message asked. */
  itemOf(place: Place, message: string): Promise<InboxItem | null>;
  /** The question that a message of the bot answers, which `sent` names: `MESSAGE`, `MESSAGE FILE` or `CHANNEL/MESSAGE`. */
  itemSent(place: Place, message: string): Promise<InboxItem | null>;
  /**
   * Asks anew in other words: state `received`, reply forgotten, `sent` kept to be replaced, `revision` one higher. Whoever
   * is answering it goes on with it; otherwise this process holds it. Null where it was dropped or forgotten meanwhile.
   */
  reword(id: string, command: Command, now: number): Promise<InboxItem | null>;
  /** From `received` to `ready`, unless the question was reworded, dropped or taken up by another process meanwhile; then false. */
  keepReply(item: InboxItem, reply: Reply, libraryVersion: string | null, now: number): Promise<boolean>;
  /** Ends the question as it stood in `item`, and notes what was posted in any case. The item as it is now, or null where it was forgotten. */
  finish(item: InboxItem, state: 'answered' | 'failed', sent: string | null, now: number): Promise<InboxItem | null>;
  /** The item from then on, with what was posted up to then; null where it was dropped or forgotten already. */
  drop(id: string, now: number): Promise<InboxItem | null>;
  /** Everyone in the place may open the answer from now on; false where they might already: of two who share at once, one does. */
  share(id: string, now: number): Promise<boolean>;
  /** Only who asked may open the answer from now on. */
  hide(id: string, now: number): Promise<void>;
  /**
   * Received or ready and held by no living process, oldest first: from here on this one holds them. `atStart`: where no
   * other process can be at work, all of them.
   */
  claim(platform: string, how: { atStart: boolean }): Promise<InboxItem[]>;
  /** Goes on holding what this process holds of these. */
  hold(ids: string[]): Promise<void>;
  /** Holds nothing any more: others may take it up. */
  letGo(platform: string): Promise<void>;
  /**
   * Whether an answer to the question, as it stands in `item`, is still waited for: false once it was dropped, forgotten
   * or asked in other words, or who asked has said "stop" there since, to whichever process.
   */
  isWanted(item: InboxItem): Promise<boolean>;
  /** Received or ready, whoever holds them; oldest first. */
  unfinished(platform: string): Promise<InboxItem[]>;
  /** When the oldest question without an answer was asked; null where there is none. */
  oldestUnfinished(platform: string): Promise<number | null>;
  /** Earlier questions of the conversation that this asker may know of, or `ofAll` only those that everyone may, oldest first. */
  history(item: InboxItem, limit: number, since: number, ofAll?: boolean): Promise<string[]>;
  /**
   * How many questions this person asked here since then, or in `places` (`channel: ''` is all of a workspace), up to and
   * including this one; rewordings count, refused ones do not.
   */
  askedUpTo(item: InboxItem, since: number, places?: Place[]): Promise<number>;
  /** The channels in which a person asked and that is still kept. */
  askedIn(platform: string, user: string): Promise<Place[]>;
  /** What one process does for all. */
  readonly leases: Leases;
  readonly grants: Grants;
  readonly given: GivenAnswers;
  readonly watches: Watches;
  readonly collected: Collections;
  saveFeedback(feedback: Feedback): Promise<void>;
  /** Oldest first; one JSON line each makes the export. */
  exportFeedback(): AsyncIterable<Feedback>;
  /** Installations of an app in workspaces, encrypted with a key made from `secret`. */
  installations(secret: string): Installations;
  /** What was asked without a certain answer, or voted down, of what is kept. */
  gaps(): Promise<Gap[]>;
  /** Tokens that were used, and what may be. */
  readonly ledger: TokenLedger;
  close(): Promise<void>;
}

export interface InboxItem {
  /** Names the question and its answer; what buttons carry. Short enough for any platform (12 characters). */
  id: string;
  post: Post;
  state: InboxState;
  /** When it was asked, or asked anew by an edit. */
  receivedMs: number;
  /** 1 for the question as first asked, one more at each edit. */
  revision: number;
  reply: Reply | null;
  /** Version of the library that answered. */
  libraryVersion: string | null;
  /** What the adapter's `send` resolved to, or null. */
  sent: string | null;
  /** The only user who may open the answer; null for everyone in the place. */
  onlyFor: string | null;
  /** This process holds it: nobody else answers it. */
  isOurs: boolean;
}

/** `ready`: the reply is kept and may or may not have reached the chat. `dropped`: its message was deleted. */
export type InboxState = 'received' | 'ready' | 'answered' | 'failed' | 'dropped';

export interface Feedback {
  /** The question's and answer's id. */
  id: string;
  place: Place;
  user: string;
  verdict: 'good' | 'bad';
  reason: string | null;
  question: string;
  answer: Answer;
  libraryVersion: string | null;
  timeMs: number;
}
