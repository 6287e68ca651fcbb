/** Answers that were given and are kept: opened again, looked into, shared, judged. */
import type { Seen, SessionRef } from '../answer.ts';
import { originOf } from '../access/origin.ts';
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import { quoteOf, viewContext } from './answer-view.ts';
import type { Desk, KeptAnswer, Limits, Refusal } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import type { Asker, Place } from './post.ts';
import type { Reply } from './reply.ts';
import { wordsFor } from './wording.ts';

export interface KeptAnswersOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  access: Pick<Accesses, 'in'>;
  clock: () => number;
  limits: Pick<Limits, 'keepMs'>;
}

export type KeptAnswers = Pick<Desk, 'reopen' | 'published' | 'context' | 'shared' | 'hidden' | 'feedback'>;

export function keptAnswers({ platform, rapporteur, store, access, clock, limits }: KeptAnswersOptions): KeptAnswers {
  async function opened(id: string, place: Place, asker: Asker): Promise<InboxItem | Refusal> {
    const item = await store.item(id);
    if (item === null || item.reply === null || clock() - item.receivedMs > limits.keepMs) {
      return { refused: wordsFor(asker)('expired') };
    }
    if (!isSamePlace(item.post.place, place)) {
      return { refused: wordsFor(asker)('elsewhere') };
    }
    return item.onlyFor !== null && item.onlyFor !== asker.id ? { refused: wordsFor(asker)('notYours') } : item;
  }

  async function reopen(id: string, place: Place, asker: Asker): Promise<KeptAnswer | Refusal> {
    const item = await opened(id, place, asker);
    if ('refused' in item) {
      return item;
    }
    const { post, reply, sent, onlyFor } = item;
    if (reply?.kind !== 'answer') {
      return { refused: wordsFor(asker)('expired') };
    }
    const { answer } = reply;
    const { seen } = await access.in(place, asker);
    if (!(await mayBeShown(reply, seen, rapporteur))) {
      return { refused: wordsFor(asker)('outOfScope') };
    }
    return { id, post, answer, sent, onlyFor };
  }

  return {
    reopen,

    async published(id) {
      const item = await store.item(id);
      if (item?.reply?.kind !== 'answer' || item.onlyFor !== null || clock() - item.receivedMs > limits.keepMs)
        return null;
      const { place, asker } = item.post;
      // Who shares what is known of one's own platform alone.
      if (place.platform !== platform) return null;
      // A workspace that took the bot out takes its answers with it, though they are deleted later.
      if ((await store.leftBefore(clock() + 1)).includes(originOf(place))) return null;
      const { seen } = await access.in(place, asker);
      return (await mayBeShown(item.reply, seen, rapporteur)) ? item.reply.answer : null;
    },

    async context(id, key, { around, shift }, place, asker) {
      const item = await opened(id, place, asker);
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
        return { refused: wordsFor(asker)('noSuchQuote') };
      }
      const { seen } = await access.in(place, asker);
      if (!(await mayBeShown(reply!, seen, rapporteur))) {
        return { refused: wordsFor(asker)('noSuchQuote') };
      }
      const middle = Math.max(0, quote.turn + shift);
      const turns = await rapporteur.context({ session: quote.session.id, turn: middle }, around, seen);
      return turns.length === 0
        ? { refused: wordsFor(asker)('noSuchQuote') }
        : viewContext(quote, turns, middle + around);
    },

    async shared(id, place, asker) {
      const kept = await reopen(id, place, asker);
      if ('refused' in kept) {
        return kept;
      }
      if (!(await store.share(id, clock()))) {
        return { refused: wordsFor(asker)('alreadyShared') };
      }
      return { ...kept, onlyFor: null };
    },

    async hidden(id, place, asker) {
      const kept = await reopen(id, place, asker);
      if ('refused' in kept) {
        return kept;
      }
      if (kept.post.asker.id !== asker.id) {
        return { refused: wordsFor(asker)('notYoursToHide') };
      }
      await store.hide(id, clock());
      return { ...kept, onlyFor: asker.id };
    },

    async feedback(id, place, asker, verdict, reason) {
      const item = await opened(id, place, asker);
      if ('refused' in item) {
        return item;
      }
      if (item.reply?.kind !== 'answer') {
        return { refused: wordsFor(asker)('expired') };
      }
      const { seen } = await access.in(place, asker);
      if (!(await mayBeShown(item.reply, seen, rapporteur))) {
        return { refused: wordsFor(asker)('outOfScope') };
      }
      await store.saveFeedback({
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
  };
}

/** Whether all that a reply rests on is seen there still, under the rule it was seen under when it was given. */
export async function mayBeShown(reply: Reply, seen: Seen, rapporteur: Pick<Rapporteur, 'sessions'>): Promise<boolean> {
  const refs = sessionsIn(reply);
  if (refs.length === 0) return true;
  const open = new Map((await rapporteur.sessions(seen)).map((session) => [session.id, session]));
  return refs.every(({ id, chathamHouse }) => open.has(id) && open.get(id)!.chathamHouse === chathamHouse);
}

function sessionsIn(reply: Reply): SessionRef[] {
  if (reply.kind === 'verification') {
    const { found, by = [], report = [], formerly } = reply.verification;
    return [found, ...by, ...report, formerly].flatMap((one) => one?.session ?? []);
  }
  if (reply.kind === 'paper') return reply.quotes.map(({ session }) => session);
  if (reply.kind !== 'answer') return [];
  const { quotes, related, report } = reply.answer;
  return [...quotes, ...related, ...report].map(({ session }) => session);
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.platform === other.platform && one.workspace === other.workspace && one.channel === other.channel;
}
