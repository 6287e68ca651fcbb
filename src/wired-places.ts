/** Names the concrete places that are served, starts and stops them; loaded when no command is named. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { McpHttpOptions } from '../adapters/mcp/http.ts';
import type { Look } from '../adapters/terminal/columns.ts';
import { renderBehind } from '../adapters/terminal/render.ts';
import { terminalAdapter } from '../adapters/terminal/terminal.ts';
import { chatsWhenAsked, openChats } from './chat/store/open-chats.ts';
import { keeperOf, type WithChats } from './chat/keeper.ts';
import { countsTokens } from './budget.ts';
import { limitsOf, openLedger } from './chat/token-budget.ts';
import { watchedState } from './chat/watched.ts';
import { operator } from './access/origin.ts';
import type { ChatAdapter } from './chat/chat.ts';
import type { Platform } from './chat/one-connection.ts';
import { platformsSet } from './wired-chats.ts';
import type { Config } from './config.ts';
import { expectedErrors } from './expected-errors.ts';
import { openLog, reference } from './log.ts';
import { endAll, untilStopped } from './operations/stopping.ts';
import { openWatch, type Watch } from './operations/watch.ts';
import type { Rapporteur } from './rapporteur.ts';
import { programVersion } from './program-version.ts';
import { openTokens } from './operations/open-tokens.ts';
import { ensureSample } from './records/samples.ts';
import { rapporteurInThreads } from './threads/threads.ts';

/** Serves every place whose token is set, otherwise the terminal, until it is told to stop. */
export async function serve(config: Config, look: Look): Promise<void> {
  const watch = await openWatch(config);
  const manyAsk = hasChats(config) || config.MCP_PORT !== undefined || config.WEB_PORT !== undefined;
  const rapporteur = rapporteurInThreads(config, { manyAsk, onCall: watch.onCall });
  /** How what has been started is ended, the latest first: also where a later part cannot start. */
  const ends: (() => unknown)[] = [() => rapporteur.close(), () => watch.stop()];
  try {
    await serveUntilStopped(config, { rapporteur, watch, look, ends });
  } finally {
    const { isInTime, failures } = await endAll(ends, mostToStopMs);
    for (const error of failures) console.error(`A part could not be ended: ${(error as Error).message}`);
    if (!isInTime) {
      // All of it is on disk; what is in hand is taken up again at the next start.
      console.error('Stopped with questions in hand; those of chats are answered at the next start.');
      process.exit(0);
    }
  }
}

const hasChats = (config: Config) =>
  [config.SLACK_BOT_TOKEN, config.SLACK_CLIENT_ID, config.DISCORD_TOKEN].some(Boolean);

interface Serving {
  rapporteur: Rapporteur;
  watch: Watch;
  look: Look;
  ends: (() => unknown)[];
}

async function serveUntilStopped(config: Config, { rapporteur, watch, look, ends }: Serving): Promise<void> {
  const log = openLog(config.LOG_LEVEL, undefined, watch.onTrouble);
  // Whoever has a folder of records has no use for the sample.
  if (config.WATCH_PATH === undefined) await ensureSample(rapporteur, (text) => console.error(text));
  const store = hasChats(config) ? await openChats(config, limitsOf(config)) : null;
  if (store) ends.unshift(() => store.close());
  const counted = store === null && watch.onTrouble && countsTokens(config) ? await openLedger(config, log) : null;
  if (counted) ends.unshift(() => counted.close());
  const platforms = store ? await platformsSet(config, rapporteur, store, log) : [];
  const kept = chatsWhenAsked(async () => openChats(config, limitsOf(config)));
  ends.unshift(() => kept.close());
  const served: Served = { rapporteur, log, chats: store ? (work) => work(store) : kept.chats };
  const mcp = config.MCP_PORT === undefined ? null : await serveAssistants(config, config.MCP_PORT, served);
  if (mcp) ends.unshift(() => mcp.stop());
  const web = config.WEB_PORT === undefined ? null : await serveReader(config, config.WEB_PORT, platforms, served);
  if (web) ends.unshift(() => web.stop());
  const terminal =
    platforms.length > 0 || mcp || web
      ? null
      : terminalAdapter({
          rapporteur,
          look,
          input: process.stdin,
          output: process.stdout,
          interactive: process.stdin.isTTY === true,
          onError: (error, reference) => log.error({ err: error, reference }, 'a question failed'),
          random: Math.random,
          clock: Date.now,
          chats: kept.chats,
        });
  const stopped = untilStopped();
  const say = (text: string) => (terminal ? console.error(text) : log.info(text));
  makeReady(rapporteur, { say, index: terminal === null }).catch((error: unknown) =>
    log.warn(
      { err: error, why: whyOf(error) },
      'the library was not brought over, or its index of vectors was not saved',
    ),
  );
  const watching = config.WATCH_PATH === undefined ? null : await watchRecords(rapporteur, config.WATCH_PATH, log);
  if (watching) ends.unshift(() => watching.stop());
  const health = await watch.serve({
    version: () => rapporteur.version(),
    state: () => watchedState(platforms, store ?? counted),
  });
  if (health) ends.unshift(() => health.stop());
  const adapters: ChatAdapter[] = terminal ? [terminal] : platforms;
  for (const adapter of adapters) {
    ends.unshift(() => adapter.stop());
    await adapter.start();
    const heldBy = platforms.find((platform) => platform === adapter)?.state().heldBy;
    if (heldBy !== undefined)
      console.error(`In ${adapter.name} ${heldBy} is answering; this one takes over when it is gone.`);
    else if (adapter !== terminal) console.error(`Rapporteur is answering in ${adapter.name}. Stop it with Ctrl-C.`);
  }
  if (mcp) console.error(`Rapporteur is answering assistants at http://127.0.0.1:${mcp.port}/mcp.`);
  await Promise.race([stopped, terminal?.done ?? stopped]);
}

/**
 * While questions are answered: a library that an earlier version made is brought over, its index of vectors with it;
 * any other that has none, or a damaged one, gets it where an `index` is asked for.
 */
async function makeReady(
  rapporteur: Rapporteur,
  { say, index }: { say: (text: string) => void; index: boolean },
): Promise<void> {
  const found = await rapporteur.behind();
  if (found.behind > 0) {
    say(renderBehind(found));
    await rapporteur.bringOver();
  } else if (index) await rapporteur.index();
}

/** Whoever stops a program kills it soon after: Docker after ten seconds. */
const mostToStopMs = 9_000;

/** The protocol's library is loaded only where assistants are served. */
async function serveAssistants(config: Config, port: number, served: Served) {
  const { serveMcp } = await import('../adapters/mcp/http.ts');
  return serveMcp(await assistants(config, served), { port });
}

/** What programs that come in by a token are served with. */
interface Served {
  rapporteur: Rapporteur;
  log: Logger;
  chats: WithChats;
}

/** Who assistants are, by their tokens, and what they are served. */
async function assistants(config: Config, { rapporteur, log, chats }: Served): Promise<McpHttpOptions> {
  const [{ localHosts }, { mcpServers }] = await Promise.all([
    import('../adapters/mcp/http.ts'),
    import('../adapters/mcp/server.ts'),
  ]);
  const tokens = openTokens(config);
  const named = (config.MCP_HOSTS ?? '').split(',').map((host) => host.trim());
  if (config.WEB_ADDRESS !== undefined) named.push(new URL(config.WEB_ADDRESS).hostname);
  const servers = mcpServers({
    caller: (access) => {
      const { name, scope } = access!;
      return { rapporteur, scope, reader: config.WEB_ADDRESS, keeping: { keeper: keeperOf(name), chats } };
    },
    log,
    reference,
  });
  const hosts = [...localHosts, ...named.filter(Boolean)];
  return { servers, log, accessOf: (token) => tokens.accessOf(token), hosts, perMinute: config.MCP_PER_MINUTE };
}

/** Whoever starts it on a machine of their own comes in by the address it prints. */
async function serveReader(config: Config, port: number, platforms: Platform[], served: Served) {
  const [{ serveWeb }, { mcpRoutes }] = await Promise.all([
    import('../adapters/web/serve.ts'),
    import('../adapters/mcp/http.ts'),
  ]);
  const isLocal = config.WEB_ADDRESS === undefined;
  const isPublic = config.WEB_ACCESS === 'public';
  const ownToken = isLocal ? randomBytes(24).toString('base64url') : null;
  const web = await serveWeb(
    {
      ...served,
      reference,
      version: programVersion,
      address: config.WEB_ADDRESS ?? null,
      isListed: config.WEB_LISTED,
      perMinute: config.WEB_PER_MINUTE,
      entry: {
        tokens: openTokens(config),
        anybody: isPublic ? { scope: { origins: [operator], place: 'reader' } } : null,
        ownToken,
        isSecure: config.WEB_ADDRESS?.startsWith('https:') === true,
      },
      assistants: mcpRoutes(await assistants(config, served)),
      published: async (id) => {
        for (const platform of platforms) {
          const answer = await platform.published?.(id);
          if (answer) return answer;
        }
        return null;
      },
    },
    { port },
  );
  const way = isPublic || ownToken === null ? web.address : `${web.address}/enter?token=${ownToken}`;
  console.error(`Rapporteur can be read at ${way}`);
  return web;
}

/** What is in the folder at the start goes in while questions are answered already. */
async function watchRecords(rapporteur: Rapporteur, folder: string, log: Logger): Promise<{ stop(): Promise<void> }> {
  const { watchFolder } = await import('./records/watch-folder.ts');
  return watchFolder({
    rapporteur,
    folder,
    onReport: ({ files, removed }) => {
      for (const { name, failure, problems } of files)
        if (failure !== null || problems.length > 0)
          log.warn({ file: name, failure, problems: problems.length }, 'a watched record has problems');
      log.info({ files: files.length, removed: removed.length }, 'the watched folder is in the library');
    },
    onError: (error) => log.error({ err: error, why: whyOf(error) }, 'the watched folder could not be put in'),
  });
}

/** What to do, where no question can be in it: of work that nobody asked for. */
function whyOf(error: unknown): string | undefined {
  return error instanceof Error && expectedErrors.has(error.name) ? error.message : undefined;
}
