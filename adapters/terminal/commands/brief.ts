/** A paper on a matter, with footnoted quotations. */
import type { Command } from 'commander';
import { paperOf } from '../../../src/research/asked.ts';
import { mustLeaveSessions, wholeNumber } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import type { Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  about: string;
  for?: string;
  points: number;
  speaker?: string;
}

export function briefCommand(program: Command, shell: Shell): void {
  const { using } = shell;
  const command = program
    .command('brief')
    .description('write a paper on a matter, with footnoted quotations')
    .requiredOption('--about <words>', 'the matter, in a few words')
    .option('--for <whom>', 'who reads it, as in "my minister"')
    .option('--points <number>', 'how many points at a glance', wholeNumber, 3)
    .option('--speaker <name>', 'only what this person, organisation or country said');
  asPaper(
    ofSessions(command),
    'where to: brief.docx, .pdf, .html, .md, or its quotations alone as .csv, .bib, .ris, .json; printed without it',
  ).action(async ({ to: file, until, notes, ...query }: Given) => {
    const form = noteForm(notes);
    await using(async (rapporteur) => {
      await mustLeaveSessions(rapporteur, { ...query, to: until });
      const paper = await paperOf({ of: 'brief', ...query, to: until }, rapporteur, new Date());
      await givePaper(paper, { to: file, form }, shell);
    });
  });
}
