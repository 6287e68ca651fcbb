/** From a stored question to one reply in its place: nothing lost and nothing twice, also over restarts. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import { causeOf, type Reference } from './causes.ts';
import { PlaceGone, type Delivery, type Limits } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import { openToAll, questionIn } from './commands.ts';
import { fairQueue } from './fair-queue.ts';
import { mayBeShown } from './kept-answers.ts';
import { performer, type PerformerOptions } from './perform.ts';
import type { Place } from './post.ts';
import type { Reply } from './reply.ts';
import { isAmong } from './settings.ts';
import { limitReached, wordsFor } from './wording.ts';

export interface InboxOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  access: Pick<Accesses, 'in'>;
  delivery: Delivery;
  /** How a question is begun here, for the help. */
  askWith: string;
  pageOf: PerformerOptions['pageOf'];
  handsTo: PerformerOptions['handsTo'];
  mayConfigure: PerformerOptions['mayConfigure'];
  log: Logger;
  clock: () => number;
  newReference: Reference;
  limits: Limits;
}

export interface Inbox {
  /** Takes up what other processes left, an earlier run of this one among them, from now on. */
  start(): Promise<void>;
  /** Answers the stored question when its turn comes and `after` has settled; resolves when it is in the queue. */
  takeUp(item: InboxItem, after?: Promise<unknown>): Promise<void>;
  /** Takes a reply back out of the chat, where there is one. */
  takeBack(item: InboxItem): Promise<void>;
  /** Waits for what is in flight and for `others`; what still waits after `stopWithinMs` stays stored. */
  stop(others: Iterable<Promise<unknown>>): Promise<void>;
  state(): { waiting: number; answering: number };
}

export function openInbox({
  platform,
  rapporteur,
  store,
  access,
  delivery,
  askWith,
  pageOf,
  handsTo,
  mayConfigure,
  log,
  clock,
  newReference,
  limits,
}: InboxOptions): Inbox {
  const perform = performer({
    rapporteur,
    store,
    access,
    askWith,
    delivery,
    pageOf,
    handsTo,
    mayConfigure,
    clock,
    limits,
  });
  const answering = fairQueue(limits.atOnce);
  // Help and refusals need no place in the queue of those who wait for answers.
  const telling = fairQueue(limits.atOnce);
  // Work of several steps holds up nobody's question.
  const working = fairQueue(limits.workAtOnce);
  const inHand = new Set<string>();
  /** Asked anew while it was in hand, it may be at the very end of that. */
  const askedAnew = new Set<string>();
  const statuses = new Map<string, Promise<void>>();
  /** How often sending has failed; also set, to 0, where another process may have sent. */
  const failures = new Map<string, number>();
  const retries = new Map<string, NodeJS.Timeout>();
  const queueing = new Set<Promise<void>>();
  let looking: NodeJS.Timeout | null = null;
  let stopping = false;

  function takeUp(item: InboxItem, after?: Promise<unknown>): Promise<void> {
    if (stopping || !item.isOurs) return Promise.resolve();
    if (inHand.has(item.id)) {
      askedAnew.add(item.id);
      return Promise.resolve();
    }
    inHand.add(item.id);
    const queued = queue(item, after)
      .catch((error: unknown) => {
        inHand.delete(item.id);
        log.error({ question: item.id, cause: causeOf(error) }, 'question could not be seen to');
      })
      .finally(() => queueing.delete(queued));
    queueing.add(queued);
    return after === undefined ? queued : Promise.resolve();
  }

  async function queue(item: InboxItem, after: Promise<unknown> | undefined): Promise<void> {
    await after?.catch(() => {});
    const { post } = item;
    const isQuick =
      item.state === 'ready' ||
      openToAll.has(post.command.name) ||
      post.command.name === 'settings' ||
      post.command.name === 'stop' ||
      (await isLikelyRefused(item));
    const waiting = isQuick ? telling : post.command.name === 'commission' ? working : answering;
    const place = waiting.add(post.asker.id, () => seeTo(item.id));
    if (!isQuick && place >= limits.tellPlaceFrom) {
      tellStatus(item, wordsFor(post.asker)('placeInQueue', { place }));
    }
  }

  /** Takes a question from whatever state it is in to its end. An edit or a deletion on the way is met at the next step. */
  async function seeTo(id: string): Promise<void> {
    try {
      let item = await store.item(id);
      while (item !== null && isToBeSeenTo(item)) {
        if (item.state === 'received') {
          const { reply, version } = await replyTo(item);
          if (reply.kind === 'notice' && reply.why === 'refused' && item.post.isOverheard)
            await store.drop(id, clock());
          else await store.keepReply(item, reply, version, clock());
        } else if (!(await send(item, await asItMayBeShown(item, item.reply!)))) {
          return;
        }
        item = await store.item(id);
      }
    } catch (error) {
      // The store itself failed: the question is as it was on disk, and whoever takes it up next sees to it.
      log.error({ question: id, cause: causeOf(error) }, 'question could not be seen to');
    } finally {
      inHand.delete(id);
      if (askedAnew.delete(id)) await takeUpIfThere(id);
    }
  }

  async function takeUpIfThere(id: string): Promise<void> {
    const item = await store.item(id).catch(() => null);
    if (item !== null && isToBeSeenTo(item)) await takeUp(item);
  }

  async function replyTo(item: InboxItem): Promise<{ reply: Reply; version: string | null }> {
    const { id } = item;
    try {
      const refused = await refusal(item);
      if (refused !== null) {
        return { reply: { kind: 'notice', id, why: 'refused', text: refused }, version: null };
      }
      const version = await rapporteur.version();
      return { reply: await perform(item, (line) => tellStatus(item, line)), version };
    } catch (error) {
      const reference = newReference();
      log.error({ reference, question: id, cause: causeOf(error) }, 'question failed');
      return {
        reply: { kind: 'notice', id, why: 'failed', text: wordsFor(item.post.asker)('failed', { reference }) },
        version: null,
      };
    }
  }

  /** What was answered before the library changed may rest on what may no longer be shown. */
  async function asItMayBeShown({ id, post, libraryVersion }: InboxItem, reply: Reply): Promise<Reply> {
    if (libraryVersion === null || libraryVersion === (await rapporteur.version())) return reply;
    const { seen } = await access.in(post.place, post.asker);
    const isOpen = await mayBeShown(reply, seen, rapporteur);
    return isOpen ? reply : { kind: 'notice', id, why: 'failed', text: wordsFor(post.asker)('outOfScope') };
  }

  /** False where it is to be tried again later. */
  async function send(item: InboxItem, reply: Reply): Promise<boolean> {
    const { id, post } = item;
    const refused = reply.kind === 'notice' && reply.why === 'refused';
    await endStatus(id);
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
      log.warn({ question: id, times, isGone, cause: causeOf(error) }, 'reply could not be sent');
      if (!isGone && waitMs !== undefined) {
        failures.set(id, times);
        sendLater(id, waitMs);
        return false;
      }
      state = 'failed';
    }
    failures.delete(id);
    const now = await store.finish(item, state, sent, clock());
    // Somebody has asked to be forgotten.
    if (now === null) return true;
    if (post.command.name === 'forget') await store.remove(id);
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
        void takeUpIfThere(id);
      }, waitMs),
    );
  }

  async function takeBack({ id, post, sent }: InboxItem): Promise<void> {
    if (sent !== null) {
      await delivery.remove(post, sent).catch((error: unknown) => {
        log.warn({ question: id, cause: causeOf(error) }, 'reply could not be taken back');
      });
    }
  }

  /** No status begins after it; one that is on its way is waited for, but not long. */
  async function endStatus(id: string): Promise<void> {
    const shown = statuses.get(id);
    statuses.delete(id);
    if (shown === undefined) return;
    const waiting = new AbortController();
    await Promise.race([shown, sleep(limits.statusWithinMs, undefined, { signal: waiting.signal }).catch(() => {})]);
    waiting.abort();
  }

  /** In order, and none begins after the reply. */
  function tellStatus({ id, post }: InboxItem, line: string): void {
    const earlier = statuses.get(id) ?? Promise.resolve();
    const shown: Promise<void> = earlier
      .then(() => (statuses.has(id) ? delivery.status(post, line) : undefined))
      .catch((error: unknown) => {
        log.debug({ question: id, cause: causeOf(error) }, 'status could not be shown');
      });
    statuses.set(id, shown);
  }

  async function refusal(item: InboxItem): Promise<string | null> {
    const { place, asker, command } = item.post;
    if (openToAll.has(command.name)) {
      return null;
    }
    const { mayAsk, questionsPerHour, counted } = await access.in(place, asker);
    if (!mayAsk) {
      return wordsFor(asker)('notAllowedToAsk');
    }
    return questionsPerHour !== null && (await isOverLimit(item, questionsPerHour, counted))
      ? limitReached(wordsFor(asker), questionsPerHour)
      : null;
  }

  async function isOverLimit(item: InboxItem, questionsPerHour: number, places: Place[]): Promise<boolean> {
    return (
      questionIn(item.post.command) !== null &&
      (await store.askedUpTo(item, item.receivedMs - 3_600_000, places)) > questionsPerHour
    );
  }

  /** By the settings of the place alone, which is known at once: it decides in which queue somebody waits. */
  async function isLikelyRefused(item: InboxItem): Promise<boolean> {
    const { place, asker } = item.post;
    const { mayAsk, questionsPerHour } = await store.settings(place);
    return (
      !isAmong(mayAsk, asker) || (questionsPerHour !== null && (await isOverLimit(item, questionsPerHour, [place])))
    );
  }

  /** What no living process holds, and that its reply may have reached the chat. */
  async function takeUpLeft(atStart: boolean): Promise<void> {
    for (const item of await store.claim(platform, { atStart })) {
      if (stopping) return;
      failures.set(item.id, 0);
      if (item.state === 'received' && clock() - item.receivedMs > limits.tooLateMs) {
        if (item.post.isOverheard) await store.drop(item.id, clock());
        else
          await store.keepReply(
            item,
            { kind: 'notice', id: item.id, why: 'late', text: wordsFor(item.post.asker)('tooLate') },
            null,
            clock(),
          );
      }
      await takeUpIfThere(item.id);
    }
  }

  async function holdAndLook(): Promise<void> {
    await store.hold([...inHand, ...retries.keys()]);
    if (!stopping) await takeUpLeft(false);
  }

  return {
    async start() {
      await takeUpLeft(true);
      let isLooking = false;
      looking = setInterval(() => {
        if (isLooking) return;
        isLooking = true;
        void holdAndLook()
          .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'questions in hand could not be held'))
          .finally(() => (isLooking = false));
      }, store.leaseMs / looksInALease).unref();
    },

    takeUp,

    takeBack,

    async stop(others) {
      stopping = true;
      for (const retry of retries.values()) {
        clearTimeout(retry);
      }
      retries.clear();
      const enough = setTimeout(() => {
        for (const queue of [answering, telling, working]) queue.clear();
      }, limits.stopWithinMs);
      await Promise.allSettled(queueing);
      await Promise.allSettled([answering.idle(), telling.idle(), working.idle(), ...others]);
      clearTimeout(enough);
      if (looking) clearInterval(looking);
      await store.letGo(platform).catch(() => {});
    },

    state: () => ({ waiting: answering.size().waiting, answering: answering.size().running }),
  };
}

function isToBeSeenTo({ state, isOurs }: InboxItem): boolean {
  return isOurs && (state === 'received' || state === 'ready');
}

/** One that comes late is made up for by the next. */
const looksInALease = 4;
