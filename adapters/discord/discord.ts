/** Discord as a place people ask: what it delivers goes to the desk, what the desk says goes back. */
import { randomBytes } from 'node:crypto';
import {
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Guild,
  Options,
  REST,
  Status,
  type RESTOptions,
} from 'discord.js';
import {
  GatewayDispatchEvents,
  InteractionType,
  RESTJSONErrorCodes,
  type GatewayInteractionCreateDispatchData,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { causeOf, references } from '../../src/chat/causes.ts';
import { defaultLimits, type ChatAdapter, type Delivery } from '../../src/chat/chat.ts';
import { overhearing } from '../../src/chat/overheard.ts';
import { chatDesk, type DeskOptions } from '../../src/chat/desk.ts';
import { ConfigError } from '../../src/config.ts';
import type { Bot } from './bot.ts';
import { areRegistered, commands, inviteLink } from './commands.ts';
import { contain } from './contained.ts';
import { discordDelivery } from './delivery.ts';
import { forumTags } from './forum-tags.ts';
import { sayHello } from './hello.ts';
import { onInteraction } from './interactions.ts';
import { missedMessages } from './missed.ts';
import { resuming } from './resuming.ts';
import { onBulkDelete, onDelete, onEdit, onMessage } from './messages.ts';
import { codeOf, discordRest } from './rest.ts';
import { discordRevising } from './revising.ts';
import { serversOf } from './servers.ts';
import { discordShares } from './shares.ts';

export interface DiscordOptions extends Pick<
  DeskOptions,
  'rapporteur' | 'store' | 'sees' | 'readerAddress' | 'configuredBy' | 'log' | 'clock' | 'random' | 'limits'
> {
  token: string;
  /** Commands are registered in this server only, where they show at once; everywhere where absent. */
  guildId?: string | undefined;
  /** Another server than Discord's, up to and without the version: `http://127.0.0.1:8080/api`. */
  apiUrl?: string | undefined;
  /** The application has the Message Content intent: the words of every message can be read. Default false. */
  readsMessages?: boolean | undefined;
}

export interface DiscordAdapter extends ChatAdapter {
  /** For whoever runs it. */
  state(): { connected: boolean; waiting: number; answering: number };
}

const statusTimeoutMs = 1_000;

export function discordAdapter({
  token,
  rapporteur,
  store,
  sees,
  readerAddress,
  configuredBy,
  log,
  guildId,
  apiUrl,
  readsMessages = false,
  clock = Date.now,
  random = randomBytes,
  limits,
}: DiscordOptions): DiscordAdapter {
  const client = new Client({
    // None of the first is privileged: Discord shows the text of messages that mention the bot, and of direct messages, without.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsMessages ? [GatewayIntentBits.MessageContent] : []),
    ],
    // As many as Discord asks for: one for a small bot, more from 2,500 servers on.
    shards: 'auto',
    allowedMentions: { parse: [] },
    enforceNonce: true,
    // The adapter works from what Discord delivers, and keeps no messages.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
      PresenceManager: 0,
    }),
    rest: {
      // Its own copy of undici refuses files where another copy was loaded before it and took the connections.
      makeRequest: (async (url, init) => fetch(url, init as RequestInit)) as RESTOptions['makeRequest'],
      ...(apiUrl === undefined ? {} : { api: apiUrl }),
    },
  });
  const botId = (): string => client.user?.id ?? '';
  const rest = discordRest(client.rest, () => client.application?.id ?? '');
  // What shows what is being done has calls and limits of its own, so that no answer waits for it.
  const statusRest = new REST({
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
    retries: 0,
    timeout: statusTimeoutMs,
    rejectOnRateLimit: ['/'],
  }).setToken(token);
  const swift = discordRest(statusRest, () => client.application?.id ?? '', 1);
  const delivery = discordDelivery({ rest, botId, clock, readsAll: readsMessages, swift });
  const servers = serversOf(client, rest);

  /** Of Discord itself: a process that stands by for another's connection hears of no servers. */
  async function look(id: string): Promise<Guild | null> {
    if (client.isReady()) return null;
    client.rest.setToken(token);
    try {
      const guild = await client.guilds.fetch({ guild: id, force: true, cache: false });
      await guild.channels.fetch();
      return guild;
    } catch (error) {
      const code = codeOf(error);
      if (code !== RESTJSONErrorCodes.UnknownGuild && code !== RESTJSONErrorCodes.MissingAccess)
        log.warn({ server: id, code }, 'discord: could not look up a server');
      return null;
    }
  }

  const tags = forumTags({ client, rest, settingsOf: ({ place }) => store.settings(place), log });
  const sendAndTag: Delivery['send'] = async (post, reply, how) => {
    const sent = await delivery.send(post, reply, how);
    if (!how.onlyForAsker) work('tags of a post', tags.tag(post, reply));
    return sent;
  };
  const desk = chatDesk({
    platform: 'discord',
    rapporteur,
    store,
    delivery: { ...delivery, send: sendAndTag, ...discordRevising(rest, clock), ...servers.naming },
    sees,
    readerAddress,
    configuredBy,
    sharedWith: discordShares({ client, store, log, look }),
    askWith: '@Rapporteur',
    log,
    clock,
    random,
    ...(limits ? { limits } : {}),
  });
  const bot: Bot = {
    id: botId,
    rest,
    desk,
    delivery,
    servers,
    tags,
    store,
    log,
    clock,
    newReference: references(random),
    readsMessages,
    overhears: overhearing(store),
    apiUrl,
  };
  const inHand = new Set<Promise<unknown>>();
  let stopping = false;
  const missed = missedMessages({
    client,
    bot,
    tooLateMs: limits?.tooLateMs ?? defaultLimits.tooLateMs,
    isStopping: () => stopping,
  });

  const sessions = resuming({ client, token, store, clock, log });
  const handlers = new Map<string, (data: never) => Promise<void>>();

  /** Of what was pressed or typed in a form while no process ran, nobody waits for the outcome any more. */
  async function replayed(event: string, data: unknown): Promise<void> {
    const isPressed =
      event === GatewayDispatchEvents.InteractionCreate &&
      (data as GatewayInteractionCreateDispatchData).type !== InteractionType.ApplicationCommand;
    if (stopping || isPressed) return;
    await handlers
      .get(event)?.(data as never)
      ?.catch((error: unknown) => {
        log.error({ event, code: codeOf(error), cause: causeOf(error) }, 'discord: an event failed');
      });
  }

  async function start(): Promise<void> {
    watch();
    const ready = new Promise<void>((resolve) => {
      client.once(Events.ClientReady, () => {
        resolve();
      });
    });
    on(GatewayDispatchEvents.InteractionCreate, onInteraction);
    on(GatewayDispatchEvents.MessageCreate, async (to, message: GatewayMessageCreateDispatchData) => {
      await onMessage(to, message);
      await missed.seen(message.id);
    });
    on(GatewayDispatchEvents.MessageUpdate, onEdit);
    on(GatewayDispatchEvents.MessageDelete, onDelete);
    on(GatewayDispatchEvents.MessageDeleteBulk, onBulkDelete);
    try {
      await client.login(token);
    } catch (error) {
      await client.destroy();
      if (String(error).includes('disallowed intents')) {
        throw new ConfigError(
          'DISCORD_MESSAGE_CONTENT: Discord does not let the bot read all messages; ' +
            'switch "Message Content Intent" on in the Developer Portal, or set it to false',
          { cause: error },
        );
      }
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
        throw new ConfigError(
          'DISCORD_TOKEN: Discord does not know this token; copy the bot token anew from the Developer Portal',
          { cause: error },
        );
      }
      throw error;
    }
    await ready;
    await registerCommands();
    await noteWhoLeft();
    await desk.start();
    work(
      Events.ClientReady,
      sessions.resume(replayed).then(() => missed.fetch()),
    );
    // A session that could not be resumed has missed what was written meanwhile.
    client.on(Events.ShardReady, () => {
      work(Events.ShardReady, missed.fetch());
    });
    log.info(
      { servers: client.guilds.cache.size, shards: client.ws.shards.size, invite: inviteLink(botId()) },
      'discord: ready',
    );
  }

  /** Servers may have taken the bot out while it was away. */
  async function noteWhoLeft(): Promise<void> {
    for (const origin of await store.origins('discord')) {
      const server = origin.slice('discord:'.length);
      if (client.guilds.cache.has(server)) await store.returned(origin);
      else await desk.left(server);
    }
  }

  async function registerCommands(): Promise<void> {
    const wanted = commands();
    const guild = guildId ?? null;
    try {
      if (areRegistered(await rest.commands(guild), wanted, guild !== null)) return;
      await rest.register(wanted, guild);
      log.info({ server: guild }, 'discord: commands registered');
    } catch (error) {
      if (guild !== null && codeOf(error) === RESTJSONErrorCodes.MissingAccess) {
        await client.destroy();
        throw new ConfigError(
          `DISCORD_GUILD_ID: the bot is not in the server ${guild}; invite it with ${inviteLink(botId())}`,
          { cause: error },
        );
      }
      // Mentions and direct messages work without commands, and so do those registered before.
      log.error({ cause: causeOf(error) }, 'discord: commands could not be registered');
    }
  }

  /** Straight from the gateway: discord.js itself passes over messages in threads it has not seen before. */
  function on<Data>(event: GatewayDispatchEvents, handle: (bot: Bot, data: Data) => Promise<void>): void {
    handlers.set(event, (data: Data) => handle(bot, data));
    client.ws.on(event, (data: Data) => {
      if (!stopping) work(event, Promise.all([handle(bot, data), sessions.keep()]));
    });
  }

  /** What is waited for when it stops. */
  function work(event: string, done: Promise<unknown>): void {
    const tracked = done
      .catch((error: unknown) => {
        log.error(
          { event, code: codeOf(error), cause: error instanceof Error ? error.stack : String(error) },
          'discord: an event failed',
        );
      })
      .finally(() => {
        inHand.delete(tracked);
      });
    inHand.add(tracked);
  }

  let release = (): void => {};

  function watch(): void {
    release = contain(client, (error) => {
      log.error({ cause: causeOf(error) }, 'discord: something that Discord sent could not be read');
    });
    client.on(Events.GuildDelete, ({ id }) => {
      work(Events.GuildDelete, desk.left(id));
    });
    client.on(Events.GuildCreate, (guild) => {
      const returned = store.returned(`discord:${guild.id}`);
      work(Events.GuildCreate, Promise.all([returned, sayHello(bot, guild)]));
    });
    client.on(Events.ShardReconnecting, (shard) => {
      log.info({ shard }, 'discord: reconnecting');
    });
    client.on(Events.ShardResume, (shard, replayed) => {
      log.info({ shard, replayed }, 'discord: resumed');
    });
    client.on(Events.ShardError, (error, shard) => {
      log.warn({ shard, cause: causeOf(error) }, 'discord: connection error');
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.error({ shard, code }, 'discord: closed for good by Discord; check DISCORD_TOKEN and start again');
    });
    client.on(Events.Error, (error) => {
      log.error({ cause: causeOf(error) }, 'discord: error');
    });
    client.on(Events.Warn, (warning) => {
      log.warn({ warning }, 'discord: warning');
    });
    client.rest.on('invalidRequestWarning', (warning) => {
      log.warn(warning, 'discord: many refused requests');
    });
  }

  return {
    name: 'discord',
    start,
    async stop() {
      stopping = true;
      await Promise.allSettled(inHand);
      await desk.stop();
      await missed.keep();
      await sessions.keep(true);
      await sessions.leave();
      await client.destroy();
      release();
    },
    published: (id) => desk.published(id),
    state: () => ({
      connected: client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
      ...desk.state(),
    }),
  };
}
