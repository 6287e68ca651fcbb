/** What several sides said on a matter, beside each other. */
import type { Command } from 'commander';
import { paperOf } from '../../../src/research/asked.ts';
import { mustLeaveSessions } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import { CommandError, type Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  about: string;
}

export function compareCommand(program: Command, shell: Shell): void {
  const { using } = shell;
  const command = program
    .command('compare')
    .description('put beside each other what several people, organisations or countries said on a matter')
    .argument('<sides...>', 'two or more, each as one would name it: "China Mobile" UNCTAD')
    .requiredOption('--about <words>', 'the matter, in a few words');
  asPaper(
    ofSessions(command),
    'where to: .docx, .pdf, .html, .md, or the quotations alone as .csv, .bib, .ris, .json; printed without it',
  ).action(async (sides: string[], { to: file, until, notes, ...query }: Given) => {
    if (sides.length < 2)
      throw new CommandError('Name two sides or more; one whose name has blanks stands in quotation marks.');
    const form = noteForm(notes);
    await using(async (rapporteur) => {
      await mustLeaveSessions(rapporteur, { ...query, to: until });
      const paper = await paperOf({ of: 'comparison', ...query, sides, to: until }, rapporteur, new Date());
      await givePaper(paper, { to: file, form }, shell);
    });
  });
}
