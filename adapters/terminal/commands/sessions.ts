/** What the library holds: listed, shown, removed. */
import type { Command } from 'commander';
import { sessionsCalled } from '../../../src/asking/sessions-called.ts';
import { beside } from '../../../src/library/beside.ts';
import { renderBeside } from '../render-beside.ts';
import { perPage, renderSession, renderSessions } from '../render.ts';
import { heldSession, sessionNamed, turnNumber, versionNamed, wholeNumber } from './arguments.ts';
import { policyCommand } from './policy.ts';
import { CommandError, type Shell } from './shell.ts';

export function sessionsCommand(program: Command, shell: Shell): void {
  const { using, print, printJson, look } = shell;
  const sessionsOf = program
    .command('sessions')
    .description('list what the library holds, newest first')
    .argument('[words...]', 'only those with these words in their title or event')
    .option('--page <number>', `which ${perPage} of them, from 1`, wholeNumber, 1)
    .option('--all', 'all of them on one page')
    .option('--origin <origin>', 'what a workspace or server added: slack:T0123, discord:987654')
    .option('--json', 'print all as JSON')
    .action((words: string[], { page, all, json, origin }: Listing) =>
      using(async (rapporteur) => {
        const known = await rapporteur.sessions(origin === undefined ? undefined : { origins: [origin] });
        const sessions = words.length > 0 ? sessionsCalled(words.join(' '), known) : known;
        if (known.length > 0 && sessions.length === 0)
          throw new CommandError(`There is no session called “${words.join(' ')}”; "sessions" lists all.`);
        if (json) printJson(sessions);
        else if (known.length === 0 && origin !== undefined) print(`Nothing of ${origin} is in the library.`);
        else print(renderSessions(sessions, look, all ? null : page));
      }),
    );
  policyCommand(sessionsOf.enablePositionalOptions(), shell);
}

interface Listing {
  page: number;
  all?: boolean;
  json?: boolean;
  origin?: string;
}

export function showCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('show')
    .description('print a session, or one of its turns')
    .argument('<session>', 'its id, or words of its title')
    .option('--turn <number>', 'only this turn, by its number in answers, from 1 (JSON counts from 0)', turnNumber)
    .option(
      '--version <number>',
      'a former version of its record, by its number or the hash that a quote has; "versions" lists them',
    )
    .option('--beside <session>', 'side by side with another record of the session')
    .option('--overrule <reason>', 'show it as it is, whatever its policy; written to the audit log')
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
          if (overrule !== undefined) return rapporteur.overrule(await heldSession(rapporteur, words), overrule);
          const named = await sessionNamed(rapporteur, words);
          return version === undefined
            ? rapporteur.show(named)
            : (await versionNamed(rapporteur, named, version)).session;
        };
        const session = await shown();
        if (!session) throw new CommandError(`show: the session “${words}” is gone.`);
        const { id } = session;
        if (turn !== undefined && !session.turns[turn]) {
          throw new CommandError(`show ${id}: there is no turn ${turn + 1}; the last is ${session.turns.length}.`);
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
    .argument('<session>', 'its id, or words of its title')
    .option('--json', 'print as JSON')
    .action((words: string, { json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const id = await sessionNamed(rapporteur, words);
        const removed = await rapporteur.remove(id);
        if (!removed) fail();
        if (json) printJson({ session: id, removed });
        else print(removed ? `Removed ${id}.` : `${id} is gone already.`);
      }),
    );
}
