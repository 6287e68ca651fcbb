/** What chats must not forget: one SQLite file, `chat.db`, in the library's folder. */
import type { Answer } from '../answering/answer.ts';
import type { Command } from './commands.ts';
import type { Place, Post } from './post.ts';
import type { Reply } from './reply.ts';
import type { PlaceSettings } from './settings.ts';

/** Opens or creates `chat.db` in `folder`. Throws when the file is of another version or is not ours. */
export function openChatStore(_folder: string): ChatStore {
  throw new Error('not written yet');
}

/** Every function is one transaction, on disk when it returns. Times are milliseconds since 1970. */
export interface ChatStore {
  /**
   * Keeps a question; null when its event or its message is known already. `id` is the caller's, random;
   * `onlyFor` is the only user who may see the reply, or null.
   */
  receive(id: string, post: Post, onlyFor: string | null, now: number): InboxItem | null;
  item(id: string): InboxItem | null;
  /** The question a message asked. */
  itemOf(place: Place, message: string): InboxItem | null;
  /** Asks anew in other words: state `received`, reply forgotten, `sent` kept to be replaced, `revision` one higher. */
  reword(id: string, command: Command, now: number): InboxItem;
  /** From `received` to `ready`, unless the question was reworded or dropped meanwhile; then false. */
  keepReply(item: InboxItem, reply: Reply, libraryVersion: string | null, now: number): boolean;
  /** Ends the question as it stood in `item`, and notes what was posted in any case. The item as it is now. */
  finish(item: InboxItem, state: 'answered' | 'failed', sent: string | null, now: number): InboxItem;
  drop(id: string, now: number): void;
  /** Everyone in the place may open the answer from now on. */
  share(id: string, now: number): void;
  /** Received or ready, oldest first: what a restart has to see to. */
  unfinished(platform: string): InboxItem[];
  /** Earlier questions of the conversation that this asker may know of, oldest first. */
  history(item: InboxItem, limit: number, since: number): string[];
  /** How many questions this person asked here since then, up to and including this one; rewordings count, refused ones do not. */
  askedUpTo(item: InboxItem, since: number): number;
  /** Defaults, then the workspace's, then the channel's. */
  settings(place: Place): PlaceSettings;
  /** What is set for this channel, or with `channel: ''` for the workspace, without what it inherits. */
  ownSettings(place: Place): Partial<PlaceSettings>;
  /** Replaces what is set there; a missing key is inherited. */
  saveSettings(place: Place, settings: Partial<PlaceSettings>): void;
  saveFeedback(feedback: Feedback): void;
  /** Oldest first; one JSON line each makes the export. */
  exportFeedback(): Iterable<Feedback>;
  /** Installations of an app in workspaces, encrypted with a key made from `secret`. */
  installations(secret: string): Installations;
  /** Forgets questions and answers last touched before then; feedback and settings stay. */
  forget(before: number): number;
  close(): void;
}

export interface InboxItem {
  /** Names the question and its answer; what buttons carry. Short enough for any platform (12 characters). */
  id: string;
  post: Post;
  state: InboxState;
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

export interface Installations {
  save(key: string, installation: unknown): void;
  /** Null where there is none. Throws when it was encrypted with another secret. */
  load(key: string): unknown;
  remove(key: string): void;
}
