/** What whoever runs it should see to. */
import path from 'node:path';
import type { Command } from 'commander';
import { isConfidentiality } from '../../../src/access/confidentiality.ts';
import { inArchive } from '../../../src/session.ts';
import { well, wrong } from '../../../src/operations/doctor.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import { renderChecks, renderDoctor, type Findings } from '../render-access.ts';
import type { Shell } from './shell.ts';

export function doctorCommand(program: Command, { using, chats, checks, fail, print, printJson, look }: Shell): void {
  program
    .command('doctor')
    .description('list what you should see to')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const looked = await checks();
      let found: Findings | null = null;
      try {
        await using(async (rapporteur) => {
          found = await findingsOf(rapporteur, chats);
        });
        looked.push(well('library', 'It can be read.'));
      } catch (error) {
        // What it says tells what to do.
        looked.push(wrong('library', (error as Error).message, 'npm start -- library check'));
      }
      const isWell = looked.every((check) => check.isWell);
      if (!isWell) fail();
      if (json) printJson({ checks: looked, ...(found as Findings | null) });
      else {
        print(renderChecks(looked, look));
        if (found) print(renderDoctor(found, look, isWell));
      }
    });
}

async function findingsOf(rapporteur: Rapporteur, chats: Shell['chats']): Promise<Findings> {
  const { sessions, rules } = await rapporteur.holdings();
  return {
    addedBefore: sessions
      .filter(({ origin, source }) => origin === undefined && isUpload(source))
      .map(({ id, title, source }) => ({ id, title, source })),
    unknownRules: rules.filter(([, rule]) => !isConfidentiality(rule)).map(([target, rule]) => ({ target, rule })),
    left: await chats((store) => store.leftBefore(Number.MAX_SAFE_INTEGER)),
  };
}

/** What a chat sent has a name and no place; the command line keeps paths and addresses. */
function isUpload(source: string): boolean {
  const [file] = source.split(inArchive);
  return !path.isAbsolute(file!) && !/^https?:/u.test(file!) && file !== 'standard input';
}
