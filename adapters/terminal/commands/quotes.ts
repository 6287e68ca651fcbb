/** Everything somebody said on a matter, over sessions. */
import type { Command } from 'commander';
import { paperOf } from '../../../src/research/asked.ts';
import { renderQuotesFound } from '../render-answer.ts';
import { mustLeaveSessions, wholeNumber } from './arguments.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { asPaper, ofSessions, type AsPaper, type WhichSessions } from './options.ts';
import { CommandError, type Shell } from './shell.ts';

interface Given extends WhichSessions, AsPaper {
  speaker?: string;
  about?: string;
  order: string;
  limit: number;
  page: number;
  json?: boolean;
}

export function quotesCommand(program: Command, shell: Shell): void {
  const { using, print, printJson, look } = shell;
  const command = program
    .command('quotes')
    .description('list everything somebody said on a matter, with how much there is')
    .option('--speaker <name>', 'who said it: a person, an organisation, a country')
    .option('--about <words>', 'the matter, in a few words')
    .option('--order <order>', '"time", as it was said, or "fit", what speaks most of it first', 'time')
    .option('--limit <number>', 'how many on a page', wholeNumber, 20)
    .option('--page <number>', 'which page', wholeNumber, 1)
    .option('--json', 'print as JSON');
  asPaper(
    ofSessions(command),
    'write all of them: quotes.csv, .bib, .ris, .json (CSL), .docx, .pdf, .html, .md',
  ).action(async ({ order, page, json, until, to: file, notes, ...given }: Given) => {
    if (given.speaker === undefined && given.about === undefined)
      throw new CommandError('Give --speaker, --about, or both: whose words, and on what.');
    if (order !== 'time' && order !== 'fit') throw new CommandError(`--order is "time" or "fit", not "${order}".`);
    const form = noteForm(notes);
    const query = { ...given, to: until, order, offset: (page - 1) * given.limit } as const;
    await using(async (rapporteur) => {
      await mustLeaveSessions(rapporteur, query);
      if (file !== undefined) {
        const paper = await paperOf({ of: 'quotes', ...query }, rapporteur, new Date());
        await givePaper(paper, { to: file, form }, shell);
        return;
      }
      const found = await rapporteur.quotes(query);
      if (json) printJson(found);
      else print(renderQuotesFound(query, found, page, look));
    });
  });
}
