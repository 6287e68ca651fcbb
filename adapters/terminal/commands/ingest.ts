/** How records get in by the command line. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import type { IngestReport, Rapporteur, Record } from '../../../src/rapporteur.ts';
import { isAddress, recordFilesIn } from '../../../src/records/record-files.ts';
import type { WatchReport } from '../../../src/records/watch-folder.ts';
import { renderIngest } from '../render.ts';
import { ruleOf } from './policy.ts';
import { CommandError, type Shell } from './shell.ts';

export function ingestCommand(program: Command, shell: Shell): void {
  const { using, print, printJson, fail, look, onProgress } = shell;
  program
    .command('ingest')
    .description('add records: files, folders, https:// addresses or - for standard input')
    .argument('<record...>')
    .option('--policy <rule>', 'who may see the sessions: chatham-house, off the record, …')
    .option('--watch', 'stay, and take in what is added to, changed in and removed from the folders')
    .option('--json', 'print the report as JSON')
    .action(async (names: string[], { watch, json, policy }: { watch?: boolean; json?: boolean; policy?: string }) => {
      if (watch && policy !== undefined)
        throw new CommandError('ingest: a folder that is watched has its policy from "sessions policy --folder".');
      const rule = policy === undefined ? {} : { rule: ruleOf(policy) };
      const { records, missing } = watch ? { records: [], missing: [] } : await recordsOf(names, shell.input);
      const folders = watch ? await foldersOf(names) : [];
      const work = async (rapporteur: Rapporteur) => {
        if (watch) {
          await watchFolders(rapporteur, folders, json === true, shell);
          return;
        }
        const report = await rapporteur.ingest(
          records.map((record) => ({ ...record, ...rule })),
          onProgress,
        );
        onProgress(null);
        report.files.push(...missing);
        if (report.files.some(({ failure }) => failure !== null)) fail();
        if (json) printJson(ingestJson(report));
        else print(renderIngest(report, look));
        await rapporteur.bringOver(onProgress);
        const failed = await rapporteur.index(onProgress).then(
          () => null,
          (error: Error) => error,
        );
        onProgress(null);
        // Another process that is at it makes it for all. Without it every answer is right, only later.
        if (failed && failed.name !== 'LibraryError' && !json) print(failed.message);
      };
      await using(work, { broughtOver: watch ? 'beside' : 'work' });
    });
}

async function watchFolders(
  rapporteur: Rapporteur,
  folders: string[],
  json: boolean,
  { print, printJson, look, untilStopped }: Shell,
): Promise<void> {
  const { watchFolder } = await import('../../../src/records/watch-folder.ts');
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
  const stopped = untilStopped();
  const watching = folders.map((folder) => watchFolder({ rapporteur, folder, onReport, onError }));
  await Promise.race([stopped, Promise.all(watching.map((one) => one.settled))]);
  if (!json) print(`Watching ${folders.join(', ')}. Stop it with Ctrl-C.`);
  await stopped;
  for (const one of watching) await one.stop();
}

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
