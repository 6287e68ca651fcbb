/** What several sides said on a matter, beside each other. */
import type { Command } from 'commander';
import { comparisonOf } from '../../../src/research/comparison.ts';
import { asMarkdown } from '../../../src/research/writers/markdown.ts';
import { mustLeaveSessions } from './arguments.ts';
import { noteForm, writePaper } from './paper-file.ts';
import { CommandError, type Shell } from './shell.ts';

interface Given {
  about: string;
  session?: string;
  event?: string;
  from?: string;
  until?: string;
  to?: string;
  notes: string;
}

export function compareCommand(program: Command, { using, print }: Shell): void {
  program
    .command('compare')
    .description('put beside each other what several people, organisations or countries said on a matter')
    .argument('<sides...>', 'two or more, each as one would name it: "China Mobile" UNCTAD')
    .requiredOption('--about <words>', 'the matter, in a few words')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--until <day>', 'up to this day')
    .option(
      '--to <file>',
      'where to: .docx, .pdf, .html, .md, or the quotations alone as .csv, .bib, .ris, .json; printed without it',
    )
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un')
    .action(async (sides: string[], { to: file, until, notes, ...query }: Given) => {
      if (sides.length < 2)
        throw new CommandError('Name two sides or more; one whose name has blanks stands in quotation marks.');
      const form = noteForm(notes);
      await using(async (rapporteur) => {
        await mustLeaveSessions(rapporteur, { ...query, to: until });
        const paper = await comparisonOf({ ...query, sides, to: until }, rapporteur, new Date());
        print(file === undefined ? asMarkdown(paper, form).trimEnd() : await writePaper(paper, file, form));
      });
    });
}
