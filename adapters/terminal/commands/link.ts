/** `link`: that two records are of one session, which whoever runs the library says and nobody else. */
import { Option, type Command } from 'commander';
import type { RecordRole } from '../../../src/session.ts';
import { wrap } from '../columns.ts';
import { sessionNamed } from './arguments.ts';
import type { Shell } from './shell.ts';

export function linkCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('link')
    .description('say that two records are of one session, so that quotes name the record they are from')
    .argument('<session>', 'its id, or words of its title')
    .argument('<other>', 'the other record')
    .addOption(new Option('--as <what>', 'what the other is to the first').choices(Object.keys(roles)))
    .option('--remove', 'take the link away again')
    .option('--json', 'print as JSON')
    .action(
      (words: string, otherWords: string, { as, remove, json }: { as?: string; remove?: boolean; json?: boolean }) =>
        using(async (rapporteur) => {
          const [session, other] = [await sessionNamed(rapporteur, words), await sessionNamed(rapporteur, otherWords)];
          const role = remove ? null : as === undefined ? 'record' : roles[as]!;
          await rapporteur.link(session, other, role);
          if (json) printJson({ session, other, as: role });
          else print(wrap(inWords(session, other, role), look));
        }),
    );
}

const roles: { [written: string]: RecordRole } = {
  original: 'original',
  interpretation: 'interpretation',
  official: 'official record',
};

function inWords(session: string, other: string, role: RecordRole | null): string {
  if (role === null) return `${other} and ${session} are not linked any more.`;
  const what = {
    original: 'the original',
    interpretation: 'an interpretation',
    'official record': 'the official record',
  };
  const told =
    role === 'record'
      ? `${other} and ${session} are records of one session.`
      : `${other} is ${what[role]} of ${session}.`;
  return `${told} Side by side: npm start -- show ${session} --beside ${other}`;
}
