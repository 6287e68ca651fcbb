import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { DocumentCheck } from '../../../src/rapporteur.ts';
import { renderVerification } from '../render-answer.ts';
import { renderDocumentCheck } from '../render-document-check.ts';
import { batchId, wanted } from './arguments.ts';
import { putInto } from './paper-file.ts';
import { CommandError, type Shell } from './shell.ts';

export function verifyCommand(program: Command, shell: Shell): void {
  const { using, batch, print, printJson, look } = shell;
  program
    .command('verify')
    .description('check a quotation word by word, or every quotation of a paper')
    .argument('[quotation...]')
    .option(
      '--file <paper>',
      'every quotation of a paper: .docx, .pdf, .md, .html, .txt; exit code 1 where one does not hold',
    )
    .option('--to <copy>', 'with --file: a copy of a .docx with what was found in its margin')
    .option('--batch <file>', 'quotations from a JSONL file: {id, quote}')
    .option('--json', 'print the verdict as JSON')
    .action(async (words: string[], given: Given) => {
      if (given.file !== undefined) return checkFile(given.file, given, shell);
      if (given.to !== undefined) throw new CommandError('--to writes a copy of the paper that --file names.');
      return using(async (rapporteur) => {
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

interface Given {
  file?: string;
  to?: string;
  batch?: string;
  json?: boolean;
}

async function checkFile(file: string, { to, json }: Given, { using, fail, print, printJson, look }: Shell) {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new CommandError(`${file}: there is no such file; check the path.`);
  if (to !== undefined && (path.resolve(to) === path.resolve(file) || !/\.docx$/iu.test(to)))
    throw new CommandError(`${to}: the copy with comments is a .docx of its own; give it another name.`);
  await using(async (rapporteur) => {
    const asked = { path: path.resolve(file), commented: to !== undefined };
    const { copy, ...check } = await rapporteur.checkDocument(asked);
    if (check.paragraphs === 0)
      throw new CommandError(`${file}: ${check.problems[0]?.message ?? 'It holds no words.'}`);
    if (to !== undefined && !copy)
      throw new CommandError(`${file}: only a Word document (.docx) gets a copy with comments; leave --to out.`);
    if (to !== undefined) await putInto(to, copy!);
    if (!holds(check)) fail();
    if (json) printJson({ ...check, name: file });
    else
      print(
        [
          renderDocumentCheck(check, look),
          ...(to === undefined ? [] : [`${to}: the paper with this in its margin.`]),
        ].join('\n\n'),
      );
  });
}

function holds({ summary: { ofAnother, altered, absent, untold, wrongFacts, unread } }: DocumentCheck): boolean {
  return ofAnother + altered + absent + untold + wrongFacts + unread === 0;
}

const verifyLine = z.object({ id: batchId, quote: z.string() });
