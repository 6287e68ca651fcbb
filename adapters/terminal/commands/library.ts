/** Care for the library. */
import type { Command } from 'commander';
import { renderCheck, renderMove } from '../render.ts';
import type { Shell } from './shell.ts';

export function libraryCommand(program: Command, shell: Shell): void {
  const { using, moveRest, print, printJson, fail, look, onProgress } = shell;
  const library = program.command('library').description('care for the library');
  library
    .command('rebuild')
    .description('make everything derived from the sessions anew, for instance with another embedding model')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(
        async (rapporteur) => {
          const lost = await rapporteur.rebuild(onProgress);
          onProgress(null);
          if (lost.length > 0) fail();
          const sessions = (await rapporteur.sessions()).length;
          if (json) printJson({ rebuilt: sessions, lost });
          else {
            print(`Rebuilt what is derived from ${sessions} session${sessions === 1 ? '' : 's'}.`);
            if (lost.length > 0)
              print(
                `What could not be read, kept aside as library.db.damaged, on a server in the table damaged:\n${lost.map((what) => `- ${what}`).join('\n')}`,
              );
          }
        },
        { anyEmbedder: true, broughtOver: 'work' },
      ),
    );

  library
    .command('move')
    .description(
      'put the library and what chats keep into another place, leaving them here; goes on where it was broken off',
    )
    .requiredOption('--to <place>', 'a folder, or postgres://user:password@host:5432/database?library=name')
    .option('--json', 'print as JSON')
    .action(({ to, json }: { to: string; json?: boolean }) =>
      using(
        async (rapporteur) => {
          const report = await rapporteur.moveTo(to, onProgress);
          const rest = await moveRest(to, onProgress);
          onProgress(null);
          if (report.problems.length > 0) fail();
          if (json) printJson({ ...report, ...rest });
          else print(renderMove(report, rest));
        },
        { broughtOver: 'work' },
      ),
    );

  library
    .command('check')
    .description('look through the whole library for damage')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(
        async (rapporteur) => {
          const report = await rapporteur.check(onProgress);
          onProgress(null);
          if (report.faults.length > 0) fail();
          if (json) printJson(report);
          else print(renderCheck(report, look));
        },
        { anyEmbedder: true, broughtOver: 'work' },
      ),
    );
}
