/** Who may see sessions: a rule for one, for an event or for a folder. */
import path from 'node:path';
import type { Command } from 'commander';
import { confidentialityInWords, isConfidentiality, readConfidentiality } from '../../../src/access/confidentiality.ts';
import type { RuleTarget } from '../../../src/rapporteur.ts';
import { wrap } from '../columns.ts';
import { heldSession } from './arguments.ts';
import { CommandError, type Shell } from './shell.ts';

const known =
  '"open", "chatham-house", "restricted slack:T0123, discord:1/2", "embargo until 2026-12-01", "off the record", or several parted by ";"';

export function policyCommand(sessions: Command, { using, print, printJson, look, onProgress }: Shell): void {
  sessions
    .command('policy')
    .description('set or list who may see sessions')
    .argument('[session-or-rule]', 'a session, by its id or words of its title, or with --event or --folder the rule')
    .argument('[rule]', known)
    .option('--event <name>', 'for all sessions of an event')
    .option('--folder <folder>', 'for all sessions read from a folder')
    .option('--remove', 'take the rule away')
    .option('--json', 'print as JSON')
    .action((first: string | undefined, second: string | undefined, given: Given) =>
      using(async (rapporteur) => {
        const of = targetOf(first, given);
        if (of !== null) {
          const rule = given.remove ? null : ruleOf('session' in of ? second : first);
          const target = 'session' in of ? { session: await heldSession(rapporteur, of.session) } : of;
          await rapporteur.setRule(target, rule, onProgress);
          onProgress(null);
        }
        const { sessions: held, rules } = await rapporteur.holdings();
        const closed = held.flatMap(({ id, confidentiality, origin }) =>
          confidentiality === undefined ? [] : [{ id, origin, rule: confidentialityInWords(confidentiality) }],
        );
        if (given.json) printJson({ rules: rules.map(([target, rule]) => ({ target, rule })), sessions: closed });
        else
          print(
            [
              ...rules.map(([target, rule]) => `rule for ${target}: ${rule}`),
              ...closed.map(({ id, rule }) => `session ${id}: ${rule}`),
              ...(rules.length + closed.length === 0 ? ['Every session is open.'] : []),
            ]
              .map((line) => wrap(line, look))
              .join('\n'),
          );
      }),
    );
}

interface Given {
  event?: string;
  folder?: string;
  remove?: boolean;
  json?: boolean;
}

function targetOf(first: string | undefined, { event, folder }: Given): RuleTarget | null {
  if (event !== undefined) return { event };
  if (folder !== undefined) return { folder: path.resolve(folder) };
  return first === undefined ? null : { session: first };
}

/** A rule as it will be kept. Throws for one that is not known, which would close what it is for. */
export function ruleOf(text: string | undefined): string {
  if (text === undefined) throw new CommandError(`sessions policy: give a rule: ${known}.`);
  if (!isConfidentiality(text)) throw new CommandError(`sessions policy: “${text}” is no rule; write ${known}.`);
  return confidentialityInWords(readConfidentiality(text));
}
