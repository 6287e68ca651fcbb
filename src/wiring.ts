/** The start of the command line: settings, the command asked for, and what is told where it fails. */
import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import { commandLine } from '../adapters/terminal/commands.ts';
import { progressBar } from '../adapters/terminal/progress.ts';
import { wrap } from '../adapters/terminal/columns.ts';
import { readConfig, withoutTracing } from './config.ts';
import { expectedErrors } from './expected-errors.ts';
import { untilStopped } from './operations/stopping.ts';
import { rapporteurInThreads } from './threads/threads.ts';
import { shareWordMeanings } from '../embeddings/word-meanings.ts';

/** Runs the command line to its exit code; what the reader can mend is told without a stack. */
export async function run(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    return await main(argv, env);
  } catch (error) {
    const { name, message, stack, code, port } = error as Error & { code?: string; port?: number };
    if (error instanceof CommanderError) return error.exitCode;
    if (code === 'EADDRINUSE') {
      tell(`Port ${port} is taken by another program, or by another part of this one; set another.`);
      return 1;
    }
    if (expectedErrors.has(name)) tell(message);
    else console.error(stack);
    return 1;
  }
}

/** Within the columns of the terminal. */
function tell(text: string): void {
  console.error(wrap(text, { columns: Math.min(process.stderr.columns || 80, 100), colours: false }));
}

async function main(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(env);
  // Before the threads, which take the environment as it is when they start.
  withoutTracing(env, config);
  const look = {
    columns: Math.min(process.stdout.columns || 80, 100),
    colours: process.stdout.isTTY && !env['NO_COLOR'],
  };
  // The threads of questions and of ingests hold the table of meanings in common.
  shareWordMeanings();
  // Nobody else waits for this thread; another would load all anew.
  const open = (options?: { anyEmbedder: boolean }) => rapporteurInThreads(config, { ...options, questionsHere: true });
  const line = commandLine({
    open,
    openChats: async () => (await import('./wired-commands.ts')).chatsOf(config),
    moveRest: async (to, onProgress) => (await import('./wired-commands.ts')).moveRest(config, to, onProgress),
    checks: async () => (await import('./wired-commands.ts')).checksOf(config),
    showsWords: config.GAPS_WITH_WORDS,
    chat: async () => (await import('./wired-places.ts')).serve(config, look),
    others: async () => (await import('./wired-commands.ts')).otherCommands(config, () => rapporteurInThreads(config)),
    input: process.stdin,
    output: process.stdout,
    look,
    tell,
    onProgress: progressBar(process.stderr),
    untilStopped,
  });
  return line.run(argv);
}
