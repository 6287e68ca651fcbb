/** What people wrote above a question. */
import { z } from 'zod';
import type { Post } from '../../src/chat/post.ts';
import { errorOf, type SlackClient } from './clients.ts';
import { isForBot, plainText } from './events.ts';

/**
 * In the thread the question stands in, otherwise right before it in the channel; the oldest first, without what bots
 * wrote and what was asked of this one. Null where Slack does not let it be read.
 */
export async function messagesAbove(
  client: SlackClient,
  { place: { channel }, thread, message: asking }: Post,
  bot: string,
): Promise<string[] | null> {
  try {
    const messages: unknown[] = [];
    if (thread === null) {
      const page = await client.conversations.history({ channel, latest: asking, limit: rightBefore });
      messages.push(...(page.messages ?? []).toReversed());
    } else {
      let cursor: string | undefined;
      for (let pages = 0; pages < mostPages && (pages === 0 || cursor); pages += 1) {
        const options = { channel, ts: thread, latest: asking, limit: 200, ...(cursor && { cursor }) };
        const page = await client.conversations.replies(options);
        messages.push(...(page.messages ?? []));
        cursor = page.response_metadata?.next_cursor;
      }
    }
    return messages.flatMap((each) => {
      const read = messageSchema.safeParse(each).data;
      const isTalk = read && read.bot_id === undefined && read.user !== bot && read.ts !== asking;
      return isTalk && Number(read.ts) < Number(asking) && !isForBot(read.text, bot, false)
        ? [plainText(read.text)].filter(Boolean)
        : [];
    });
  } catch (error) {
    if (unreadable.has(errorOf(error))) return null;
    throw error;
  }
}

const rightBefore = 5;
const mostPages = 5;
const unreadable = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
  'no_permission',
]);
const messageSchema = z.object({
  ts: z.string(),
  text: z.string(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
});
