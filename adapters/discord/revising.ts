/** Replies that are changed long after they were posted, and what is said to somebody of the bot's own accord. */
import { RESTJSONErrorCodes, type APIMessage } from 'discord-api-types/v10';
import type { Delivery } from '../../src/chat/chat.ts';
import { renderReply } from './components.ts';
import { askedLine, isGone, read, tokenMs, written } from './delivery.ts';
import { readReplyTo, textsIn, type ReplyTo } from './requests.ts';
import { codeOf, type DiscordRest } from './rest.ts';

export function discordRevising(
  rest: DiscordRest,
  clock: () => number,
): Pick<Delivery, 'revise' | 'placeOf' | 'tellAsker'> {
  return {
    placeOf: ({ place: { channel } }): ReplyTo => ({ by: 'place', channel }),

    async revise(post, sent, reply) {
      const to = readReplyTo(post);
      const ref = read(sent);
      if (ref === null) return 'gone';
      const seenBy = post.isDirect ? 'direct' : 'everyone';
      const asked = to.by === 'interaction' ? askedLine(post, to.asked) : null;
      const { language } = post.asker;
      const rendered = renderReply(reply, { seenBy, asked, language });
      const isAlive = to.by === 'interaction' && clock() - to.receivedMs < tokenMs;
      const isPrivate = to.by === 'interaction' && to.isEphemeral;
      try {
        await rest.edit(ref, rendered);
        return { sent };
      } catch (error) {
        const isUnknown = codeOf(error) === RESTJSONErrorCodes.UnknownMessage;
        if (isUnknown && !isPrivate) return 'gone';
        if (!isUnknown && !isGone(error)) throw error;
      }
      // Only the token of its command reaches a message for one person's eyes, and what stands where the bot is no member.
      if (!isAlive) return 'refused';
      const own = renderReply(reply, { seenBy: isPrivate && !post.isDirect ? 'asker' : seenBy, asked, language });
      return { sent: written(await rest.editOriginal(to.token, own)) };
    },

    async tellAsker(post, reply, again) {
      try {
        const channel = await rest.directMessages(post.asker.id);
        const rendered = renderReply(reply, { seenBy: 'copy', language: post.asker.language });
        // Discord knows the key of a post for some minutes, and its words for good.
        const words = textsIn(rendered.components).join('\n');
        const isThere = ({ components = [] }: APIMessage) => textsIn(components).join('\n') === words;
        if (again && (await rest.newestMessages(channel)).some(isThere)) return;
        await rest.post(channel, rendered, { key: `n${reply.id}` });
      } catch (error) {
        // Who takes no direct messages is not told.
        if (!isGone(error)) throw error;
      }
    },
  };
}
