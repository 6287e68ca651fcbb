/** Who shares which point of an event, who is against it, who says nothing on it. */
import type { Command } from 'commander';
import { paperOf } from '../../../src/research/asked.ts';
import { mustLeaveSessions, wholeNumber } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import type { Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  about?: string[];
  points: number;
  json?: boolean;
}

export function agreementsCommand(program: Command, shell: Shell): void {
  const { using, printJson } = shell;
  const command = program
    .command('agreements')
    .description('map who shares which point of an event, who is against it and who is silent, with their words')
    .option('--about <points...>', 'the points, each in a few words; those that several speak of without it')
    .option('--points <number>', 'how many points are found', wholeNumber, 12)
    .option('--json', 'print as JSON');
  asPaper(
    ofSessions(command),
    'where to: .docx, .pdf, .html, .md, the picture alone as .svg, or the quotations as .csv, …',
  ).action(async ({ to: file, until, notes, json, ...given }: Given) => {
    const form = noteForm(notes);
    const query = { ...given, to: until };
    await using(async (rapporteur) => {
      await mustLeaveSessions(rapporteur, query);
      if (json) {
        printJson(await rapporteur.agreements(query));
        return;
      }
      const paper = await paperOf({ of: 'agreements', ...query }, rapporteur, new Date());
      await givePaper(paper, { to: file, form }, shell);
    });
  });
}
