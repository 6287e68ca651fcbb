/** What is kept of somebody who asked in a chat, shown and deleted. */
import type { Command } from 'commander';
import { CommandError, type Shell } from './shell.ts';

export function forgetCommand(program: Command, { chats, print, printJson }: Shell): void {
  program
    .command('forget')
    .description('delete what is kept of somebody who asked in a chat')
    .argument('<person>', 'slack:U0123, slack:T0123/U0123 or discord:987654')
    .option('--show', 'only say how much there is')
    .option('--json', 'print as JSON')
    .action(async (name: string, { show, json }: { show?: boolean; json?: boolean }) => {
      const [, platform, workspace, user] = /^([a-z]+):(?:([^\s/]+)\/)?([^\s/]+)$/u.exec(name) ?? [];
      if (platform === undefined || user === undefined)
        throw new CommandError(`forget: ${name} is nobody; write slack:U0123, slack:T0123/U0123 or discord:987654.`);
      const person = { platform, workspace: workspace ?? null, user };
      const kept = await chats((store) => (show ? store.keptOf(person) : store.forgetPerson(person)));
      if (json) printJson({ person: name, ...kept, forgotten: show !== true });
      else
        print(
          `${name}: ${kept.questions} ${kept.questions === 1 ? 'question' : 'questions'} and ` +
            `${kept.opinions} ${kept.opinions === 1 ? 'opinion' : 'opinions'} ${show ? 'are kept' : 'deleted'}.`,
        );
    });
}
