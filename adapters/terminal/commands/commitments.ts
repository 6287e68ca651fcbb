/** Who undertook what, by when. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { asMarkdown } from '../../../src/research/writers/markdown.ts';
import {
  allCommitments,
  commitmentPaper,
  commitmentsCalendar,
  commitmentsCsv,
} from '../../../src/research/commitment-list.ts';
import { mustLeaveSessions } from './arguments.ts';
import { noteForm, writePaper } from './paper-file.ts';
import type { Shell } from './shell.ts';

interface Given {
  speaker?: string;
  about?: string;
  session?: string;
  event?: string;
  from?: string;
  until?: string;
  open?: boolean;
  to?: string;
  notes: string;
  json?: boolean;
}

export function commitmentsCommand(program: Command, { using, print, printJson }: Shell): void {
  program
    .command('commitments')
    .description('list who undertook what, by when and towards whom, in their own words')
    .option('--speaker <name>', 'only of this person, organisation or country')
    .option('--about <words>', 'only on this matter')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--until <day>', 'up to this day')
    .option('--open', 'only those without a day, or whose day is not over')
    .option('--to <file>', 'where to: .ics, .csv, .docx, .pdf, .html, .md, or references as .bib, .ris, .json')
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un')
    .option('--json', 'print as JSON')
    .action(async ({ to: file, until, notes, json, ...given }: Given) => {
      const form = noteForm(notes);
      const query = { ...given, to: until };
      await using(async (rapporteur) => {
        await mustLeaveSessions(rapporteur, query);
        const now = new Date();
        const table = file === undefined ? null : (tables[/\.[a-z]+$/iu.exec(file)?.[0].toLowerCase() ?? ''] ?? null);
        if (file !== undefined && table !== null) {
          const found = await allCommitments(query, rapporteur);
          await writeFile(file, table(found, now));
          const { length } = found.commitments;
          print(`${file}: ${length} commitment${length === 1 ? '' : 's'}.`);
          return;
        }
        if (json) {
          printJson(await allCommitments(query, rapporteur));
          return;
        }
        const paper = await commitmentPaper(query, rapporteur, now);
        print(file === undefined ? asMarkdown(paper, form).trimEnd() : await writePaper(paper, file, form));
      });
    });
}

const tables: { [ending: string]: (...given: Parameters<typeof commitmentsCalendar>) => string } = {
  '.ics': commitmentsCalendar,
  '.csv': commitmentsCsv,
};
