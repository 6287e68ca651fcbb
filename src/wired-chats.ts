/** The chat platforms that are set up, and what they have to say on the command line. */
import type { Writable } from 'node:stream';
import { Command } from 'commander';
import type { Logger } from 'pino';
import type { ChatStore } from './chat/chat-store.ts';
import { oneConnection, type Platform } from './chat/one-connection.ts';
import { openChats } from './chat/store/open-chats.ts';
import type { Config } from './config.ts';
import type { Rapporteur } from './rapporteur.ts';

const dayMs = 86_400_000;
/** Of the nine seconds in which a program stops. */
const answersMayTakeMs = 6_000;

/** Where the reader of this program is, for those who are not on this machine. */
const readerOf = ({ WEB_PORT, WEB_ADDRESS }: Config) => (WEB_PORT === undefined ? null : (WEB_ADDRESS ?? null));

/** Each platform's client library is loaded only where its token is set. */
export async function platformsSet(
  config: Config,
  rapporteur: Rapporteur,
  store: ChatStore,
  log: Logger,
): Promise<Platform[]> {
  const platforms: Platform[] = [];
  const isShared = config.LIBRARY_URL !== undefined;
  const readerAddress = readerOf(config);
  const limits = {
    unpackedBytes: config.CHAT_UNPACKED_MB * 1024 * 1024,
    keepMs: config.KEEP_QUESTIONS_DAYS * dayMs,
    keepOpinionsMs: config.KEEP_FEEDBACK_DAYS * dayMs,
    keepLeftMs: config.KEEP_REMOVED_DAYS * dayMs,
    stopWithinMs: answersMayTakeMs,
  };
  const named = config.CHAT_SETTINGS_BY?.split(',').map((one) => one.trim());
  const configuredBy = named && new Set(named);
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = config;
  if (config.SLACK_BOT_TOKEN || clientId) {
    const { slackAdapter } = await import('../adapters/slack/slack.ts');
    const make = () =>
      slackAdapter({
        rapporteur,
        store,
        sees: config.PLACES_SEE,
        readerAddress,
        configuredBy,
        log,
        botToken: config.SLACK_BOT_TOKEN,
        oauth: clientId && clientSecret && stateSecret ? { clientId, clientSecret, stateSecret } : undefined,
        appToken: config.SLACK_APP_TOKEN,
        signingSecret: config.SLACK_SIGNING_SECRET,
        port: config.PORT,
        apiUrl: config.SLACK_API_URL,
        limits,
      });
    // Over HTTP any process may take what comes.
    platforms.push(isShared && config.SLACK_APP_TOKEN ? oneConnection({ make, store, log }) : make());
  }
  const { DISCORD_TOKEN: token } = config;
  if (token) {
    const { discordAdapter } = await import('../adapters/discord/discord.ts');
    const make = (): Platform => {
      const adapter = discordAdapter({
        rapporteur,
        store,
        sees: config.PLACES_SEE,
        readerAddress,
        configuredBy,
        log,
        token,
        guildId: config.DISCORD_GUILD_ID,
        apiUrl: config.DISCORD_API_URL,
        readsMessages: config.DISCORD_MESSAGE_CONTENT,
        limits,
      });
      return { ...adapter, state: () => ({ ...adapter.state(), isConnected: adapter.state().connected }) };
    };
    platforms.push(isShared ? oneConnection({ make, store, log }) : make());
  }
  return platforms;
}

interface ManifestAsked {
  address?: string | null;
  rotate?: boolean;
  organisation?: boolean;
}

/** What the chat platforms have to say on the command line. */
export function platformCommands(config: Config, output: Writable): Command[] {
  const slack = new Command('slack').description('set up Slack');
  slack
    .command('manifest')
    .description('print the app manifest')
    .option('--address <address>', 'public address of the app, for HTTP; without it the manifest is for Socket Mode')
    .option('--rotate', 'tokens that are renewed twice a day, for an app installed by OAuth')
    .option('--organisation', 'an organisation can install it for all its workspaces, by OAuth')
    .action(async ({ address = null, rotate, organisation }: ManifestAsked) => {
      const { slackManifest } = await import('../adapters/slack/manifest.ts');
      output.write(
        `${JSON.stringify(slackManifest({ address, reader: readerOf(config), rotates: rotate === true, forOrganisation: organisation === true }), null, 2)}\n`,
      );
    });
  const discord = new Command('discord').description('set up Discord');
  discord
    .command('invite')
    .description('print the link that adds the bot to a server')
    .argument('<application-id>')
    .action(async (applicationId: string) => {
      const { inviteLink } = await import('../adapters/discord/commands.ts');
      output.write(`${inviteLink(applicationId)}\n`);
    });
  const feedback = new Command('feedback')
    .description('print what people thought of answers, one JSON object a line')
    .action(async () => {
      const store = await openChats(config);
      for await (const row of store.exportFeedback()) output.write(`${JSON.stringify(row)}\n`);
      await store.close();
    });
  return [slack, discord, feedback];
}
