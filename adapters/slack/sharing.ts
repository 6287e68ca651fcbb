/** An answer shown to everyone, at the press of a button. */
import { PlaceGone } from '../../src/chat/chat.ts';
import type { Rendered } from './blocks.ts';
import type { Clients } from './clients.ts';
import { alreadyPosted, contentOf, inBestForm, metadataType, quietly, respond } from './delivery.ts';

/** Once: in the channel as the bot, or where it is no member by the button's own address. */
export async function postShared(
  { client, once }: Clients,
  to: { channel: string; thread: string | null },
  id: string,
  shared: Rendered[],
  responseUrl: string,
): Promise<void> {
  const thread = to.thread === null ? {} : { thread_ts: to.thread };
  const metadata = { event_type: metadataType, event_payload: { id } };
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt === 0 || (await alreadyPosted(client, to, id)) === null) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        await inBestForm(shared, (form) =>
          once.chat.postMessage({ ...quietly, channel: to.channel, ...thread, ...contentOf(form), metadata }),
        );
      }
      return;
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
        return;
      }
      if (attempt === 2) throw error;
    }
  }
}
