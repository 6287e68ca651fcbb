/** A copy of the library, made while it is in use, and put back. */
import { Command } from 'commander';
import type { Writable } from 'node:stream';
import type { Config } from '../../../src/config.ts';
import { backUp, restore } from '../../../src/library/backup.ts';
import { CommandError } from './shell.ts';

/** Of a library in a folder; `program` is the version that makes the copy. */
export function backupCommands(
  { LIBRARY_PATH: folder, LIBRARY_URL: url }: Pick<Config, 'LIBRARY_PATH' | 'LIBRARY_URL'>,
  program: string,
  output: Writable,
): Command[] {
  const print = (text: string) => void output.write(`${text}\n`);
  function refuseOnServer(command: Command): void {
    if (url === undefined) return;
    throw new CommandError(
      `${command.name()}: the library and its chats are on a server (LIBRARY_URL), whose own tools copy them whole: pg_dump and ` +
        'pg_restore. "library move --to FOLDER" makes a folder of them; docs/postgresql.md says more.',
    );
  }
  const backing = new Command('backup')
    .description('copy the library to a new folder, also while it is in use')
    .argument('<folder>')
    .option('--json', 'print as JSON')
    .action(async (to: string, { json }: { json?: boolean }) => {
      const made = await backUp(folder, to, { program, now: new Date() });
      const megabytes = made.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024 ** 2;
      const names = made.files.map(({ name }) => name).join(', ');
      print(
        json
          ? JSON.stringify({ folder: to, ...made })
          : `Copied to ${to}: ${names}, ${megabytes.toFixed(1)} MB. Settings (.env) are not in it.`,
      );
    });
  const restoring = new Command('restore')
    .description('put a copy in the place of the library; stop what runs on it first')
    .argument('<folder>', 'as "backup" made it')
    .option('--replace', 'move aside the library that is there')
    .option('--json', 'print as JSON')
    .action(async (from: string, { replace = false, json }: { replace?: boolean; json?: boolean }) => {
      const { aside } = await restore(from, folder, { replace, now: new Date() });
      const moved = aside === null ? '' : ` What was there is in ${aside}.`;
      print(json ? JSON.stringify({ folder, aside }) : `${folder} is what ${from} has.${moved}`);
    });
  for (const command of [backing, restoring]) command.hook('preAction', refuseOnServer);
  return [backing, restoring];
}
