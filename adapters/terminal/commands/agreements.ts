/** Who shares which point of an event, who is against it, who says nothing on it. */
import type { Command } from 'commander';
import { agreementPaper } from '../../../src/research/agreement-paper.ts';
import { asMarkdown } from '../../../src/research/writers/markdown.ts';
import { mustLeaveSessions, wholeNumber } from './arguments.ts';
import { noteForm, writePaper } from './paper-file.ts';
import type { Shell } from './shell.ts';

interface Given {
  about?: string[];
  points: number;
  session?: string;
  event?: string;
  from?: string;
  until?: string;
  to?: string;
  notes: string;
  json?: boolean;
}

export function agreementsCommand(program: Command, { using, print, printJson }: Shell): void {
  program
    .command('agreements')
    .description('map who shares which point of an event, who is against it and who is silent, with their words')
    .option('--about <points...>', 'the points, each in a few words; those that several speak of without it')
    .option('--points <number>', 'how many points are found', wholeNumber, 12)
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--until <day>', 'up to this day')
    .option('--to <file>', 'where to: .docx, .pdf, .html, .md, the picture alone as .svg, or the quotations as .csv, …')
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un')
    .option('--json', 'print as JSON')
    .action(async ({ to: file, until, notes, json, ...given }: Given) => {
      const form = noteForm(notes);
      const query = { ...given, to: until };
      await using(async (rapporteur) => {
        await mustLeaveSessions(rapporteur, query);
        if (json) {
          printJson(await rapporteur.agreements(query));
          return;
        }
        const paper = await agreementPaper(query, rapporteur, new Date());
        print(file === undefined ? asMarkdown(paper, form).trimEnd() : await writePaper(paper, file, form));
      });
    });
}
