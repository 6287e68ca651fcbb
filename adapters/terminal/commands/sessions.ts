/** What the library holds: listed, shown, removed. */
import type { Command } from 'commander';
import { beside } from '../../../src/library/beside.ts';
import { renderBeside } from '../render-beside.ts';
import { renderSession, renderSessions } from '../render.ts';
import { sessionNamed, turnNumber, versionNamed } from './arguments.ts';
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
    .option(
      '--version <number>',
      'a former version of its record, by its number or the hash that a quote has; "versions" lists them',
    )
    .option('--beside <session>', 'side by side with another record of the session')
    .option('--overrule <reason>', 'show it as it is, whatever its policy, by its id; written to the audit log')
    .option('--json', 'print as JSON')
    .action((words: string, { turn, version, beside: other, overrule, json }: Shown) =>
      using(async (rapporteur) => {
        if (other !== undefined) {
          if (turn !== undefined || version !== undefined || overrule !== undefined)
            throw new CommandError('show: --beside shows two records whole, without --turn, --version or --overrule.');
          const [left, right] = [
            (await rapporteur.show(await sessionNamed(rapporteur, words)))!,
            (await rapporteur.show(await sessionNamed(rapporteur, other)))!,
          ];
          const pairs = beside(left, right);
          if (json) printJson({ left, right, ...pairs });
          else print(renderBeside(left, right, pairs, look));
          return;
        }
        if (version !== undefined && overrule !== undefined)
          throw new CommandError('show: --overrule shows the newest version, without --version.');
        const shown = async () => {
          if (overrule !== undefined) return rapporteur.overrule(words, overrule);
          const named = await sessionNamed(rapporteur, words);
          return version === undefined
            ? rapporteur.show(named)
            : (await versionNamed(rapporteur, named, version)).session;
        };
        const session = await shown();
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

interface Shown {
  turn?: number;
  version?: string;
  beside?: string;
  overrule?: string;
  json?: boolean;
}

export function removeCommand(program: Command, { using, print, printJson, fail }: Shell): void {
  program
    .command('remove')
    .description('remove a session from the library, with all its versions; its file stays')
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
