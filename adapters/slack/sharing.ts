/** An answer shown to everyone, at the press of a button. */
import { PlaceGone } from '../../src/chat/chat.ts';
import type { Rendered } from './blocks.ts';
import type { Clients } from './clients.ts';
import { alreadyPosted, contentOf, inBestForm, metadataType, quietly, respond } from './delivery.ts';

/** Once: in the channel as the bot, which gives its `ts`, or where it is no member by the button's own address, which gives none. */
export async function postShared(
  { client, once }: Clients,
  to: { channel: string; thread: string | null },
  id: string,
  shared: Rendered[],
  responseUrl: string,
): Promise<string | null> {
  const thread = to.thread === null ? {} : { thread_ts: to.thread };
  const metadata = { event_type: metadataType, event_payload: { id } };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const earlier = attempt === 0 ? null : await alreadyPosted(client, to, id);
      if (earlier !== null) return earlier;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
      const [, posted] = await inBestForm(shared, (form) =>
        once.chat.postMessage({ ...quietly, channel: to.channel, ...thread, ...contentOf(form), metadata }),
      );
      return posted.ts ?? null;
    } catch (error) {
      if (error instanceof PlaceGone) {
        await inBestForm(shared, (form) =>
          respond(responseUrl, {
            response_type: 'in_channel',
            replace_original: false,
            ...thread,
            ...contentOf(form),
          }),
        );
        return null;
      }
      if (attempt === 2) throw error;
    }
  }
}
