/** What has changed since a paper was made. */
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { DocumentError } from '../../../src/records/documents/zip.ts';
import { imprintIn, type Imprint } from '../../../src/research/imprint.ts';
import { changesSince, sinceInLines } from '../../../src/research/since.ts';
import { CommandError, type Shell } from './shell.ts';

export function checkCommand(program: Command, { using, print, printJson, fail }: Shell): void {
  program
    .command('check')
    .description('tell what has changed in the records since a paper was made')
    .argument('<paper>', 'a file that "brief", "compare" or "quotes" wrote: .docx, .html or .md')
    .option('--json', 'print as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const imprint = await imprintOfFile(file);
      await using(async (rapporteur) => {
        const since = await changesSince(imprint, rapporteur);
        if (json) printJson(since);
        else print(`${file}: ${sinceInLines(since).join('\n\n')}`);
        // For pipelines, as `verify` does.
        if (since.changes.length > 0) fail();
      });
    });
}

async function imprintOfFile(file: string): Promise<Imprint> {
  try {
    const imprint = imprintIn(await readFile(file));
    if (imprint !== null) return imprint;
  } catch (error) {
    if (error instanceof DocumentError) throw new CommandError(`${file}: ${error.message}.`, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error;
    throw new CommandError(`${file}: cannot be read (${code}).`, { cause: error });
  }
  throw new CommandError(
    `${file}: keeps nothing of its quotations. A paper of this program does (.docx, .html, .md) if it was made since ` +
      'November 2026 and is still of that form; "verify" checks the quotations of any text.',
  );
}
