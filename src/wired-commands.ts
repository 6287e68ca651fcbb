/** What only some commands need: those of other places than the terminal, the chats' store, tokens and checks. */
import { Command } from 'commander';
import { backupCommands } from '../adapters/terminal/commands/backup.ts';
import { tokensCommand } from '../adapters/terminal/commands/tokens.ts';
import type { ChatStore } from './chat/chat-store.ts';
import { forgetToken, operatorsKeeper } from './chat/keeper.ts';
import { chatsWhenAsked, moveChatsTo, openChats } from './chat/store/open-chats.ts';
import { limitsOf } from './chat/token-budget.ts';
import type { Config } from './config.ts';
import { openLog, reference } from './log.ts';
import type { Check } from './operations/doctor.ts';
import { moveTokensTo, openTokens } from './operations/open-tokens.ts';
import { untilStopped } from './operations/stopping.ts';
import { programVersion } from './program-version.ts';
import type { IngestProgress, Rapporteur } from './rapporteur.ts';
import { platformCommands } from './wired-chats.ts';

export function chatsOf(config: Config): Promise<ChatStore> {
  return openChats(config, limitsOf(config));
}

export async function moveRest(config: Config, to: string, onProgress: (progress: IngestProgress) => void) {
  return { chats: await moveChatsTo(config, to, onProgress), tokens: await moveTokensTo(config, to) };
}

/** What `doctor` looks at beside the library; each platform is asked only where its token is set. */
export async function checksOf(config: Config): Promise<Check[]> {
  const [{ canMakeGraphs, howToMakeGraphs }, { checksHere, modelChecks }, { slackChecks }, { discordChecks }] =
    await Promise.all([
      import('../embeddings/graph.ts'),
      import('./operations/doctor.ts'),
      import('../adapters/slack/doctor.ts'),
      import('../adapters/discord/doctor.ts'),
    ]);
  const here = checksHere(config, canMakeGraphs ? null : howToMakeGraphs);
  return (await Promise.all([here, modelChecks(config), slackChecks(config), discordChecks(config)])).flat();
}

export function otherCommands(config: Config, open: () => Rapporteur): Command[] {
  return [
    ...backupCommands(config, programVersion, process.stdout),
    ...platformCommands(config, process.stdout),
    ...assistantCommands(config, open),
  ];
}

/** What there is on the command line for assistants that bring their own model. */
function assistantCommands(config: Config, open: () => Rapporteur): Command[] {
  const mcp = new Command('mcp')
    .description('serve an assistant that starts this program (MCP on standard input and output)')
    .action(async () => {
      const [{ serveOverStdio }, { mcpServers }] = await Promise.all([
        import('../adapters/mcp/stdio.ts'),
        import('../adapters/mcp/server.ts'),
      ]);
      const log = openLog(config.LOG_LEVEL);
      // Standard output is the protocol's; whatever a library prints would lose answers.
      console.log = console.error;
      console.info = console.error;
      const rapporteur = open();
      const kept = chatsWhenAsked(async () => openChats(config, limitsOf(config)));
      const keeping = { keeper: operatorsKeeper, chats: kept.chats };
      const servers = mcpServers({
        caller: () => ({ rapporteur, scope: undefined, reader: config.WEB_ADDRESS, keeping }),
        log,
        reference,
      });
      await serveOverStdio(servers, { input: process.stdin, output: process.stdout, log, stopped: untilStopped() });
      await kept.close();
      await rapporteur.close();
    });
  const forget = async (name: string) => {
    const store = await openChats(config);
    await forgetToken(name, store);
    await store.close();
  };
  return [mcp, tokensCommand(openTokens(config), process.stdout, forget)];
}
