/** What every place people ask has in common: from a post to one reply, nothing lost and nothing twice. */
import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Answer, Scope } from '../answer.ts';
import type { IngestProgress, IngestedFile, Rapporteur, SessionSummary, SpeakerSummary } from '../rapporteur.ts';
import { type ContextView, quoteOf, viewContext } from './answer-view.ts';
import type { ChatStore, Feedback, InboxItem } from './chat-store.ts';
import { type Command, questionIn } from './commands.ts';
import { fairQueue } from './fair-queue.ts';
import { performer } from './perform.ts';
import type { Asker, Place, Post } from './post.ts';
import type { Reply } from './reply.ts';
import { isAmong, type PlaceSettings } from './settings.ts';
import * as wording from './wording.ts';

/** One platform, connected. */
export interface ChatAdapter {
  name: string;
  /** Resolves when questions are being received. */
  start(): Promise<void>;
  /** Takes no more questions and lets what is in flight finish. */
  stop(): Promise<void>;
}

/** What an adapter does for the desk. Each function works from the stored post alone, also after a restart. */
export interface Delivery {
  /** Shows what is being done while the asker waits. Failures are ignored. */
  status(post: Post, line: string): Promise<void>;
  /**
   * Posts the reply once, in the place it was asked, and resolves to the platform's id of it (null
   * where it has none). Rejects with `PlaceGone` when no later attempt can succeed.
   */
  send(post: Post, reply: Reply, how: SendOptions): Promise<string | null>;
  /** Takes a reply back, because its question was deleted. `sent` is what `send` resolved to. */
  remove(post: Post, sent: string): Promise<void>;
}

export interface SendOptions {
  /** For the asker's eyes only. */
  onlyForAsker: boolean;
  /** What `send` resolved to before the question was edited: change that message instead of posting another. */
  replaces: string | null;
  /**
   * An earlier attempt may have reached the chat before the process died or the connection broke. Where
   * the platform can tell (by `reply.id` in the message's metadata or nonce), look before posting.
   */
  again: boolean;
}

/** The channel or thread is gone, or the bot may not write there: nobody can be told. */
export class PlaceGone extends Error {
  override name = 'PlaceGone';
}

export interface DeskOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  delivery: Delivery;
  /** How a question is begun here, for the help: `/rapporteur ask` or `@Rapporteur`. */
  askWith: string;
  log: Logger;
  /** Milliseconds since 1970; default `Date.now`. */
  clock?: () => number;
  /** `count` random bytes; default of `node:crypto`. */
  random?: (count: number) => Uint8Array;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Questions answered at the same time. */
  atOnce: number;
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
  /** After `stop`, questions that wait longer than this stay stored for the next start. */
  stopWithinMs: number;
  /** Largest file that is ingested. */
  fileBytes: number;
  /** Questions and answers are forgotten, and buttons expire, after this. */
  keepMs: number;
}

export const defaultLimits: Limits = {
  atOnce: 4,
  tellPlaceFrom: 5,
  tooLateMs: 15 * 60_000,
  historyQuestions: 6,
  conversationMs: 2 * 3_600_000,
  retryAfterMs: [1_000, 5_000, 30_000],
  stopWithinMs: 60_000,
  fileBytes: 20 * 1024 * 1024,
  keepMs: 30 * 86_400_000,
};

export interface Desk {
  /** Takes up what an earlier run left unanswered. Call once the adapter can send. */
  start(): Promise<void>;
  /**
   * Stores the question, then calls `acknowledge` (also for a duplicate), then begins to answer: `Delivery`
   * is not called before `acknowledge` has settled, and not waited for. Rejects, unacknowledged, when it cannot
   * be stored. `duplicate`: seen before by event or message, nothing more will happen.
   */
  receive(post: Post, acknowledge?: () => Promise<unknown>): Promise<'received' | 'duplicate'>;
  /** The asker edited the message: answered anew and the reply replaced. Nothing happens where it asked nothing or means the same. */
  edited(place: Place, message: string, command: Command): Promise<void>;
  /** The asker deleted the message: dropped, or its reply removed. */
  deleted(place: Place, message: string): Promise<void>;
  /** What holds here; cheap, from the store. */
  settings(place: Place): PlaceSettings;
  /** Only administrators: otherwise a refusal in words and nothing changes. `channel: ''` sets the workspace's. */
  saveSettings(place: Place, asker: Asker, settings: Partial<PlaceSettings>): Promise<Refusal | null>;
  scope(place: Place): Scope | undefined;
  /** In the scope of the place: for autocomplete, home pages and settings. */
  sessions(place: Place): Promise<SessionSummary[]>;
  speakers(place: Place, session?: string): Promise<SpeakerSummary[]>;
  /** A kept answer, for a button on it; refused in another place, to another than the asker of a private one, or when its sessions left the scope. */
  reopen(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
  /** The turns around a quote of a kept answer or verification; `key` is `QuoteView.key`. Refused as `reopen` is. */
  context(id: string, key: string, window: ContextWindow, place: Place, asker: Asker): Promise<ContextView | Refusal>;
  /** Opens a private answer to everyone in its place. Call it before posting: a second click is refused. */
  shared(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
  /** Closes an answer to everyone but who asked, who alone may do that. Taking the post back is the adapter's. */
  hidden(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal>;
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

export function chatDesk({
  platform,
  rapporteur,
  store,
  delivery,
  askWith,
  log,
  clock = Date.now,
  random = randomBytes,
  limits: given = {},
}: DeskOptions): Desk {
  const limits = { ...defaultLimits, ...given };
  const perform = performer({ rapporteur, store, askWith, limits });
  const answering = fairQueue(limits.atOnce);
  // Help and refusals need no place in the queue of those who wait for answers.
  const telling = fairQueue(limits.atOnce);
  const inHand = new Set<string>();
  const statuses = new Map<string, Promise<void>>();
  /** How often sending has failed; also set, to 0, where an earlier process may have sent. */
  const failures = new Map<string, number>();
  const retries = new Map<string, NodeJS.Timeout>();
  const ingesting = new Set<Promise<unknown>>();
  let stopping = false;
  let forgotMs = -Infinity;

  function takeUp(item: InboxItem): void {
    if (stopping || inHand.has(item.id)) {
      return;
    }
    inHand.add(item.id);
    const { post } = item;
    const isQuick =
      item.state === 'ready' ||
      post.command.name === 'help' ||
      post.command.name === 'settings' ||
      refusal(item) !== null;
    const place = (isQuick ? telling : answering).add(post.asker.id, () => seeTo(item.id));
    if (!isQuick && place >= limits.tellPlaceFrom) {
      tellStatus(item, wording.placeInQueue(place));
    }
  }

  /** Takes a question from whatever state it is in to its end. An edit or a deletion on the way is met at the next step. */
  async function seeTo(id: string): Promise<void> {
    try {
      let item = store.item(id);
      while (item !== null && (item.state === 'received' || item.state === 'ready')) {
        if (item.state === 'received') {
          const { reply, version } = await replyTo(item);
          store.keepReply(item, reply, version, clock());
        } else if (!(await send(item, item.reply!))) {
          return;
        }
        item = store.item(id);
      }
    } catch (error) {
      // The store itself failed: the question is as it was on disk, and the next start sees to it.
      log.error({ question: id, cause: causeOf(error, []) }, 'question could not be seen to');
    } finally {
      inHand.delete(id);
    }
  }

  async function replyTo(item: InboxItem): Promise<{ reply: Reply; version: string | null }> {
    const { id, post } = item;
    const refused = refusal(item);
    if (refused !== null) {
      return { reply: { kind: 'notice', id, why: 'refused', text: refused }, version: null };
    }
    try {
      const version = await rapporteur.version();
      return { reply: await perform(item, (line) => tellStatus(item, line)), version };
    } catch (error) {
      const reference = newReference();
      log.error({ reference, question: id, cause: causeOf(error, wordsOf(post.command)) }, 'question failed');
      return { reply: { kind: 'notice', id, why: 'failed', text: wording.failed(reference) }, version: null };
    }
  }

  /** False where it is to be tried again later. */
  async function send(item: InboxItem, reply: Reply): Promise<boolean> {
    const { id, post } = item;
    const refused = reply.kind === 'notice' && reply.why === 'refused';
    await statuses.get(id);
    statuses.delete(id);
    let sent: string | null = null;
    let state: 'answered' | 'failed' = reply.kind === 'notice' && reply.why !== 'refused' ? 'failed' : 'answered';
    try {
      sent = await delivery.send(post, reply, {
        onlyForAsker: item.onlyFor !== null || (refused && !post.isDirect),
        replaces: item.sent,
        again: failures.has(id),
      });
    } catch (error) {
      const times = (failures.get(id) ?? 0) + 1;
      const waitMs = limits.retryAfterMs[times - 1];
      const isGone = error instanceof PlaceGone;
      log.warn(
        { question: id, times, isGone, cause: causeOf(error, wordsOf(post.command)) },
        'reply could not be sent',
      );
      if (!isGone && waitMs !== undefined) {
        failures.set(id, times);
        sendLater(id, waitMs);
        return false;
      }
      state = 'failed';
    }
    failures.delete(id);
    const now = store.finish(item, state, sent, clock());
    log.info(
      { question: id, kind: reply.kind, state: now.state, afterMs: clock() - item.receivedMs },
      'question seen to',
    );
    if (now.state === 'dropped') {
      await takeBack(now);
    }
    return true;
  }

  function sendLater(id: string, waitMs: number): void {
    if (stopping) {
      return;
    }
    retries.set(
      id,
      setTimeout(() => {
        retries.delete(id);
        const item = store.item(id);
        if (item !== null) {
          takeUp(item);
        }
      }, waitMs),
    );
  }

  async function takeBack({ id, post, sent }: InboxItem): Promise<void> {
    if (sent !== null) {
      await delivery.remove(post, sent).catch((error: unknown) => {
        log.warn({ question: id, cause: causeOf(error, []) }, 'reply could not be taken back');
      });
    }
  }

  /** In order, and all before the reply, so that no late status stands where the answer was. */
  function tellStatus({ id, post }: InboxItem, line: string): void {
    const earlier = statuses.get(id) ?? Promise.resolve();
    statuses.set(
      id,
      earlier
        .then(() => delivery.status(post, line))
        .catch((error: unknown) => {
          log.debug({ question: id, cause: causeOf(error, []) }, 'status could not be shown');
        }),
    );
  }

  function refusal(item: InboxItem): string | null {
    const { place, asker, command } = item.post;
    const { mayAsk, questionsPerHour } = store.settings(place);
    if (command.name === 'help') {
      return null;
    }
    if (!isAmong(mayAsk, asker)) {
      return wording.notAllowedToAsk;
    }
    const asked =
      questionsPerHour === null || questionIn(command) === null
        ? 0
        : store.askedUpTo(item, item.receivedMs - 3_600_000);
    return questionsPerHour !== null && asked > questionsPerHour ? wording.limitReached(questionsPerHour) : null;
  }

  function scopeOf(place: Place): Scope | undefined {
    return store.settings(place).scope ?? undefined;
  }

  function forgetOld(): void {
    if (clock() - forgotMs > 86_400_000) {
      forgotMs = clock();
      store.forget(forgotMs - limits.keepMs);
    }
  }

  function newReference(): string {
    return Buffer.from(random(4)).toString('hex').toUpperCase();
  }

  function opened(id: string, place: Place, asker: Asker): InboxItem | Refusal {
    const item = store.item(id);
    if (item === null || item.reply === null || clock() - item.receivedMs > limits.keepMs) {
      return { refused: wording.expired };
    }
    if (!isSamePlace(item.post.place, place)) {
      return { refused: wording.elsewhere };
    }
    return item.onlyFor !== null && item.onlyFor !== asker.id ? { refused: wording.notYours } : item;
  }

  async function reopen(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal> {
    const item = opened(id, place, asker);
    if ('refused' in item) {
      return item;
    }
    const { post, reply, sent, onlyFor } = item;
    if (reply?.kind !== 'answer') {
      return { refused: wording.expired };
    }
    const { answer } = reply;
    const scope = scopeOf(place);
    if (scope !== undefined) {
      const inScope = new Set((await rapporteur.sessions(scope)).map((session) => session.id));
      if ([...answer.quotes, ...answer.related, ...answer.report].some(({ session }) => !inScope.has(session.id))) {
        return { refused: wording.outOfScope };
      }
    }
    return { id, post, answer, sent, onlyFor };
  }

  return {
    async start() {
      forgetOld();
      for (const item of store.unfinished(platform)) {
        if (item.state === 'ready') {
          failures.set(item.id, 0);
        } else if (clock() - item.receivedMs > limits.tooLateMs) {
          store.keepReply(item, { kind: 'notice', id: item.id, why: 'late', text: wording.tooLate }, null, clock());
        }
        takeUp(store.item(item.id)!);
      }
    },

    async receive(post, acknowledge) {
      forgetOld();
      const id = Buffer.from(random(9)).toString('base64url');
      const isPrivate = !post.isDirect && (post.onlyForAsker || store.settings(post.place).reply === 'asker');
      const item = store.receive(id, post, isPrivate ? post.asker.id : null, clock());
      try {
        await acknowledge?.();
      } catch (error) {
        log.warn({ question: id, cause: causeOf(error, []) }, 'question could not be acknowledged');
      }
      if (item === null) {
        return 'duplicate';
      }
      takeUp(item);
      return 'received';
    },

    async edited(place, message, command) {
      const item = store.itemOf(place, message);
      if (item !== null && item.state !== 'dropped' && !isDeepStrictEqual(item.post.command, command)) {
        takeUp(store.reword(item.id, command, clock()));
      }
    },

    async deleted(place, message) {
      const item = store.itemOf(place, message);
      if (item !== null && item.state !== 'dropped') {
        store.drop(item.id, clock());
        await takeBack(item);
      }
    },

    settings: (place) => store.settings(place),

    async saveSettings(place, asker, settings) {
      if (!asker.isAdmin) {
        return { refused: wording.onlyAdministrators };
      }
      store.saveSettings(place, settings);
      return null;
    },

    scope: scopeOf,

    sessions: (place) => rapporteur.sessions(scopeOf(place)),

    speakers: (place, session) =>
      rapporteur.speakers({ ...(session !== undefined && { session }), scope: scopeOf(place) }),

    reopen,

    async context(id, key, { around, shift }, place, asker) {
      const item = opened(id, place, asker);
      if ('refused' in item) {
        return item;
      }
      const { reply } = item;
      const quote =
        reply?.kind === 'answer'
          ? quoteOf(reply.answer, key)
          : reply?.kind === 'verification'
            ? reply.verification.found
            : null;
      if (quote === null) {
        return { refused: wording.noSuchQuote };
      }
      const middle = Math.max(0, quote.turn + shift);
      const turns = await rapporteur.context({ session: quote.session.id, turn: middle }, around, scopeOf(place));
      return turns.length === 0 ? { refused: wording.noSuchQuote } : viewContext(quote, turns, middle + around);
    },

    async shared(id, place, asker) {
      const kept = await reopen(id, place, asker);
      if ('refused' in kept) {
        return kept;
      }
      if (store.item(id)?.onlyFor === null) {
        return { refused: wording.alreadyShared };
      }
      store.share(id, clock());
      return { ...kept, onlyFor: null };
    },

    async hidden(id, place, asker) {
      const kept = await reopen(id, place, asker);
      if ('refused' in kept) {
        return kept;
      }
      if (kept.post.asker.id !== asker.id) {
        return { refused: wording.notYoursToHide };
      }
      store.hide(id, clock());
      return { ...kept, onlyFor: asker.id };
    },

    async feedback(id, place, asker, verdict, reason) {
      const item = opened(id, place, asker);
      if ('refused' in item) {
        return item;
      }
      if (item.reply?.kind !== 'answer') {
        return { refused: wording.expired };
      }
      store.saveFeedback({
        id,
        place,
        user: asker.id,
        verdict,
        reason,
        question: item.reply.answer.question,
        answer: item.reply.answer,
        libraryVersion: item.libraryVersion,
        timeMs: clock(),
      });
      return null;
    },

    async ingest(file, place, asker, onProgress) {
      if (!isAmong(store.settings(place).mayIngest, asker)) {
        return { refused: wording.notAllowedToIngest };
      }
      const name = file.name.replace(/^.*[/\\]/s, '');
      if (file.size > limits.fileBytes) {
        return { refused: wording.tooLarge(name, file.size, limits.fileBytes) };
      }
      const work = (async () => {
        const bytes = await file.read();
        return bytes.length > limits.fileBytes
          ? { refused: wording.tooLarge(name, bytes.length, limits.fileBytes) }
          : (await rapporteur.ingest([{ name, bytes }], onProgress)).files[0]!;
      })();
      ingesting.add(work);
      try {
        return await work;
      } catch (error) {
        const reference = newReference();
        log.error({ reference, cause: causeOf(error, []) }, 'file could not be ingested');
        return { refused: wording.failed(reference) };
      } finally {
        ingesting.delete(work);
      }
    },

    async stop() {
      stopping = true;
      for (const retry of retries.values()) {
        clearTimeout(retry);
      }
      retries.clear();
      const enough = setTimeout(() => {
        answering.clear();
        telling.clear();
      }, limits.stopWithinMs);
      await Promise.allSettled([answering.idle(), telling.idle(), ...ingesting]);
      clearTimeout(enough);
    },

    state: () => ({ waiting: answering.size().waiting, answering: answering.size().running }),
  };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.workspace === other.workspace && one.channel === other.channel;
}

function wordsOf({ name: _name, ...words }: Command): string[] {
  return Object.values(words);
}

/** The error and its causes as their stacks, without the asker's words; other fields of an error may hold whole prompts. */
function causeOf(error: unknown, words: string[]): string {
  const stacks: string[] = [];
  for (let cause = error; cause instanceof Error && stacks.length < 5; cause = cause.cause) {
    stacks.push(cause.stack ?? cause.message);
  }
  return words
    .filter((word) => word.length > 3)
    .reduce((text, word) => text.replaceAll(word, '…'), stacks.join('\nCaused by: '));
}
