/** A record sent with a command: fetched, taken in, and what became of it. */
import { RESTJSONErrorCodes, type APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { ingestedPanel } from '../../src/chat/panels.ts';
import { wordsFor } from '../../src/chat/wording.ts';
import { tell, type Bot } from './bot.ts';
import { renderLine, renderPanel } from './components.ts';
import { askerOfInteraction, placeOfInteraction, readOptions, wordsOfInteraction } from './requests.ts';
import { codeOf } from './rest.ts';

export async function ingest(bot: Bot, interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
  const { rest, desk, clock, apiUrl } = bot;
  const file = interaction.data.resolved?.attachments?.[readOptions(interaction.data.options)('file') ?? ''];
  if (file === undefined) return tell(bot, interaction, wordsOfInteraction(interaction)('noFile'));
  const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
  const say = wordsFor(asker);
  await rest.defer(interaction, { isEphemeral: true });
  let toldMs = clock();
  let telling: Promise<unknown> = Promise.resolve();
  const tellProgress = (line: string): void => {
    if (clock() - toldMs < progressEveryMs) return;
    toldMs = clock();
    telling = rest.editOriginal(interaction.token, renderLine(line)).catch(() => null);
  };
  const outcome = await desk.ingest(
    {
      name: file.filename,
      size: file.size,
      read: () => download(file.url, apiUrl),
    },
    place,
    asker,
    ({ done, total, name }) => {
      tellProgress(`Reading ${name}: ${done} of ${total} …`);
    },
  );
  await telling;
  const rendered =
    'refused' in outcome
      ? renderLine(outcome.refused)
      : renderPanel(ingestedPanel(outcome, say), interaction.id, null, say);
  await rest.editOriginal(interaction.token, rendered).catch(async (error: unknown) => {
    // A large file can take longer than the command's token lives.
    if (codeOf(error) !== RESTJSONErrorCodes.InvalidWebhookToken) throw error;
    return rest.post(await rest.directMessages(asker.id), rendered, { key: `i${interaction.id}` });
  });
}

const progressEveryMs = 2_000;
const downloadTimeoutMs = 60_000;

/** Files lie with Discord, or with the server that stands for it, and nowhere else. */
export async function download(address: string, apiUrl: string | undefined): Promise<Uint8Array> {
  const { host, protocol } = new URL(address);
  const isDiscords =
    apiUrl === undefined
      ? protocol === 'https:' && /(^|\.)(discordapp\.com|discordapp\.net|discord\.com)$/.test(host)
      : host === new URL(apiUrl).host;
  if (!isDiscords) throw new Error(`Discord: a file lies at ${host}, which is not Discord's`);
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(downloadTimeoutMs) });
  if (!response.ok) throw new Error(`Discord: a file could not be fetched (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}
