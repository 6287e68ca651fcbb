/** The command line: its commands, each in a file of its own, and what they share. */
import type { Readable, Writable } from 'node:stream';
import { Command, type OutputConfiguration } from 'commander';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Check } from '../../src/operations/doctor.ts';
import type { IngestProgress, Rapporteur } from '../../src/rapporteur.ts';
import { agreementsCommand } from './commands/agreements.ts';
import { askCommand } from './commands/ask.ts';
import { briefCommand } from './commands/brief.ts';
import { readBatch } from './commands/batch.ts';
import { besideBringingOver } from './commands/bring-over.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { commitmentsCommand } from './commands/commitments.ts';
import { commissionCommand } from './commands/commission.ts';
import { compareCommand } from './commands/compare.ts';
import { doctorCommand } from './commands/doctor.ts';
import { forgetCommand } from './commands/forget.ts';
import { formatsCommand } from './commands/formats.ts';
import { gapsCommand } from './commands/gaps.ts';
import { grantsCommand } from './commands/grants.ts';
import { ingestCommand } from './commands/ingest.ts';
import { linkCommand } from './commands/link.ts';
import { libraryCommand } from './commands/library.ts';
import { quotesCommand } from './commands/quotes.ts';
import { reportCommand } from './commands/report.ts';
import { searchCommand } from './commands/search.ts';
import { removeCommand, sessionsCommand, showCommand } from './commands/sessions.ts';
import type { Shell } from './commands/shell.ts';
import { speakersCommand } from './commands/speakers.ts';
import { versionsCommand } from './commands/versions.ts';
import { usageCommand } from './commands/usage.ts';
import { verifyCommand } from './commands/verify.ts';
import { digestCommand, watchCommand } from './commands/watch.ts';
import { safe, type Look } from './columns.ts';

/** Every command, in the order of `--help`. A new one is a line here. */
const commands = [
  ingestCommand,
  askCommand,
  searchCommand,
  quotesCommand,
  briefCommand,
  compareCommand,
  checkCommand,
  agreementsCommand,
  commitmentsCommand,
  reportCommand,
  commissionCommand,
  verifyCommand,
  collectCommand,
  watchCommand,
  digestCommand,
  sessionsCommand,
  speakersCommand,
  showCommand,
  versionsCommand,
  linkCommand,
  removeCommand,
  grantsCommand,
  forgetCommand,
  usageCommand,
  gapsCommand,
  doctorCommand,
  libraryCommand,
  formatsCommand,
];

export interface CommandLineOptions {
  /** Opened when a command needs it and closed when it is done; `anyEmbedder` for a rebuild. */
  open: (options?: { anyEmbedder: boolean }) => Rapporteur;
  /** Opens what chats keep. */
  openChats: () => Promise<ChatStore>;
  /** Puts what chats keep, and tokens, into another place; default nothing. */
  moveRest?: Shell['moveRest'];
  /** Whether words of questions of chats may be shown; default false. */
  showsWords?: boolean;
  /** What `doctor` looks at beside the library; default nothing. */
  checks?: () => Promise<Check[]>;
  /** Runs when no command is named. */
  chat: () => Promise<void>;
  /** Commands of other places, such as `slack manifest`. */
  others: Command[];
  input: Readable;
  output: Writable;
  look: Look;
  /** Tells a person at the terminal what is no part of the output. */
  tell: (text: string) => void;
  /** Shows how far long work has come; `null` when it is over. */
  onProgress: (progress: IngestProgress | null) => void;
  /** Resolves when the program is told to stop. */
  untilStopped: () => Promise<void>;
}

/** The whole command line; `run` resolves to the exit code. */
export function commandLine(options: CommandLineOptions): { run(argv: string[]): Promise<number> } {
  const { output } = options;
  let exitCode = 0;
  const print = (text: string) => void output.write(`${text}\n`);
  const printJson = (value: unknown) => print(JSON.stringify(value));
  const fail = () => void (exitCode = 1);
  const shell: Shell = {
    checks: async () => [],
    moveRest: async () => ({ chats: { moved: 0, already: 0 }, tokens: 0 }),
    showsWords: false,
    ...options,
    print,
    printJson,
    fail,
    async using(work, { anyEmbedder = false, broughtOver = 'beside' } = {}) {
      const rapporteur = options.open({ anyEmbedder });
      try {
        await (broughtOver === 'beside' ? besideBringingOver(rapporteur, work, options.tell) : work(rapporteur));
      } finally {
        await rapporteur.close();
      }
    },
    async chats(work) {
      const store = await options.openChats();
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
    async batch(file, schema, run) {
      for (const line of readBatch(file, schema)) {
        if ('error' in line) {
          fail();
          printJson(line);
        } else printJson(await run(line.value));
      }
    },
  };

  const program: Command = new Command('rapporteur')
    .description("Answers questions about recorded discussions in the speakers' own words. Without a command: a chat.")
    .allowExcessArguments()
    // An option after the name of a command is that command's.
    .enablePositionalOptions()
    .action(async () => {
      if (program.args.length > 0)
        program.error(`error: unknown command '${program.args[0]}'; --help lists the commands`);
      await options.chat();
    })
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.write(text), ...refusing });

  for (const add of commands) add(program, shell);
  for (const other of options.others) {
    for (const command of [other, ...other.commands]) command.configureOutput(refusing);
    program.addCommand(other);
  }

  return {
    run: async (argv) => {
      await program.parseAsync(argv, { from: 'user' });
      return exitCode;
    },
  };
}

/** What was typed wrong stands in what is told of it. */
const refusing: OutputConfiguration = { outputError: (text, write) => write(safe(text)) };
