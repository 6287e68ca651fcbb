import type { Command } from 'commander';
import { z } from 'zod';
import { renderVerification } from '../render-answer.ts';
import { batchId, wanted } from './arguments.ts';
import type { Shell } from './shell.ts';

export function verifyCommand(program: Command, { using, batch, print, printJson, look }: Shell): void {
  program
    .command('verify')
    .description('check a quotation word by word')
    .argument('[quotation...]')
    .option('--batch <file>', 'quotations from a JSONL file: {id, quote}')
    .option('--json', 'print the verdict as JSON')
    .action(async (words: string[], given: { batch?: string; json?: boolean }) => {
      await using(async (rapporteur) => {
        if (given.batch !== undefined) {
          await batch(given.batch, verifyLine, async ({ id, quote }) => ({
            ...(id !== undefined && { id }),
            ...(await rapporteur.verify(quote)),
          }));
          return;
        }
        const verification = await rapporteur.verify(wanted(words, 'a quotation'));
        if (given.json) printJson(verification);
        else print(renderVerification(verification, look));
      });
    });
}

const verifyLine = z.object({ id: batchId, quote: z.string() });
