/** What the handlers of Discord's events work with, and how they answer when nothing else is to be said. */
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { causeOf, type Reference } from '../../src/chat/causes.ts';
import type { Desk } from '../../src/chat/chat.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Overhears } from '../../src/chat/overheard.ts';
import type { Post } from '../../src/chat/post.ts';
import type { Words } from '../../src/chat/wording.ts';
import { renderLine } from './components.ts';
import type { DiscordDelivery } from './delivery.ts';
import { codeOf, type DiscordRest } from './rest.ts';
import type { ForumTags } from './forum-tags.ts';
import type { Servers } from './servers.ts';

export interface Bot {
  /** Its user id; empty before it is connected. */
  id(): string;
  rest: DiscordRest;
  desk: Desk;
  delivery: DiscordDelivery;
  servers: Servers;
  tags: ForumTags;
  store: ChatStore;
  log: Logger;
  clock: () => number;
  /** Discord gives the words of every message. */
  readsMessages: boolean;
  newReference: Reference;
  overhears: Overhears;
  /** Another server than Discord's; undefined for Discord's. */
  apiUrl: string | undefined;
}

/** Hands a question to the desk, and its reply to `delivery` when it comes. */
export async function take(
  { delivery, desk }: Bot,
  post: Post,
  acknowledge?: () => Promise<void>,
  after?: Promise<unknown>,
): Promise<'received' | 'duplicate'> {
  const forgetAgain = delivery.expect(post.message);
  const taken = await desk.receive(post, acknowledge, after);
  if (taken === 'duplicate') forgetAgain();
  return taken;
}

/** One line, for the eyes of who did it. */
export function tell({ rest }: Bot, interaction: APIInteraction, line: string): Promise<void> {
  return rest.answer(interaction, renderLine(line), { isEphemeral: true });
}

/** What people are told of a failure: no more than a reference, by which the log has the cause. */
export function failure({ log, newReference }: Bot, error: unknown, say: Words): string {
  const reference = newReference();
  log.error({ reference, code: codeOf(error), cause: causeOf(error) }, 'discord: a request failed');
  return say('failed', { reference });
}
