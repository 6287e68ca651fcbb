/** A transcript sent to the bot: read where the sender may, and told about where it was sent. */
import type { Desk } from '../../src/chat/chat.ts';
import type { Asker } from '../../src/chat/post.ts';
import type { IngestedFile } from '../../src/rapporteur.ts';
import { textBlock } from './quote-blocks.ts';
import { cut, escapeText, limits } from './rich-text.ts';
import { type Clients, patiently } from './clients.ts';
import { quietly } from './delivery.ts';
import type { Happening } from './events.ts';

type Files = Extract<Happening, { kind: 'files' }>;

export async function takeFiles(
  { place, files, replyTo, isDirect }: Files,
  {
    desk,
    clientsOf,
    askerOf,
    apiUrl,
  }: {
    desk: Desk;
    clientsOf: (team: string) => Promise<Clients>;
    askerOf: (team: string, id: string) => Promise<Asker>;
    apiUrl: string | undefined;
  },
): Promise<void> {
  const { client, once } = await clientsOf(place.workspace);
  const asker = await askerOf(place.workspace, replyTo.user);
  const where = {
    ...quietly,
    channel: place.channel,
    ...(replyTo.thread === null ? {} : { thread_ts: replyTo.thread }),
  };
  for (const file of files) {
    let told: string | null = null;
    let toldMs = -progressEveryMs;
    let telling: Promise<void> = Promise.resolve();
    // One message, marked as no unfinished answer, changed as the work goes on; the last word waits for those before it.
    const tell = async (text: string): Promise<void> => {
      await telling;
      const content = {
        text: escapeText(cut(text, limits.plainText)),
        blocks: [textBlock(cut(text, limits.messageText))],
      };
      if (told === null) {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
        told =
          (
            await patiently(() =>
              once.chat.postMessage({
                ...where,
                ...content,
                metadata: { event_type: 'rapporteur_file', event_payload: {} },
              }),
            )
          ).ts ?? null;
      } else {
        await client.chat.update({ channel: place.channel, ts: told, ...content });
      }
    };
    const tellProgress = (text: string): void => {
      if (performance.now() - toldMs >= progressEveryMs) {
        toldMs = performance.now();
        telling = tell(text).catch(() => {});
      }
    };
    const outcome = await desk.ingest(
      {
        name: file.name,
        size: file.size,
        read: () => {
          tellProgress(`Reading ${file.name} …`);
          return download(file.url, client.token ?? '', apiUrl);
        },
      },
      place,
      asker,
      ({ done, total, name }) => {
        tellProgress(`Reading ${name}: ${done} of ${total} …`);
      },
    );
    if ('refused' in outcome) {
      const text = escapeText(outcome.refused);
      await (isDirect || told !== null
        ? tell(outcome.refused)
        : patiently(() => once.chat.postEphemeral({ ...quietly, channel: place.channel, user: replyTo.user, text })));
    } else {
      await tell(ingestedText(outcome));
    }
  }
}

const progressEveryMs = 3_000;
const downloadTimeoutMs = 120_000;
const problemsShown = 10;

/** What became of a file, in the words of the command line. */
export function ingestedText({ name, sessions, failure, problems }: IngestedFile): string {
  const lines = [
    ...sessions.map(
      ({ title, outcome, turnCount }) =>
        `${name}: ${outcome} “${title}”, ${turnCount} ${turnCount === 1 ? 'turn' : 'turns'}`,
    ),
    ...(failure === null ? [] : [failure]),
    ...problems
      .slice(0, problemsShown)
      .map(({ line, message }) => `${name}${line === null ? '' : `:${line}`}: ${message}`),
    ...(problems.length > problemsShown ? [`… and ${problems.length - problemsShown} more problems`] : []),
  ];
  return lines.join('\n');
}

/** The token goes to Slack's own hosts only, or to those of the server that stands for it; so does whatever they redirect to. */
async function download(address: string, token: string, apiUrl: string | undefined): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(downloadTimeoutMs);
  let [at, response] = [new URL(address), null as Response | null];
  for (let redirects = 0; response === null || isRedirect(response); redirects += 1) {
    if (response !== null) at = new URL(response.headers.get('location') ?? '', at);
    if (redirects > mostRedirects)
      throw new Error('Slack: a file is redirected too often; send it as a file of its own');
    if (!isOurs(at, apiUrl))
      throw new Error(`Slack: a file lies at ${at.host}, which is not Slack's; send it as a file of its own`);
    response = await fetch(at, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual', signal });
  }
  if (!response.ok) {
    throw new Error(`Slack: a file could not be fetched (${response.status}); check that the bot has files:read`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

const mostRedirects = 3;
const isRedirect = ({ status, headers }: Response) => status >= 300 && status < 400 && headers.has('location');

function isOurs({ host, protocol }: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined) return host === new URL(apiUrl).host;
  return protocol === 'https:' && /(^|\.)slack(-files)?\.com$/.test(host);
}
