/**
 * Answers that were given out are looked at again when the library has changed: where what they quote has, the place is
 * told once, with before and after. The message is edited, and where it cannot be, who asked gets one new message, or none.
 */
import type { Logger } from 'pino';
import type { Quote, Seen, Standing } from '../../answer.ts';
import type { Rapporteur } from '../../rapporteur.ts';
import { dayInWords } from '../../words/dates.ts';
import type { Accesses } from '../access.ts';
import { causeOf } from '../causes.ts';
import type { Delivery } from '../chat.ts';
import type { ChatStore, InboxItem } from '../chat-store.ts';
import { mayBeShown } from '../kept-answers.ts';
import type { Reply } from '../reply.ts';
import type { News } from './given-store.ts';
import { changeInWords, nowOf, revisedAnswer, takenBack, wordsOf } from './revised.ts';
import * as wording from './wording.ts';

export interface LivingCitationsOptions {
  platform: string;
  rapporteur: Rapporteur;
  store: ChatStore;
  access: Pick<Accesses, 'in'>;
  delivery: Delivery;
  log: Logger;
  clock: () => number;
}

export interface LivingCitations {
  /** Looks at what was given before the library was of this version, and tells what has changed. `isNew`: another process may have begun. */
  look(version: string, isNew: boolean): Promise<void>;
}

export function livingCitations(options: LivingCitationsOptions): LivingCitations {
  const { platform, rapporteur, store, access, delivery, log, clock } = options;
  /** Told by a process before this one, as far as it came. */
  let isFirst = true;

  async function look(version: string, isNew: boolean): Promise<void> {
    await tellAll(isFirst || isNew);
    isFirst = false;
    for (const id of await store.given.unlooked(platform, version)) {
      const item = await store.item(id);
      if (item?.reply && item.state === 'answered') await lookAt(item, item.reply, version);
    }
    await tellAll(false);
  }

  async function lookAt(item: InboxItem, reply: Reply, version: string): Promise<void> {
    const { seen } = await access.in(item.post.place, item.post.asker);
    const isOpen = await mayBeShown(reply, seen, rapporteur);
    const today = dayInWords(new Date(clock()).toISOString().slice(0, 10));
    const found = isOpen ? await newsOf(reply, seen, today) : takenBack(item.id, today);
    if (found === null) await store.given.looked(item, version, reply);
    else if ('lines' in found) await store.given.keepNews(item, version, found);
    else await store.given.looked(item, version, found.same);
  }

  /** Null where there is nothing that could change; `same` is the reply with the places of today. */
  async function newsOf(reply: Reply, seen: Seen, today: string): Promise<News | { same: Reply } | null> {
    if (reply.kind === 'answer') {
      const words = wordsOf(reply.answer);
      if (words.length === 0) return null;
      const standings = await rapporteur.standing(words, seen);
      if (standings.some(isClosed)) return takenBack(reply.id, today);
      const { answer, lines } = revisedAnswer(reply.answer, standings, today);
      const revised: Reply = { ...reply, answer };
      return lines.length === 0 ? { same: revised } : { reply: revised, lines, isTakenBack: false };
    }
    if (reply.kind === 'verification') {
      const { found, by = [], quote } = reply.verification;
      if (found === null) return null;
      const words = [found, ...by].map((one): Quote => ({ ...one, n: 0, role: null }));
      const standings = await rapporteur.standing(words, seen);
      if (standings.some(isClosed)) return takenBack(reply.id, today);
      const lines = words.flatMap((one, at) => changeInWords(one, standings[at]!) ?? []);
      if (lines.length === 0) return null;
      const verification = { ...(await rapporteur.verify(quote, seen)), notice: wording.checkedOn(today) };
      return { reply: { ...reply, verification }, lines: [...new Set(lines)], isTakenBack: false };
    }
    if (reply.kind === 'paper') {
      const standings = await rapporteur.standing(reply.quotes, seen);
      if (standings.some(isClosed)) return takenBack(reply.id, today);
      const lines = reply.quotes.flatMap((one, at) => changeInWords({ ...one, n: 0 }, standings[at]!) ?? []);
      if (lines.length === 0) return null;
      // The file stays what it was; that this has been told holds for what the quotes are now.
      const quotes = reply.quotes.map((one, at) => nowOf(one, standings[at]!));
      const panel = { ...reply.panel, lines: [wording.changedOn(today), ...lines, ...reply.panel.lines.slice(0, 1)] };
      return { reply: { ...reply, panel, quotes }, lines, isTakenBack: false };
    }
    return null;
  }

  async function tellAll(again: boolean): Promise<void> {
    for (const { id, news, times } of await store.given.untold(platform)) {
      const item = await store.item(id);
      if (item === null) continue;
      try {
        await store.given.told(id, await tell(item, news, `${id}.${times}`, again));
        log.info({ question: id }, 'an answer that was given is told to have changed');
      } catch (error) {
        // The next look tries it again; what had reached the chat is found there.
        isFirst = true;
        log.warn({ question: id, cause: causeOf(error) }, 'it could not be told that an answer has changed');
      }
    }
  }

  /** What the message is called from now on; null where it is as it was. */
  async function tell({ post, sent }: InboxItem, news: News, key: string, again: boolean): Promise<string | null> {
    const revised = sent === null ? 'refused' : await delivery.revise(post, sent, news.reply);
    if (typeof revised !== 'string') return revised.sent;
    if (revised === 'gone') return null;
    if (news.isTakenBack && sent !== null) await delivery.remove(post, sent).catch(() => {});
    if ((await store.settings(post.place)).changes === 'not told') return null;
    const [title, lines] = news.isTakenBack ? [news.lines[0]!, []] : [wording.titleOfNews, news.lines];
    await delivery.tellAsker(post, { kind: 'panel', id: key, panel: { title, lines } }, again);
    return null;
  }

  return { look };
}

function isClosed({ outcome }: Standing): boolean {
  return outcome === 'closed';
}
