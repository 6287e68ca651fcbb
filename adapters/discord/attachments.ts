/** Records that come with a message to the bot: taken in, and told about below it. */
import type { APIAttachment, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { ingestedPanel } from '../../src/chat/panels.ts';
import type { Post } from '../../src/chat/post.ts';
import type { Bot } from './bot.ts';
import { renderLine, renderPanel } from './components.ts';
import { download } from './ingest.ts';

/** Pictures, sound and film are no records. */
export function recordsOf({ attachments }: Pick<GatewayMessageCreateDispatchData, 'attachments'>): APIAttachment[] {
  return attachments.filter(({ content_type: type }) => !/^(?:image|audio|video)\//.test(type ?? ''));
}

export async function takeRecords(bot: Bot, post: Post, channel: string, records: APIAttachment[]): Promise<void> {
  for (const { id, filename: name, size, url } of records) {
    const file = { name, size, read: () => download(url, bot.apiUrl) };
    const outcome = await bot.desk.ingest(file, post.place, post.asker);
    const rendered = 'refused' in outcome ? renderLine(outcome.refused) : renderPanel(ingestedPanel(outcome), id);
    await bot.rest.post(channel, rendered, { key: `a${id}`, replyTo: post.message });
  }
}
