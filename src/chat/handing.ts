/** Questions that a person is to answer: handed, with their answer, to the channel that the settings name. */
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import type { Delivery, Desk, KeptAnswer, Refusal } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import type { Command } from './commands.ts';
import { mayBeShown } from './kept-answers.ts';
import type { Asker, Place, Post } from './post.ts';
import type { Panel, Reply } from './reply.ts';
import { wordsFor } from './wording.ts';

export type Handing = Pick<Desk, 'handsTo' | 'handOver'>;

export interface HandingOptions {
  store: Pick<ChatStore, 'settings' | 'receive' | 'history' | 'item'>;
  access: Pick<Accesses, 'in'>;
  delivery: Pick<Delivery, 'placeOf' | 'nameOf' | 'channelName' | 'linkOf'>;
  reopen: Desk['reopen'];
  takeUp: (item: InboxItem) => Promise<void>;
  newId: () => string;
  clock: () => number;
  limits: { historyQuestions: number; conversationMs: number };
}

export function handing({ store, access, delivery, reopen, takeUp, newId, clock, limits }: HandingOptions): Handing {
  /** The channel, and what is handed to it. */
  async function meant(
    id: string,
    place: Place,
    asker: Asker,
  ): Promise<{ kept: KeptAnswer; to: Place; channel: string } | Refusal> {
    const say = wordsFor(asker);
    const kept = await reopen(id, place, asker);
    if ('refused' in kept) return kept;
    const { mayAsk } = await access.in(place, asker);
    if (!mayAsk) return { refused: say('notAllowedToAsk') };
    const { handsTo } = await store.settings(place);
    if (handsTo === null) return { refused: say('noPersonHere') };
    const to = { ...place, channel: handsTo };
    return { kept, to, channel: (await delivery.channelName?.(to)) ?? say('namedChannel') };
  }

  /** What everyone has seen of the conversation: nobody agrees here to what was asked in private. */
  async function askedBefore(id: string): Promise<string[]> {
    const item = await store.item(id);
    if (item === null) return [];
    const since = item.post.thread === null ? item.receivedMs - limits.conversationMs : 0;
    return store.history(item, limits.historyQuestions, since, true);
  }

  return {
    async handsTo(id, place, asker) {
      const found = await meant(id, place, asker);
      if ('refused' in found) return found;
      const { kept, channel } = found;
      const isPrivate = kept.onlyFor !== null || kept.post.isDirect;
      return { sees: wordsFor(asker)(isPrivate ? 'personSeesPrivate' : 'personSees', { channel }) };
    },

    async handOver(id, note, place, asker) {
      const say = wordsFor(asker);
      const found = await meant(id, place, asker);
      if ('refused' in found) return found;
      const { kept, to, channel } = found;
      const isPrivate = kept.onlyFor !== null || kept.post.isDirect;
      const command: Command = {
        name: 'handed',
        of: id,
        question: kept.answer.question,
        by: (await delivery.nameOf?.(place, asker.id)) ?? say('somebody'),
        note: note.trim().slice(0, longestHandedNote),
        before: isPrivate ? [] : await askedBefore(id),
        link: isPrivate ? null : ((await delivery.linkOf?.(kept.post, kept.sent)) ?? null),
      };
      const post: Post = {
        place: to,
        thread: null,
        conversation: `handed-${id}`,
        asker,
        message: `handed-${id}`,
        event: null,
        command,
        isDirect: false,
        onlyForAsker: false,
        replyTo: delivery.placeOf({ ...kept.post, place: to }),
      };
      const item = await store.receive(newId(), post, null, clock());
      if (item === null) return { refused: say('handedAlready') };
      await takeUp(item);
      return say('handedOver', { channel });
    },
  };
}

/** Characters. */
export const longestHandedNote = 500;

/** What the people of the channel see: the question, and the answer where that channel may see what it rests on. */
export async function handedReply(
  { id, post }: InboxItem,
  { of, question, by, note, before, link }: Extract<Command, { name: 'handed' }>,
  store: Pick<ChatStore, 'item'>,
  access: Pick<Accesses, 'in'>,
  rapporteur: Pick<Rapporteur, 'sessions'>,
): Promise<Reply> {
  // Whose language the people read is not known: it is that of who asks.
  const say = wordsFor(post.asker);
  const item = await store.item(of);
  const asked = item?.reply;
  const { seen } = await access.in(post.place, post.asker);
  // Meanwhile it may have been asked in other words, or hidden by who asked.
  const isOpen =
    asked?.kind === 'answer' &&
    asked.answer.question === question &&
    (item!.onlyFor === null || item!.onlyFor === post.asker.id) &&
    (await mayBeShown(asked, seen, rapporteur));
  const panel: Panel = {
    title: say('wantsPerson', { name: by }),
    lines: [
      ...before.map((earlier) => say('personBefore', { question: earlier })),
      say('personQuestion', { question }),
      ...(note === '' ? [] : [say('personNoteIs', { note })]),
      isOpen ? say('personAnswerIs') : say('personNoAnswer'),
    ],
  };
  return isOpen
    ? { kind: 'answer', id, answer: asked.answer, handed: { panel, link } }
    : { kind: 'panel', id, panel, link };
}
