/** What whoever runs it should see to. */
import path from 'node:path';
import type { Command } from 'commander';
import { isConfidentiality } from '../../../src/access/confidentiality.ts';
import { inArchive } from '../../../src/session.ts';
import { renderDoctor, type Findings } from '../render-access.ts';
import type { Shell } from './shell.ts';

export function doctorCommand(program: Command, { using, chats, print, printJson, look }: Shell): void {
  program
    .command('doctor')
    .description('list what you should see to')
    .option('--json', 'print as JSON')
    .action(({ json }: { json?: boolean }) =>
      using(async (rapporteur) => {
        const { sessions, rules } = await rapporteur.holdings();
        const found: Findings = {
          addedBefore: sessions
            .filter(({ origin, source }) => origin === undefined && isUpload(source))
            .map(({ id, title, source }) => ({ id, title, source })),
          unknownRules: rules
            .filter(([, rule]) => !isConfidentiality(rule))
            .map(([target, rule]) => ({ target, rule })),
          left: chats((store) => store.leftBefore(Infinity)),
        };
        if (json) printJson(found);
        else print(renderDoctor(found, look));
      }),
    );
}

/** What a chat sent has a name and no place; the command line keeps paths and addresses. */
function isUpload(source: string): boolean {
  const [file] = source.split(inArchive);
  return !path.isAbsolute(file!) && !/^https?:/u.test(file!) && file !== 'standard input';
}
