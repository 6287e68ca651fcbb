/** What the library holds: listed, shown, removed. */
import type { Command } from 'commander';
import { renderSession, renderSessions } from '../render.ts';
import { sessionNamed, turnNumber } from './arguments.ts';
import { policyCommand } from './policy.ts';
import { CommandError, type Shell } from './shell.ts';

export function sessionsCommand(program: Command, shell: Shell): void {
  const { using, print, printJson, look } = shell;
  const sessionsOf = program
    .command('sessions')
    .description('list what the library holds')
    .option('--origin <origin>', 'what a workspace or server added: slack:T0123, discord:987654')
    .option('--json', 'print as JSON')
    .action(({ json, origin }: { json?: boolean; origin?: string }) =>
      using(async (rapporteur) => {
        const sessions = await rapporteur.sessions(origin === undefined ? undefined : { origins: [origin] });
        if (json) printJson(sessions);
        else print(renderSessions(sessions, look));
      }),
    );
  policyCommand(sessionsOf.enablePositionalOptions(), shell);
}

export function showCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('show')
    .description('print a session, or one of its turns')
    .argument('<session>', 'its id, or words of its title')
    .option('--turn <number>', 'only this turn, counted from 0 as in the JSON', turnNumber)
    .option('--overrule <reason>', 'show it as it is, whatever its policy, by its id; written to the audit log')
    .option('--json', 'print as JSON')
    .action((words: string, { turn, json, overrule }: { turn?: number; json?: boolean; overrule?: string }) =>
      using(async (rapporteur) => {
        const session =
          overrule === undefined
            ? (await rapporteur.show(await sessionNamed(rapporteur, words)))!
            : await rapporteur.overrule(words, overrule);
        if (!session) throw new CommandError(`show: there is no session ${words}; "sessions policy" lists the ids.`);
        const { id } = session;
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
}

export function removeCommand(program: Command, { using, print, printJson, fail }: Shell): void {
  program
    .command('remove')
    .description('remove a session from the library; its file stays')
    .argument('<session>', 'its id')
    .option('--json', 'print as JSON')
    .action((id: string, { json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const removed = await rapporteur.remove(id);
        if (!removed) fail();
        if (json) printJson({ session: id, removed });
        else print(removed ? `Removed ${id}.` : `There is no session ${id}; "sessions" lists the ids.`);
      }),
    );
}
