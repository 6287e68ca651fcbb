/** `versions`: what a session's record was before, and what changed since. */
import type { Command } from 'commander';
import { changesBetween } from '../../../src/library/changes.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import type { Session } from '../../../src/session.ts';
import { renderChanges, renderVersions } from '../render-versions.ts';
import { sessionNamed, versionNumber } from './arguments.ts';
import { CommandError, type Shell } from './shell.ts';

export function versionsCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('versions')
    .description('list the versions of a session that are kept, or say what changed between two')
    .argument('<session>', 'its id, or words of its title')
    .option('--compare <numbers...>', 'two versions: what changed from the first to the second')
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
        const [from, to] = compare.map(versionNumber) as [number, number];
        const [before, after] = [await versionNamed(rapporteur, id, from), await versionNamed(rapporteur, id, to)];
        const changes = changesBetween(before, after);
        if (json) printJson({ session: id, from, to, ...changes });
        else print(renderChanges(changes, { from, to }, look));
      }),
    );
}

/** Throws a `CommandError` that names the versions there are. */
export async function versionNamed(rapporteur: Rapporteur, id: string, version: number): Promise<Session> {
  const session = await rapporteur.show(id, undefined, version);
  if (session) return session;
  const numbers = (await rapporteur.versions(id)).map(({ number }) => number);
  throw new CommandError(
    `${id}: there is no version ${version}; there ${numbers.length === 1 ? 'is' : 'are'} ${numbers.join(', ')}.`,
  );
}
