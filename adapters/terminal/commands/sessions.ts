/** What the library holds: listed, shown, removed. */
import type { Command } from 'commander';
import { sessionsCalled } from '../../../src/asking/sessions-called.ts';
import { beside } from '../../../src/library/beside.ts';
import { renderBeside } from '../render-beside.ts';
import { perPage, renderSession, renderSessions } from '../render.ts';
import { sessionNamed, turnNumber, versionNamed, wholeNumber } from './arguments.ts';
import { CommandError, type Shell } from './shell.ts';

export function sessionsCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('sessions')
    .description('list what the library holds, newest first')
    .argument('[words...]', 'only those with these words in their title or event')
    .option('--page <number>', `which ${perPage} of them, from 1`, wholeNumber, 1)
    .option('--all', 'all of them on one page')
    .option('--json', 'print all as JSON')
    .action((words: string[], { page, all, json }: { page: number; all?: boolean; json?: boolean }) =>
      using(async (rapporteur) => {
        const known = await rapporteur.sessions();
        const sessions = words.length > 0 ? sessionsCalled(words.join(' '), known) : known;
        if (known.length > 0 && sessions.length === 0)
          throw new CommandError(`There is no session called “${words.join(' ')}”; "sessions" lists all.`);
        if (json) printJson(sessions);
        else print(renderSessions(sessions, look, all ? null : page));
      }),
    );
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
    .option('--json', 'print as JSON')
    .action((words: string, { turn, version, beside: other, json }: Shown) =>
      using(async (rapporteur) => {
        const id = await sessionNamed(rapporteur, words);
        if (other !== undefined) {
          if (turn !== undefined || version !== undefined)
            throw new CommandError('show: --beside shows two records whole, without --turn or --version.');
          const [left, right] = [
            (await rapporteur.show(id))!,
            (await rapporteur.show(await sessionNamed(rapporteur, other)))!,
          ];
          const pairs = beside(left, right);
          if (json) printJson({ left, right, ...pairs });
          else print(renderBeside(left, right, pairs, look));
          return;
        }
        const session =
          version === undefined ? (await rapporteur.show(id))! : (await versionNamed(rapporteur, id, version)).session;
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
