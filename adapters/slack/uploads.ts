/** Files that go beside a reply. */
import { z } from 'zod';
import type { Rendered } from './blocks.ts';
import type { SlackClient } from './clients.ts';
import type { ReplyTo } from './events.ts';

/** The file beside a reply, and Slack's id of it; null where it has none. */
export async function uploadFile(
  client: SlackClient,
  to: Pick<ReplyTo, 'channel' | 'thread'>,
  { whole, paper }: Pick<Rendered, 'whole' | 'paper'>,
): Promise<string | null> {
  if (whole === null && !paper) return null;
  const content = paper
    ? { filename: paper.name, title: paper.name, file: Buffer.from(paper.base64, 'base64') }
    : { filename: 'answer.txt', title: 'The whole reply', content: whole! };
  const file = { channel_id: to.channel, ...content };
  const uploaded = await client.files.uploadV2(to.thread === null ? file : { ...file, thread_ts: to.thread });
  return uploadedSchema.safeParse(uploaded).data?.files[0]?.files[0]?.id ?? null;
}

const uploadedSchema = z.object({ files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })) });
