/** The command line: what each command reads, calls and prints. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { IngestProgress, IngestReport, Rapporteur, Record } from '../../src/rapporteur.ts';
import { isAddress, recordFilesIn } from '../../src/records/record-files.ts';
import { sessionsCalled } from '../../src/asking/sessions-called.ts';
import type { WatchReport } from '../../src/records/watch-folder.ts';
import { formatsCommand } from './formats-command.ts';
import {
  renderAnswer,
  renderCheck,
  renderHits,
  renderIngest,
  renderSession,
  renderSessions,
  renderSpeakers,
  renderVerification,
  type Look,
} from './render.ts';
import type { CorrectionRequest } from '../../src/session.ts';

export interface CommandLineOptions {
  /** Opened when a command needs it and closed when it is done; `anyEmbedder` for a rebuild. */
  open: (options?: { anyEmbedder: boolean }) => Rapporteur;
  /** Runs when no command is named. */
  chat: () => Promise<void>;
  /** Commands of other places, such as `slack manifest`. */
  others: Command[];
  input: Readable;
  output: Writable;
  look: Look;
  /** Shows how far long work has come; `null` when it is over. */
  onProgress: (progress: IngestProgress | null) => void;
  /** Resolves when the program is told to stop. */
  untilStopped: () => Promise<void>;
}

/** Something wrong with how a command was called. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The whole command line; `parseAsync` resolves to the exit code in `exitCode`. */
export function commandLine(options: CommandLineOptions): { run(argv: string[]): Promise<number> } {
  const { output, look } = options;
  let exitCode = 0;
  const print = (text: string) => output.write(`${text}\n`);
  const printJson = (value: unknown) => print(JSON.stringify(value));

  async function using(work: (rapporteur: Rapporteur) => Promise<void>, open = { anyEmbedder: false }): Promise<void> {
    const rapporteur = options.open(open);
    try {
      await work(rapporteur);
    } finally {
      await rapporteur.close();
    }
  }

  /** One JSON object out for each line in, in order. A line that cannot be read gets an object with `error`. */
  async function batch<Line>(
    file: string,
    schema: z.ZodType<Line>,
    run: (line: Line) => Promise<object>,
  ): Promise<void> {
    const lines = readBatch(file);
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      const read = parseLine(line, schema);
      if ('error' in read) {
        exitCode = 1;
        printJson({ error: `${file}, line ${index + 1}: ${read.error}` });
      } else printJson(await run(read.value));
    }
  }

  async function watchFolders(rapporteur: Rapporteur, folders: string[], json: boolean): Promise<void> {
    const { watchFolder } = await import('../../src/records/watch-folder.ts');
    const onReport = ({ files, removed }: WatchReport) => {
      if (json) printJson({ ...ingestJson({ files }), removed });
      else
        print(
          [
            ...(files.length > 0 ? [renderIngest({ files }, look)] : []),
            ...removed.map((id) => `removed   ${id}: its file is gone`),
          ].join('\n'),
        );
    };
    const onError = (error: Error) => {
      if (json) printJson({ error: error.message });
      else print(error.message);
    };
    const stopped = options.untilStopped();
    const watching = folders.map((folder) => watchFolder({ rapporteur, folder, onReport, onError }));
    await Promise.race([stopped, Promise.all(watching.map((one) => one.settled))]);
    if (!json) print(`Watching ${folders.join(', ')}. Stop it with Ctrl-C.`);
    await stopped;
    for (const one of watching) await one.stop();
  }

  const program: Command = new Command('rapporteur')
    .description("Answers questions about recorded discussions in the speakers' own words. Without a command: a chat.")
    .allowExcessArguments()
    .action(async () => {
      if (program.args.length > 0)
        program.error(`error: unknown command '${program.args[0]}'; --help lists the commands`);
      await options.chat();
    })
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.write(text) });

  program
    .command('ingest')
    .description('add records: files, folders, https:// addresses or - for standard input')
    .argument('<record...>')
    .option('--watch', 'stay, and take in what is added to, changed in and removed from the folders')
    .option('--json', 'print the report as JSON')
    .action(async (names: string[], { watch, json }: { watch?: boolean; json?: boolean }) => {
      const { records, missing } = watch ? { records: [], missing: [] } : await recordsOf(names, options.input);
      const folders = watch ? await foldersOf(names) : [];
      await using(async (rapporteur) => {
        if (watch) {
          await watchFolders(rapporteur, folders, json === true);
          return;
        }
        const report = await rapporteur.ingest(records, options.onProgress);
        options.onProgress(null);
        report.files.push(...missing);
        if (report.files.some(({ failure }) => failure !== null)) exitCode = 1;
        if (json) printJson(ingestJson(report));
        else print(renderIngest(report, look));
        const failed = await rapporteur.index(options.onProgress).then(
          () => null,
          (error: Error) => error,
        );
        options.onProgress(null);
        // Another process that is at it makes it for all. Without it every answer is right, only later.
        if (failed && failed.name !== 'LibraryError' && !json) print(failed.message);
      });
    });

  program
    .command('ask')
    .description('answer a question with quotes')
    .argument('[question...]')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--speaker <name>', 'only this speaker')
    .option('--batch <file>', 'questions from a JSONL file: {id, question, history?, session?, speaker?}')
    .option('--json', 'print the answer as JSON')
    .action(async (words: string[], given: { session?: string; speaker?: string; batch?: string; json?: boolean }) => {
      const { session, speaker } = given;
      await using(async (rapporteur) => {
        if (given.batch !== undefined) {
          await batch(given.batch, askLine, async ({ id, question, ...rest }) => ({
            ...(id !== undefined && { id }),
            ...(await rapporteur.ask({ text: question, session, speaker, ...rest })),
          }));
          return;
        }
        const answer = await rapporteur.ask({ text: wanted(words, 'a question'), session, speaker });
        if (given.json) printJson(answer);
        else print(renderAnswer(answer, look));
      });
    });

  program
    .command('search')
    .description('show the stretches of talk that fit the words best')
    .argument('[words...]')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--speaker <name>', 'only this speaker')
    .option('--limit <number>', 'how many to show', wholeNumber, 10)
    .option('--batch <file>', 'searches from a JSONL file: {id, query, session?, limit?}')
    .option('--json', 'print the hits as JSON')
    .action(
      async (
        words: string[],
        given: { session?: string; speaker?: string; limit: number; batch?: string; json?: boolean },
      ) => {
        const { session, speaker, limit } = given;
        await using(async (rapporteur) => {
          if (given.batch !== undefined) {
            await batch(given.batch, searchLine, async ({ id, query, ...rest }) => ({
              ...(id !== undefined && { id }),
              query,
              hits: await rapporteur.search({ text: query, session, speaker, limit, ...rest }),
            }));
            return;
          }
          const query = wanted(words, 'words to search for');
          const hits = await rapporteur.search({ text: query, session, speaker, limit });
          if (given.json) printJson({ query, hits });
          else print(renderHits(hits, look));
        });
      },
    );

  program
    .command('verify')
    .description('check a quotation word by word')
    .argument('[quotation...]')
    .option('--batch <file>', 'quotations from a JSONL file: {id, quote}')
    .option('--json', 'print the verdict as JSON')
    .action(async (words: string[], given: { batch?: string; json?: boolean }) => {
      await using(async (rapporteur) => {
        if (given.batch !== undefined) {
          await batch(given.batch, verifyLine, async ({ id, quote }) => ({
            ...(id !== undefined && { id }),
            ...(await rapporteur.verify(quote)),
          }));
          return;
        }
        const verification = await rapporteur.verify(wanted(words, 'a quotation'));
        if (given.json) printJson(verification);
        else print(renderVerification(verification, look));
      });
    });

  program
    .command('sessions')
    .description('list what the library holds')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const sessions = await rapporteur.sessions();
        if (json) printJson(sessions);
        else print(renderSessions(sessions, look));
      }),
    );

  const speakers = program
    .command('speakers')
    .description('list who spoke')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--json', 'print as JSON')
    .action(({ session, json }: { session?: string; json?: boolean }) =>
      using(async (rapporteur) => {
        const speakers = await rapporteur.speakers(
          session === undefined ? {} : { session: await sessionNamed(rapporteur, session) },
        );
        if (json) printJson(speakers);
        else print(renderSpeakers(speakers, look));
      }),
    );

  const correct = (words: string, request: CorrectionRequest) =>
    using(async (rapporteur) => {
      const session = await sessionNamed(rapporteur, words);
      const correction = await rapporteur.correct(session, request);
      if (speakers.opts<{ json?: boolean }>().json) printJson({ session, correction });
      else print(`In ${session}, ${correction}. This is kept when the record is ingested again.`);
    });
  speakers
    .command('rename')
    .description('give a speaker of a session the right name')
    .argument('<session>', 'its id, or words of its title')
    .argument('<old>', 'the name as it is')
    .argument('<new>', 'the name as it should be')
    .action((session: string, from: string, to: string) => correct(session, { kind: 'rename', from, to }));
  speakers
    .command('merge')
    .description('make two speakers of a session one, where they are the same person')
    .argument('<session>', 'its id, or words of its title')
    .argument('<name>', 'the name that goes')
    .argument('<into>', 'the name that stays')
    .action((session: string, from: string, to: string) => correct(session, { kind: 'merge', from, to }));
  speakers
    .command('correct')
    .description('say who really spoke a turn')
    .argument('<session>', 'its id, or words of its title')
    .argument('<name>', 'who spoke it')
    .requiredOption('--turn <number>', 'the turn, counted from 0 as in the JSON', turnNumber)
    .action((session: string, to: string, { turn }: { turn: number }) => correct(session, { kind: 'turn', turn, to }));

  program
    .command('show')
    .description('print a session, or one of its turns')
    .argument('<session>', 'its id, or words of its title')
    .option('--turn <number>', 'only this turn, counted from 0 as in the JSON', turnNumber)
    .option('--json', 'print as JSON')
    .action((words: string, { turn, json }: { turn?: number; json?: boolean }) =>
      using(async (rapporteur) => {
        const id = await sessionNamed(rapporteur, words);
        const session = (await rapporteur.show(id))!;
        if (turn !== undefined && !session.turns[turn]) {
          throw new CommandError(`show ${id}: there is no turn ${turn}; the last is ${session.turns.length - 1}.`);
        }
        if (json)
          printJson(
            turn === undefined ? session : { session: id, version: session.version, turn, ...session.turns[turn] },
          );
        else print(renderSession(session, turn ?? null, look));
      }),
    );

  program
    .command('remove')
    .description('remove a session from the library; its file stays')
    .argument('<session>', 'its id')
    .option('--json', 'print as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const removed = await rapporteur.remove(id);
        if (!removed) exitCode = 1;
        if (json) printJson({ session: id, removed });
        else print(removed ? `Removed ${id}.` : `There is no session ${id}; "sessions" lists the ids.`);
      }),
    );

  const library = program.command('library').description('care for the library');
  library
    .command('rebuild')
    .description('make everything derived from the sessions anew, for instance with another embedding model')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(
        async (rapporteur) => {
          await rapporteur.rebuild(options.onProgress);
          options.onProgress(null);
          const sessions = (await rapporteur.sessions()).length;
          if (json) printJson({ rebuilt: sessions });
          else print(`Rebuilt what is derived from ${sessions} session${sessions === 1 ? '' : 's'}.`);
        },
        { anyEmbedder: true },
      ),
    );

  library
    .command('check')
    .description('look through the whole library for damage')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(
        async (rapporteur) => {
          const report = await rapporteur.check(options.onProgress);
          options.onProgress(null);
          if (report.faults.length > 0) exitCode = 1;
          if (json) printJson(report);
          else print(renderCheck(report, look));
        },
        { anyEmbedder: true },
      ),
    );

  program.addCommand(formatsCommand(print));
  for (const other of options.others) program.addCommand(other);

  return {
    run: async (argv) => {
      await program.parseAsync(argv, { from: 'user' });
      return exitCode;
    },
  };
}

const id = z.union([z.string(), z.number()]).optional();
const askLine = z.object({
  id,
  question: z.string(),
  history: z.array(z.string()).optional(),
  session: z.string().optional(),
  speaker: z.string().optional(),
});
const searchLine = z.object({
  id,
  query: z.string(),
  session: z.string().optional(),
  limit: z.number().int().positive().optional(),
});
const verifyLine = z.object({ id, quote: z.string() });

async function recordsOf(
  names: string[],
  input: Readable,
): Promise<{ records: Record[]; missing: IngestReport['files'] }> {
  const records: Record[] = [];
  const missing: IngestReport['files'] = [];
  for (const name of names) {
    if (name === '-') {
      records.push({ name: 'standard input', bytes: Buffer.concat((await input.toArray()) as Buffer[]) });
      continue;
    }
    if (isAddress(name)) {
      records.push({ address: name });
      continue;
    }
    const found = await stat(name).catch(() => null);
    if (!found)
      missing.push({ name, sessions: [], failure: 'there is no such file or folder; check the path.', problems: [] });
    else if (found.isDirectory()) records.push(...(await recordFilesIn(name)).map((file) => ({ path: file })));
    else records.push({ path: path.resolve(name) });
  }
  return { records, missing };
}

async function foldersOf(names: string[]): Promise<string[]> {
  for (const name of names) {
    const found = await stat(name).catch(() => null);
    if (!found?.isDirectory()) throw new CommandError(`${name}: is no folder; --watch takes folders.`);
  }
  return names.map((name) => path.resolve(name));
}

function ingestJson({ files }: IngestReport): object {
  const sessions = files.flatMap((file) => file.sessions);
  const of = (outcome: string) => sessions.filter((session) => session.outcome === outcome).length;
  return {
    added: of('added'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    failed: files.filter(({ failure }) => failure !== null).length,
    files,
  };
}

async function sessionNamed(rapporteur: Rapporteur, words: string): Promise<string> {
  const alike = sessionsCalled(words, await rapporteur.sessions());
  if (alike.length === 1) return alike[0]!.id;
  throw new CommandError(
    alike.length === 0
      ? `There is no session called “${words}”; "sessions" lists them.`
      : `“${words}” can mean ${alike.length} sessions: ${alike
          .slice(0, 5)
          .map(({ id }) => id)
          .join(', ')}${alike.length > 5 ? ', …' : ''}`,
  );
}

function readBatch(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new CommandError(`${file}: cannot be read (${(error as Error).message}).`, { cause: error });
  }
}

function parseLine<Line>(line: string, schema: z.ZodType<Line>): { value: Line } | { error: string } {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? { value: read.data } : { error: z.prettifyError(read.error).replaceAll('\n', ' ') };
  } catch (error) {
    return { error: `is not JSON (${(error as Error).message})` };
  }
}

function wanted(words: string[], what: string): string {
  const text = words.join(' ').trim();
  if (text === '') throw new CommandError(`Give ${what}, or a file of them with --batch.`);
  return text;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError(`"${text}" is not a whole number from 1.`);
  return value;
}

function turnNumber(text: string): number {
  return wholeNumber(String(Number(text) + 1)) - 1;
}
