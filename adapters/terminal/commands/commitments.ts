/** Who undertook what, by when. */
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  allCommitments,
  commitmentPaper,
  commitmentsCalendar,
  commitmentsCsv,
} from '../../../src/research/commitment-list.ts';
import { mustLeaveSessions } from './arguments.ts';
import { noteForm, paperText, writePaper } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import type { Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  speaker?: string;
  about?: string;
  open?: boolean;
  json?: boolean;
}

export function commitmentsCommand(program: Command, { using, print, printJson }: Shell): void {
  const command = program
    .command('commitments')
    .description('list who undertook what, by when and towards whom, in their own words')
    .option('--speaker <name>', 'only of this person, organisation or country')
    .option('--about <words>', 'only on this matter')
    .option('--open', 'only those without a day, or whose day is not over')
    .option('--json', 'print as JSON');
  asPaper(
    ofSessions(command),
    'where to: .ics, .csv, .docx, .pdf, .html, .md, or references as .bib, .ris, .json',
  ).action(async ({ to: file, until, notes, json, ...given }: Given) => {
    const form = noteForm(notes);
    const query = { ...given, to: until };
    await using(async (rapporteur) => {
      await mustLeaveSessions(rapporteur, query);
      const now = new Date();
      const table = file === undefined ? null : (tables[/\.[a-z]+$/iu.exec(file)?.[0].toLowerCase() ?? ''] ?? null);
      if (file !== undefined && table !== null) {
        const found = await allCommitments(query, rapporteur);
        await writeFile(file, table(found, now));
        print(`${file}: ${found.commitments.length} commitments.`);
        return;
      }
      if (json) {
        printJson(await allCommitments(query, rapporteur));
        return;
      }
      const paper = await commitmentPaper(query, rapporteur, now);
      print(file === undefined ? paperText(paper, form) : await writePaper(paper, file, form));
    });
  });
}

const tables: { [ending: string]: (...given: Parameters<typeof commitmentsCalendar>) => string } = {
  '.ics': commitmentsCalendar,
  '.csv': commitmentsCsv,
};
