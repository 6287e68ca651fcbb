/** What chats must not forget: one SQLite file, `chat.db`, in the library's folder. */
import type { Answer } from '../answering/answer.ts';
import type { Command } from './commands.ts';
import type { Place, Post } from './post.ts';
import type { PlaceSettings } from './settings.ts';

/** Opens or creates `chat.db` in `folder`. Throws when the file is of another version or is not ours. */
export function openChatStore(_folder: string): ChatStore {
  throw new Error('not written yet');
}

/** Every function is one transaction, on disk when it returns. Times are milliseconds since 1970. */
export interface ChatStore {
  /** Keeps a question; null when its event or its message is known already. `id` is the caller's, random. */
  receive(id: string, post: Post, now: number): InboxItem | null;
  item(id: string): InboxItem | null;
  /** The question a message asked. */
  itemOf(place: Place, message: string): InboxItem | null;
  change(id: string, change: Partial<Pick<InboxItem, 'state' | 'answer' | 'reply' | 'onlyFor' | 'reference'>>, now: number): void;
  /** Asks anew in other words: state `received`, answer forgotten, reply kept to be replaced, `revision` one higher. */
  reword(id: string, command: Command, now: number): InboxItem;
  /** Received or ready, oldest first: what a restart has to see to. */
  unfinished(platform: string): InboxItem[];
  /** Earlier questions of the conversation that this asker may know of, oldest first. */
  history(item: InboxItem, limit: number, since: number): string[];
  /** Questions this person asked here since then, rewordings included. */
  askedSince(place: Place, user: string, since: number): number;
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
  answer: Answer | null;
  /** Version of the library that answered. */
  libraryVersion: string | null;
  /** The adapter's id of the reply it posted, or null. */
  reply: string | null;
  /** The only user who may open the answer; null for everyone in the place. */
  onlyFor: string | null;
  /** Short reference of the failure, as told to the asker. */
  reference: string | null;
}

/** `ready`: the answer is kept and may or may not have reached the chat. */
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
