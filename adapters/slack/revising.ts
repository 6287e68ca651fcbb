/** Replies that are changed long after they were posted, and what is said to somebody of the bot's own accord. */
import type { Delivery } from '../../src/chat/chat.ts';
import { renderReply } from './blocks.ts';
import { type Clients, errorOf } from './clients.ts';
import {
  alreadyPosted,
  contentOf,
  directMessages,
  inBestForm,
  metadataType,
  quietly,
  readSent,
  writeSent,
} from './delivery.ts';
import { uploadFile } from './uploads.ts';
import { type ReplyTo, replyToSchema } from './events.ts';

export function slackRevising(
  clientsOf: (team: string) => Promise<Clients>,
): Pick<Delivery, 'revise' | 'placeOf' | 'tellAsker'> {
  return {
    placeOf: (post): ReplyTo => ({
      ...replyToSchema.parse(post.replyTo),
      channel: post.place.channel,
      thread: null,
      responseUrl: null,
    }),

    async revise(post, sent, reply) {
      const to = replyToSchema.parse(post.replyTo);
      const { client } = await clientsOf(to.team);
      const { ts, file } = readSent(sent);
      const metadata = { event_type: metadataType, event_payload: { id: reply.id } };
      try {
        const [form] = await inBestForm(
          renderReply(reply, { canShare: false, language: post.asker.language }),
          ({ text, blocks }) =>
            client.chat.update({ channel: to.channel, ts, parse: 'none', link_names: false, text, blocks, metadata }),
        );
        if (file !== null) await client.files.delete({ file }).catch(() => {});
        return { sent: writeSent({ ts, file: await uploadFile(client, to, form).catch(() => null) }) };
      } catch (error) {
        const reason = errorOf(error);
        if (reason === 'message_not_found') return 'gone';
        if (uneditable.has(reason)) return 'refused';
        throw error;
      }
    },

    async tellAsker(post, reply, again) {
      const { team, user } = replyToSchema.parse(post.replyTo);
      const { client, once } = await clientsOf(team);
      const direct = await directMessages(client, user);
      if (
        again &&
        direct !== null &&
        (await alreadyPosted(client, { channel: direct, thread: null }, reply.id)) !== null
      )
        return;
      const metadata = { event_type: metadataType, event_payload: { id: reply.id } };
      await inBestForm(renderReply(reply, { canShare: false, language: post.asker.language }), (form) =>
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        once.chat.postMessage({ ...quietly, channel: direct ?? user, ...contentOf(form), metadata }),
      );
    },
  };
}

/** Slack takes no edit of these any more. */
const uneditable = new Set(['cant_update_message', 'edit_window_closed', 'is_inactive', 'update_failed']);
