/** What people wrote above a question. */
import { RESTJSONErrorCodes, type APIMessage } from 'discord-api-types/v10';
import type { Post } from '../../src/chat/post.ts';
import { readReplyTo, textTo } from './requests.ts';
import { codeOf, type DiscordRest } from './rest.ts';

/**
 * The message it replies to; otherwise those of its thread, with the one that the thread hangs on, or those right before
 * it in the channel: the oldest first, without what bots wrote and what was asked of this one. Null where Discord does
 * not let it be read: without the intent for it, it gives messages without their words.
 */
export async function messagesAbove(
  rest: Pick<DiscordRest, 'message' | 'messagesBefore'>,
  post: Post,
  { botId, readsAll }: { botId: string; readsAll: boolean },
): Promise<string[] | null> {
  const to = readReplyTo(post);
  if (to.by !== 'message') return [];
  try {
    const messages = to.refersTo
      ? [await rest.message(to.channel, to.refersTo)]
      : await standingBefore(rest, post, to.channel);
    const talk = messages.filter(
      ({ author, mentions }) => author.bot !== true && !mentions.some(({ id }) => id === botId),
    );
    if (!readsAll && talk.at(-1)?.content === '') return null;
    return talk.map((message) => textTo(message, botId)).filter((text) => text !== '');
  } catch (error) {
    if (unreadable.has(codeOf(error))) return null;
    throw error;
  }
}

async function standingBefore(
  rest: Pick<DiscordRest, 'message' | 'messagesBefore'>,
  { thread, place, message }: Post,
  channel: string,
): Promise<APIMessage[]> {
  const found = (
    await rest.messagesBefore(channel, message, thread === null ? rightBefore : mostOfThread)
  ).toReversed();
  if (thread === null) return found;
  // The message a thread hangs on stands in the channel above it; in a forum there is none.
  const first = await rest.message(place.channel, thread).catch(() => null);
  return first === null ? found : [first, ...found];
}

const rightBefore = 5;
const mostOfThread = 50;
const unreadable = new Set<number | null>([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);
