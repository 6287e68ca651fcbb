/** A paper on a matter, with footnoted quotations. */
import type { Command } from 'commander';
import { briefOn } from '../../../src/research/brief.ts';
import { asMarkdown } from '../../../src/research/writers/markdown.ts';
import { mustLeaveSessions, wholeNumber } from './arguments.ts';
import { noteForm, writePaper } from './paper-file.ts';
import type { Shell } from './shell.ts';

interface Given {
  about: string;
  for?: string;
  points: number;
  speaker?: string;
  session?: string;
  event?: string;
  from?: string;
  until?: string;
  to?: string;
  notes: string;
}

export function briefCommand(program: Command, { using, print }: Shell): void {
  program
    .command('brief')
    .description('write a paper on a matter, with footnoted quotations')
    .requiredOption('--about <words>', 'the matter, in a few words')
    .option('--for <whom>', 'who reads it, as in "my minister"')
    .option('--points <number>', 'how many points at a glance', wholeNumber, 3)
    .option('--speaker <name>', 'only what this person, organisation or country said')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--until <day>', 'up to this day')
    .option(
      '--to <file>',
      'where to: brief.docx, .pdf, .html, .md, or its quotations alone as .csv, .bib, .ris, .json; printed without it',
    )
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un')
    .action(async ({ to: file, until, notes, ...query }: Given) => {
      const form = noteForm(notes);
      await using(async (rapporteur) => {
        await mustLeaveSessions(rapporteur, { ...query, to: until });
        const paper = await briefOn({ ...query, to: until }, rapporteur, new Date());
        print(file === undefined ? asMarkdown(paper, form).trimEnd() : await writePaper(paper, file, form));
      });
    });
}
