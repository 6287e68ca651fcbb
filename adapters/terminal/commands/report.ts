/** A report of a session from its transcript alone. */
import type { Command } from 'commander';
import { reportPaper } from '../../../src/research/report-paper.ts';
import { sessionNamed } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import type { Shell } from './shell.ts';

interface Given {
  to?: string;
  notes: string;
  json?: boolean;
}

export function reportCommand(program: Command, shell: Shell): void {
  const { using, printJson } = shell;
  program
    .command('report')
    .description('make a report of a session from its transcript: speakers, points, arguments, actions, open questions')
    .argument('<session>', 'its id, or words of its title')
    .option('--to <file>', 'where to: .docx, .pdf, .html, .md, or its quotations as .csv, .bib, .ris, .json')
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un')
    .option('--json', 'print as JSON')
    .action(async (words: string, { to: file, notes, json }: Given) => {
      const form = noteForm(notes);
      await using(async (rapporteur) => {
        const id = await sessionNamed(rapporteur, words);
        if (json) {
          printJson(await rapporteur.report(id));
          return;
        }
        const paper = (await reportPaper(id, rapporteur, new Date()))!;
        await givePaper(paper, { to: file, form }, shell);
      });
    });
}
