/** The Slack adapter before the Slack of the tests, on a store of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect } from 'vitest';
import { botScopes, laterScopes } from '../../adapters/slack/manifest.ts';
import { type SlackAdapter, type SlackOptions, slackAdapter } from '../../adapters/slack/slack.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { openChatStore } from '../../src/chat/store/sqlite.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { freePort } from './listen.ts';
import { fakeRapporteur } from './rapporteur.ts';
import { appToken, botToken, type FakeSlack, fakeSlack, type FakeSlackOptions, signingSecret } from './slack.ts';
import { wordsOf } from './slack-limits.ts';

export type Way = 'socket' | 'http';

export interface SlackBot {
  slack: FakeSlack;
  adapter: SlackAdapter;
  store: ChatStore;
  rapporteur: Rapporteur;
  /** What was logged, as lines of JSON. */
  logged: string[];
  /** Where the store lies. */
  folder: string;
  /** Address of the app over HTTP. */
  address: string;
  /** Another adapter on the same store and Slack, not started; this one is cut off and never heard of again. */
  killAndReopen(rapporteur?: Rapporteur): SlackBot;
  close(): Promise<void>;
}

export interface SlackBotOptions {
  way?: Way;
  slack?: FakeSlackOptions;
  rapporteur?: Rapporteur;
  adapter?: Partial<SlackOptions>;
}

/** Not yet started. */
export async function slackBot({
  way = 'socket',
  slack: slackOptions = {},
  rapporteur = fakeRapporteur(),
  adapter: adapterOptions = {},
}: SlackBotOptions = {}): Promise<SlackBot> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const slack = await fakeSlack({
    redirectUrl: `${address}/slack/oauth_redirect`,
    scopes: [...botScopes, ...laterScopes],
    ...slackOptions,
  });
  if (way === 'http') slack.useHttp(`${address}/slack/events`);
  const folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-slack-'));
  const running = new Set<SlackAdapter>();
  const stores: ChatStore[] = [];

  function openBot(asked: Rapporteur): SlackBot {
    const logged: string[] = [];
    const store = openChatStore(folder);
    const adapter = slackAdapter({
      rapporteur: asked,
      store,
      log: pino(
        { level: 'debug' },
        {
          write: (line: string) => {
            logged.push(line);
          },
        },
      ),
      botToken,
      ...(way === 'socket' ? { appToken } : { signingSecret }),
      port,
      host: '127.0.0.1',
      apiUrl: slack.apiUrl,
      pingTimeoutMs: 1_500,
      limits: { retryAfterMs: [100, 200, 400, 800] },
      ...adapterOptions,
    });
    running.add(adapter);
    stores.push(store);
    return {
      slack,
      adapter,
      store,
      rapporteur: asked,
      logged,
      folder,
      address,
      close,
      killAndReopen(other = fakeRapporteur()) {
        // Stopping closes its connection at once; what it still holds must not finish, so nobody waits for it.
        running.delete(adapter);
        void adapter.stop();
        return openBot(other);
      },
    };
  }

  let closing: Promise<void> | null = null;
  function close(): Promise<void> {
    return (closing ??= closeAll());
  }

  async function closeAll(): Promise<void> {
    await Promise.all([...running].map((adapter) => adapter.stop()));
    await slack.close();
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true, force: true });
  }

  return openBot(rapporteur);
}

/** For what comes over the wire: far longer than it takes, also on a busy machine. */
export const soon = { timeout: 60_000 };

/** Bots that a test opened, to be closed after it. */
export function openedBots() {
  const bots: SlackBot[] = [];
  return {
    async open(options: SlackBotOptions = {}): Promise<SlackBot> {
      const bot = await slackBot(options);
      bots.push(bot);
      return bot;
    },
    async closeAll(): Promise<void> {
      for (const bot of bots.splice(0)) await bot.close();
    },
  };
}

/** Words of what stands in the thread of a message, once there are so many posts. */
export async function repliesTo(
  { slack }: SlackBot,
  said: { channel: string; ts: string },
  count = 1,
): Promise<string[]> {
  await expect.poll(() => slack.replies(said.channel, said.ts), soon).toHaveLength(count);
  return (await slack.replies(said.channel, said.ts)).map(({ blocks, text }) => (blocks ? wordsOf(blocks) : text));
}
