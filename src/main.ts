/** The command line. It names the concrete parts, wires them, starts and stops them; nothing imports it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { pino } from 'pino';
import { commandLine } from '../adapters/terminal/commands.ts';
import { progressBar } from '../adapters/terminal/progress.ts';
import { terminalAdapter } from '../adapters/terminal/terminal.ts';
import type { ChatAdapter } from './chat/chat.ts';
import { readConfig, type Config } from './config.ts';
import type { Rapporteur } from './rapporteur.ts';
import { rapporteurInThreads } from './threads.ts';

/** Errors whose message says all that the reader needs; any other is ours, and shown with its stack. */
const expected = new Set(['ConfigError', 'LibraryError', 'CommandError', 'EmbedderError']);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { name, message, stack } = error as Error;
  process.exitCode = 1;
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else console.error(expected.has(name) ? message : stack);
}

async function main(argv: string[]): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile();
  const config = readConfig(process.env);
  const look = { columns: Math.min(process.stdout.columns ?? 80, 100), colours: process.stdout.isTTY && !process.env['NO_COLOR'] };
  const open = (options?: { anyEmbedder: boolean }) => rapporteurInThreads(config, options);
  const line = commandLine({
    open,
    chat: () => chat(config, open(), look),
    others: [slackCommand(config)],
    input: process.stdin,
    output: process.stdout,
    look,
    onProgress: progressBar(process.stderr),
  });
  return line.run(argv);
}

/** Serves every place whose token is set, otherwise the terminal, until it is told to stop. */
async function chat(config: Config, rapporteur: Rapporteur, look: { columns: number; colours: boolean }): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
  await ensureSample(rapporteur, (text) => console.error(text));
  const adapters = await chatAdapters(config, rapporteur, log);
  const terminal = adapters.length > 0 ? null : terminalAdapter({
    rapporteur, look,
    input: process.stdin,
    output: process.stdout,
    interactive: process.stdin.isTTY === true,
    onError: (error, reference) => log.error({ err: error, reference }, 'a question failed'),
    random: Math.random,
  });
  const running: ChatAdapter[] = terminal ? [terminal] : adapters;
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const adapter of running) await adapter.start();
  await Promise.race([stopped, terminal?.done ?? stopped]);
  for (const adapter of running) await adapter.stop();
  await rapporteur.close();
}

/** An empty library holds the two invented sessions that come with the program, so that there is something to ask. */
async function ensureSample(rapporteur: Rapporteur, say: (text: string) => void): Promise<void> {
  if ((await rapporteur.sessions()).length > 0) return;
  const samples = ['rivers-session-page.txt', 'rivers-captions.vtt'];
  await rapporteur.ingest(samples.map((name) => ({ path: fileURLToPath(new URL(`./sample/${name}`, import.meta.url)) })));
  say('The library was empty, so two invented sample sessions were loaded. Add your own with: npm start -- ingest <file or folder>\n');
}

/** Each platform's library is loaded only where its token is set. */
async function chatAdapters(_config: Config, _rapporteur: Rapporteur, _log: pino.Logger): Promise<ChatAdapter[]> {
  return [];
}

function slackCommand(_config: Config): Command {
  return new Command('slack');
}
