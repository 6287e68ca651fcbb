/** Slack as a place people ask. The Slack libraries are loaded only when this adapter starts. */
import type { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type ChatAdapter, PlaceGone } from '../../src/chat/chat.ts';
import { chatDesk, type DeskOptions } from '../../src/chat/desk.ts';
import { overhearing } from '../../src/chat/overheard.ts';
import type { Place, Post } from '../../src/chat/post.ts';
import { ConfigError } from '../../src/config.ts';
import { type Bolt, type BoltLogger, type Connection, httpConnection, socketConnection } from './connection.ts';
import { agentSessions } from './agent-sessions.ts';
import { slackAskers } from './askers.ts';
import { type Clients, errorOf } from './clients.ts';
import { quietly, slackDelivery } from './delivery.ts';
import { happeningOf, heardIn, replyToSchema } from './events.ts';
import { takeFiles } from './files.ts';
import { slackInstallations } from './installations.ts';
import { listen } from './interactions.ts';
import { botScopes, command, laterScopes, linkScopes } from './manifest.ts';
import { slackNames, slackNaming, withNames } from './names.ts';
import { textBlock } from './quote-blocks.ts';
import { slackRevising } from './revising.ts';
import { cut, escapeText, limits as limitsOfText } from './rich-text.ts';
import { slackShares } from './shares.ts';
import { slackTasks } from './tasks.ts';

export interface SlackOptions extends Pick<
  DeskOptions,
  'rapporteur' | 'store' | 'sees' | 'readerAddress' | 'configuredBy' | 'log' | 'clock' | 'limits'
> {
  /** One workspace's token, or `oauth` for several. */
  botToken?: string | undefined;
  oauth?: { clientId: string; clientSecret: string; stateSecret: string } | undefined;
  /** Chooses Socket Mode. */
  appToken?: string | undefined;
  /** Chooses HTTP, where there is no `appToken`. */
  signingSecret?: string | undefined;
  /** For HTTP, and for installation. Default 3000. */
  port?: number | undefined;
  /** Address to listen on; all of the machine's where absent. */
  host?: string | undefined;
  /** Another server than Slack's. */
  apiUrl?: string | undefined;
  /** In the agent surface, answers that take longer than this show what is being done; default 4 seconds. */
  taskAfterMs?: number | undefined;
  /** See `SocketOptions.pingTimeoutMs`. */
  pingTimeoutMs?: number | undefined;
}

export interface SlackAdapter extends ChatAdapter {
  /** For whoever runs it. `isConnected`: deliveries can come in now. */
  state(): { isConnected: boolean; waiting: number; answering: number };
}

export function slackAdapter(options: SlackOptions): SlackAdapter {
  const {
    rapporteur,
    store,
    sees,
    readerAddress,
    configuredBy,
    log,
    botToken,
    oauth,
    appToken,
    signingSecret,
    port = 3000,
    host,
    apiUrl,
    clock,
    limits,
    pingTimeoutMs,
    taskAfterMs = 4_000,
  } = options;
  const installations =
    oauth === undefined
      ? null
      : slackInstallations({
          kept: store.installations(oauth.stateSecret),
          onInstalled: (team) => store.returned(`slack:${team}`),
          renew: (refreshToken) => renewToken(refreshToken, oauth),
          clock: clock ?? Date.now,
          log,
        });
  const clients = new Map<string, Clients>();
  const working = new Set<Promise<unknown>>();
  let bolt: Bolt | null = null;
  let connection: Connection | null = null;
  let botUser = '';

  const askers = slackAskers({ clientsOf, log });
  const namesOf = slackNames({ clientsOf, log });
  const startedMs = (clock ?? Date.now)();
  const tasks = slackTasks({ clientsOf, botUserOf, afterMs: taskAfterMs, startedMs });
  const sessions = agentSessions({ clientsOf, startedMs, inBackground, log });
  const desk = chatDesk({
    platform: 'slack',
    rapporteur,
    store,
    sees,
    readerAddress,
    configuredBy,
    sharedWith: slackShares({ store, clientsOf, askerOf: askers.of, log }),
    log,
    askWith: `${command} ask`,
    delivery: {
      ...slackDelivery({ clientsOf, botUserOf, tasks, sessions, log }),
      ...slackRevising(clientsOf),
      ...slackNaming({ clientsOf, namesOf, log }),
    },
    ...(clock ? { clock } : {}),
    limits: { retryAfterMs, ...limits },
  });

  async function botUserOf(team: string): Promise<string> {
    return botUser || ((await installations?.botUserOf(team)) ?? '');
  }

  async function clientsOf(team: string): Promise<Clients> {
    const installation = botToken === undefined ? await installations?.of(team) : null;
    const token = botToken ?? installation?.bot?.token;
    if (token === undefined || bolt === null) {
      throw new PlaceGone(`Slack: the app is not installed in workspace ${team}; open /slack/install to install it`);
    }
    const { WebClient } = bolt.webApi;
    const shared = {
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      logger: boltLogger(bolt, log),
      timeout: callTimeoutMs,
      // A token of an organisation is good for all its workspaces, and each call must say for which.
      ...(installation?.isEnterpriseInstall === true && { teamId: team }),
    };
    const key = installation?.isEnterpriseInstall === true ? `${token} ${team}` : token;
    const found = clients.get(key) ?? {
      client: new WebClient(token, { ...shared, retryConfig: { retries: 3, minTimeout: 200, maxTimeout: 2_000 } }),
      once: new WebClient(token, { ...shared, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }),
      swift: new WebClient(token, {
        ...shared,
        timeout: statusTimeoutMs,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      }),
    };
    // Tokens that were renewed are used no more.
    if (clients.size > mostClients) clients.clear();
    clients.set(key, found);
    return found;
  }

  async function renewToken(refreshToken: string, { clientId, clientSecret }: NonNullable<typeof oauth>) {
    const { WebClient } = bolt!.webApi;
    const caller = new WebClient(undefined, {
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      logger: boltLogger(bolt!, log),
      timeout: callTimeoutMs,
      // What was taken once is refused from then on; a call of unknown fate is looked at again by the next.
      retryConfig: { retries: 0 },
    });
    const given = await caller.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    return renewedSchema.parse(given);
  }

  /** Before an acknowledgement: what somebody administers where that matters, and which language they read. */
  async function withAsker(post: Post): Promise<Post> {
    const isOpen = (await desk.settings(post.place)).mayAsk === 'everyone' && post.command.name !== 'changes';
    const asker = await askers[isOpen ? 'reader' : 'inTime'](post.place.workspace, post.asker.id);
    return { ...post, asker };
  }

  /** Work that goes on after an acknowledgement, and that `stop` waits for. */
  function inBackground(what: string, work: Promise<unknown>): void {
    const tracked = work
      .catch((error: unknown) => {
        log.warn({ reason: errorOf(error) }, `Slack: ${what} did not work`);
      })
      .finally(() => working.delete(tracked));
    working.add(tracked);
  }

  /** Bolt acknowledges an event before anybody has seen it; what concerns the desk is kept first. */
  function keepFirst(app: App): void {
    const acknowledge = app.processEvent.bind(app);
    const overhears = overhearing(store);
    const happeningIn = async (body: unknown) => {
      const heard = heardIn(body, botUser);
      const isForBot = heard !== null && (await overhears(heard));
      return happeningOf(body, botUser, isForBot);
    };
    app.processEvent = async (delivery) => {
      await installations?.note(delivery.body);
      const first = await happeningIn(delivery.body);
      // Asked beside the names, and waited for when it is needed.
      if (first?.kind === 'asked') void askers.reader(first.post.place.workspace, first.post.asker.id);
      const happening =
        first === null || first.kind === 'deleted' ? first : await happeningIn(await withNames(delivery.body, namesOf));
      if (happening?.kind === 'asked') {
        await desk.receive(await withAsker(happening.post), () => acknowledge(delivery));
        return;
      }
      if (happening?.kind === 'edited') {
        const { place, message, post } = happening;
        await desk.edited(place, message, happening.command);
        sessions.rename(post, replyToSchema.parse(post.replyTo));
        await desk.receive(await withAsker(post), () => acknowledge(delivery));
        return;
      }
      if (happening?.kind === 'deleted') {
        await desk.deleted(happening.place, happening.message);
        inBackground('taking back a task', tasks.cancel(happening.place, happening.message));
      }
      if (happening?.kind === 'files') {
        const taken = Promise.withResolvers<void>();
        // The mention and the message of one post both bring its files, and so does a second delivery.
        const { place, message } = happening;
        const isNew = await store.tellOnce(
          `slack:${place.workspace}`,
          `file ${place.channel} ${message}`,
          (clock ?? Date.now)(),
        );
        // What is asked of a file is answered once the file is in.
        if (happening.post === null) await acknowledge(delivery);
        else await desk.receive(await withAsker(happening.post), () => acknowledge(delivery), taken.promise);
        const taking = isNew
          ? takeFiles(happening, { desk, clientsOf, askerOf: askers.of, apiUrl })
          : Promise.resolve();
        inBackground('a file', taking.finally(taken.resolve));
        return;
      }
      await acknowledge(delivery);
      if (happening?.kind === 'invited') {
        inBackground('a greeting', sayHello(happening.place));
      }
    };
  }

  async function sayHello(place: Place): Promise<void> {
    const hello = await desk.hello(place);
    if (hello === null) return;
    const { once } = await clientsOf(place.workspace);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not a window's
    await once.chat.postMessage({
      ...quietly,
      channel: place.channel,
      text: escapeText(cut(hello, limitsOfText.plainText)),
      blocks: [textBlock(cut(hello, limitsOfText.plainText))],
    });
  }

  async function forget(team: string, why: string): Promise<void> {
    await desk.left(team);
    await installations?.remove(team);
    clients.clear();
    log.error(
      { team, why },
      installations === null
        ? 'Slack: the token was taken back; install the app again and set SLACK_BOT_TOKEN anew'
        : 'Slack: the app was taken out of a workspace; open /slack/install to install it again',
    );
  }

  return {
    name: 'slack',

    async start() {
      const loaded: Bolt = await import('@slack/bolt');
      bolt = loaded;
      const { App } = loaded;
      const logger = boltLogger(loaded, log);
      const clientOptions = {
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
        logger,
        timeout: callTimeoutMs,
        retryConfig: { retries: 0 },
      };
      const installing =
        botToken !== undefined || oauth === undefined || installations === null
          ? null
          : {
              ...oauth,
              scopes: [...botScopes, ...laterScopes, ...(readerAddress ? linkScopes : [])],
              installationStore: installations,
            };
      if (botToken === undefined && installing === null) {
        throw new ConfigError(
          'Slack: no token; set SLACK_BOT_TOKEN, or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET to install the app in several workspaces',
        );
      }
      const shared = { bolt: loaded, logger, log, clientOptions, installing, port, host };
      if (appToken !== undefined) {
        connection = socketConnection({ ...shared, appToken, pingTimeoutMs });
      } else if (signingSecret !== undefined) {
        connection = httpConnection({ ...shared, signingSecret });
      } else {
        throw new ConfigError('Slack: no way in; set SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP');
      }
      const own = botToken === undefined ? null : await identify(await clientsOf(''), botToken);
      botUser = own?.botUserId ?? '';
      const app = new App({
        receiver: connection.receiver,
        logger,
        clientOptions,
        convoStore: false,
        ...own,
      });
      keepFirst(app);
      listen(app, { desk, store, log, clientsOf, askers, namesOf, tasks, sessions, withAsker, forget });
      await connection.start();
      await desk.start();
    },

    async stop() {
      await connection?.stop();
      await desk.stop();
      await Promise.allSettled(working);
    },

    // Also where another process is connected.
    published: async (id) => {
      bolt ??= await import('@slack/bolt');
      return desk.published(id);
    },

    state: () => ({ isConnected: connection?.isConnected() ?? false, ...desk.state() }),
  };
}

const callTimeoutMs = 15_000;
const mostClients = 1_000;

const renewedSchema = z
  .object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() })
  .transform(({ access_token: token, refresh_token: refreshToken, expires_in: expiresIn }) => ({
    token,
    refreshToken,
    expiresIn,
  }));

const statusTimeoutMs = 1_000;
/** Slack's outages last minutes; an answer that comes after one is better than none. */
const retryAfterMs = [1_000, 5_000, 30_000, 120_000, 300_000, 600_000];

/** Who the token is; Bolt would ask too, and its refusal would be nobody's to catch. */
async function identify(
  { client }: Clients,
  token: string,
): Promise<{ token: string; botId: string; botUserId: string }> {
  try {
    const { user_id: botUserId, bot_id: botId } = await client.auth.test();
    return { token, botId: botId ?? '', botUserId: botUserId ?? '' };
  } catch (error) {
    const reason = errorOf(error);
    throw new ConfigError(
      reason.startsWith('slack_webapi_')
        ? `Slack: cannot be reached (${reason}); check the network, and SLACK_API_URL where it is set`
        : `Slack: SLACK_BOT_TOKEN is not taken (${reason}); copy the Bot User OAuth Token from OAuth & Permissions, and set it`,
      { cause: error },
    );
  }
}

/** What Slack's libraries log below warnings holds people's words; it is left out. */
function boltLogger({ LogLevel }: Bolt, log: Logger): BoltLogger {
  return {
    debug() {},
    info() {},
    warn(...parts) {
      log.warn({ from: 'slack' }, parts.filter((part) => typeof part === 'string').join(' '));
    },
    error(...parts) {
      log.error(
        { from: 'slack' },
        parts.map((part) => (part instanceof Error ? errorOf(part) : typeof part === 'string' ? part : '')).join(' '),
      );
    },
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
