/** Who undertook what, by when. */
import type { Command } from 'commander';
import { paperOf } from '../../../src/research/asked.ts';
import { allCommitments } from '../../../src/research/commitment-list.ts';
import { mustLeaveSessions } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import type { Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  speaker?: string;
  about?: string;
  open?: boolean;
  json?: boolean;
}

export function commitmentsCommand(program: Command, shell: Shell): void {
  const { using, printJson } = shell;
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
      if (json) {
        printJson(await allCommitments(query, rapporteur));
        return;
      }
      const paper = await paperOf({ of: 'commitments', ...query }, rapporteur, new Date());
      await givePaper(paper, { to: file, form }, shell);
    });
  });
}
