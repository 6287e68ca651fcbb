/** The command line: its commands, each in a file of its own, and what they share. */
import type { Readable, Writable } from 'node:stream';
import { Command, type OutputConfiguration } from 'commander';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import type { Check } from '../../src/operations/doctor.ts';
import type { IngestProgress, Rapporteur } from '../../src/rapporteur.ts';
import { readBatch } from './commands/batch.ts';
import { besideBringingOver } from './commands/bring-over.ts';
import type { Shell } from './commands/shell.ts';
import { safe, type Look } from './columns.ts';

/**
 * Every command, in the order of `--help`: the names it has, and its file, of which only that of the command asked for is
 * loaded. A new one is a line here.
 */
const commands: { names: string[]; load: () => Promise<(program: Command, shell: Shell) => void> }[] = [
  { names: ['ingest'], load: async () => (await import('./commands/ingest.ts')).ingestCommand },
  { names: ['ask'], load: async () => (await import('./commands/ask.ts')).askCommand },
  { names: ['search'], load: async () => (await import('./commands/search.ts')).searchCommand },
  { names: ['quotes'], load: async () => (await import('./commands/quotes.ts')).quotesCommand },
  { names: ['brief'], load: async () => (await import('./commands/brief.ts')).briefCommand },
  { names: ['compare'], load: async () => (await import('./commands/compare.ts')).compareCommand },
  { names: ['check'], load: async () => (await import('./commands/check.ts')).checkCommand },
  { names: ['agreements'], load: async () => (await import('./commands/agreements.ts')).agreementsCommand },
  { names: ['commitments'], load: async () => (await import('./commands/commitments.ts')).commitmentsCommand },
  { names: ['report'], load: async () => (await import('./commands/report.ts')).reportCommand },
  { names: ['commission'], load: async () => (await import('./commands/commission.ts')).commissionCommand },
  { names: ['verify'], load: async () => (await import('./commands/verify.ts')).verifyCommand },
  {
    names: ['collect', 'collection', 'uncollect'],
    load: async () => (await import('./commands/collect.ts')).collectCommand,
  },
  { names: ['watch', 'watches', 'unwatch'], load: async () => (await import('./commands/watch.ts')).watchCommand },
  { names: ['digest'], load: async () => (await import('./commands/watch.ts')).digestCommand },
  { names: ['sessions'], load: async () => (await import('./commands/sessions.ts')).sessionsCommand },
  { names: ['speakers'], load: async () => (await import('./commands/speakers.ts')).speakersCommand },
  { names: ['show'], load: async () => (await import('./commands/sessions.ts')).showCommand },
  { names: ['versions'], load: async () => (await import('./commands/versions.ts')).versionsCommand },
  { names: ['link'], load: async () => (await import('./commands/link.ts')).linkCommand },
  { names: ['remove'], load: async () => (await import('./commands/sessions.ts')).removeCommand },
  { names: ['grants'], load: async () => (await import('./commands/grants.ts')).grantsCommand },
  { names: ['forget'], load: async () => (await import('./commands/forget.ts')).forgetCommand },
  { names: ['usage'], load: async () => (await import('./commands/usage.ts')).usageCommand },
  { names: ['gaps'], load: async () => (await import('./commands/gaps.ts')).gapsCommand },
  { names: ['doctor'], load: async () => (await import('./commands/doctor.ts')).doctorCommand },
  { names: ['library'], load: async () => (await import('./commands/library.ts')).libraryCommand },
  { names: ['formats'], load: async () => (await import('./commands/formats.ts')).formatsCommand },
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
  /** Commands of other places, such as `slack manifest`; loaded where none of the terminal's own is named. */
  others: () => Promise<Command[]>;
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

  return {
    run: async (argv) => {
      const named = commands.filter(({ names }) => names.includes(argv[0] ?? ''));
      const isOther = argv.length > 0 && named.length === 0;
      for (const add of await Promise.all((isOther ? commands : named).map(({ load }) => load()))) add(program, shell);
      for (const other of isOther ? await options.others() : []) {
        for (const command of [other, ...other.commands]) command.configureOutput(refusing);
        program.addCommand(other);
      }
      await program.parseAsync(argv, { from: 'user' });
      return exitCode;
    },
  };
}

/** What was typed wrong stands in what is told of it. */
const refusing: OutputConfiguration = { outputError: (text, write) => write(safe(text)) };
