/** `versions`: what a session's record was before, and what changed since. */
import type { Command } from 'commander';
import { changesBetween } from '../../../src/library/changes.ts';
import { renderChanges, renderVersions } from '../render-versions.ts';
import { sessionNamed, versionNamed } from './arguments.ts';
import { CommandError, type Shell } from './shell.ts';

export function versionsCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('versions')
    .description('list the versions of a session that are kept, or say what changed between two')
    .argument('<session>', 'its id, or words of its title')
    .option('--compare <numbers...>', 'two versions, by number: what changed from the first to the second')
    .option('--json', 'print as JSON')
    .action((words: string, { compare, json }: { compare?: string[]; json?: boolean }) =>
      using(async (rapporteur) => {
        const id = await sessionNamed(rapporteur, words);
        if (compare === undefined) {
          const versions = await rapporteur.versions(id);
          if (json) printJson(versions);
          else print(renderVersions(versions, look));
          return;
        }
        if (compare.length !== 2) throw new CommandError('versions: give two numbers, such as --compare 1 2.');
        const [before, after] = [
          await versionNamed(rapporteur, id, compare[0]!),
          await versionNamed(rapporteur, id, compare[1]!),
        ];
        const [from, to] = [before.number, after.number];
        const changes = changesBetween(before.session, after.session);
        if (json) printJson({ session: id, from, to, ...changes });
        else print(renderChanges(changes, { from, to }, look));
      }),
    );
}
