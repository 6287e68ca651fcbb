/** The two ways Slack's deliveries come in. */
import { setTimeout as wait } from 'node:timers/promises';
import type { HTTPReceiverOptions, Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { ConfigError } from '../../src/config.ts';
import { errorOf } from './clients.ts';

/** What is used of the library, which is loaded when the adapter starts. */
export type Bolt = Pick<
  typeof import('@slack/bolt'),
  'App' | 'HTTPReceiver' | 'SocketModeReceiver' | 'LogLevel' | 'webApi'
>;
export type BoltLogger = NonNullable<HTTPReceiverOptions['logger']>;
export type ClientOptions = NonNullable<NonNullable<HTTPReceiverOptions['installerOptions']>['clientOptions']>;
/** What both ways need for installation in several workspaces; null for one workspace's token. */
export type Installing = Required<
  Pick<HTTPReceiverOptions, 'clientId' | 'clientSecret' | 'stateSecret' | 'installationStore' | 'scopes'>
> | null;

export interface Connection {
  receiver: Receiver;
  /** Resolves when deliveries come in; throws what no waiting can mend. */
  start(): Promise<void>;
  stop(): Promise<void>;
  isConnected(): boolean;
}

interface Shared {
  bolt: Bolt;
  logger: BoltLogger;
  log: Logger;
  clientOptions: ClientOptions;
  installing: Installing;
  port: number;
  /** Address to listen on; all of the machine's where absent. */
  host?: string | undefined;
}

export interface SocketOptions extends Shared {
  appToken: string;
  /** A connection whose other end is silent for this long is dead; default 5 seconds. */
  pingTimeoutMs?: number | undefined;
}

export interface HttpOptions extends Shared {
  signingSecret: string;
}

/** Where Slack posts to. */
export const eventsPath = '/slack/events';

export function httpConnection({
  bolt,
  logger,
  clientOptions,
  installing,
  signingSecret,
  port,
  host,
}: HttpOptions): Connection {
  const receiver = new bolt.HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    port,
    logger,
    ...installing,
    installerOptions: installerOptions(clientOptions),
  });
  let isListening = false;
  return {
    receiver,
    async start() {
      await listening(port, () => receiver.start(host === undefined ? port : { port, host }));
      isListening = true;
    },
    async stop() {
      if (isListening) {
        isListening = false;
        await receiver.stop();
      }
    },
    isConnected: () => isListening,
  };
}

/**
 * Keeps a socket open. The library's own reconnecting is off: after a `disconnect` it leaves five seconds without a
 * connection, and when it gives up it does so with an unhandled rejection (socket-mode 3.1.0).
 */
export function socketConnection({
  bolt,
  logger,
  log,
  clientOptions,
  installing,
  appToken,
  port,
  host,
  pingTimeoutMs = 5_000,
}: SocketOptions): Connection {
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    clientPingTimeout: pingTimeoutMs,
    ...installing,
    installerOptions: installerOptions(clientOptions),
  });
  // The pages that install the app; nothing is delivered here. The receiver's own would listen on every address.
  const pages =
    installing === null
      ? null
      : new bolt.HTTPReceiver({
          signingSecret: '',
          signatureVerification: false,
          endpoints: [],
          port,
          logger,
          ...installing,
          installerOptions: installerOptions(clientOptions),
        });
  const { client } = receiver;
  const stopping = new AbortController();
  let isConnected = false;
  let keeping: Promise<void> = Promise.resolve();
  client.on('disconnected', () => {
    isConnected = false;
  });

  /** Resolves when there is a connection, to what settles when it is lost. */
  async function connect(): Promise<{ lost: Promise<void> }> {
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    const deadline = new AbortController();
    // A socket that opens and never says hello would be waited for without end.
    void wait(helloWithinMs, undefined, { signal: deadline.signal }).then(
      () => client.disconnect(),
      () => {},
    );
    try {
      await client.start();
    } finally {
      deadline.abort();
    }
    client.once('disconnected', () => {
      resolve();
    });
    isConnected = true;
    return { lost };
  }

  async function keep(first: { lost: Promise<void> }): Promise<void> {
    let failures = 0;
    let current: { lost: Promise<void> } | null = first;
    while (!stopping.signal.aborted) {
      if (current !== null) {
        const since = performance.now();
        await current.lost;
        // A connection that Slack ends at once is as good as none.
        failures = performance.now() - since > 250 ? 0 : failures;
        current = null;
      }
      try {
        if (failures > 0) {
          await wait(Math.min(retryMostMs, 250 * 2 ** failures), undefined, { signal: stopping.signal });
        }
        if (!stopping.signal.aborted) {
          failures += 1;
          current = await connect();
        }
      } catch (error) {
        const reason = error === undefined ? 'closed' : errorOf(error);
        if (!stopping.signal.aborted) {
          log[fatalErrors.has(reason) ? 'error' : 'warn']({ reason, failures }, 'Slack: not connected; trying again');
        }
      }
    }
  }

  return {
    receiver,
    async start() {
      await listening(port, async () => pages?.start(host === undefined ? port : { port, host }));
      for (let failures = 0; ; failures += 1) {
        try {
          keeping = keep(await connect());
          return;
        } catch (error) {
          const reason = error === undefined ? 'closed' : errorOf(error);
          if (fatalErrors.has(reason)) {
            throw new ConfigError(
              `Slack: SLACK_APP_TOKEN is not taken (${reason}); make an app-level token with connections:write under Basic Information, and set it`,
              { cause: error },
            );
          }
          log.warn({ reason, failures }, 'Slack: not connected yet; trying again');
          await wait(Math.min(retryMostMs, 250 * 2 ** failures), undefined, { signal: stopping.signal });
        }
      }
    },
    async stop() {
      stopping.abort();
      // Rejects where it was not started.
      await pages?.stop().catch(() => {});
      await client.disconnect();
      await keeping;
    },
    isConnected: () => isConnected,
  };
}

const helloWithinMs = 20_000;
const retryMostMs = 60_000;
const fatalErrors = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
  'not_allowed_token_type',
  'missing_scope',
]);

async function listening(port: number, start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    throw new ConfigError(`Slack: port ${port} cannot be listened on (${errorOf(error)}); set PORT to a free one`, {
      cause: error,
    });
  }
}

function installerOptions(clientOptions: ClientOptions): NonNullable<HTTPReceiverOptions['installerOptions']> {
  const { slackApiUrl } = clientOptions;
  return {
    clientOptions,
    directInstall: true,
    ...(slackApiUrl === undefined ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', slackApiUrl).href }),
  };
}
