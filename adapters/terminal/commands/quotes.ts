/** Everything somebody said on a matter, over sessions. */
import type { Command } from 'commander';
import { renderQuotesFound } from '../render-answer.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError, type Shell } from './shell.ts';

interface Given {
  speaker?: string;
  about?: string;
  session?: string;
  event?: string;
  from?: string;
  to?: string;
  order: string;
  limit: number;
  page: number;
  json?: boolean;
}

export function quotesCommand(program: Command, { using, print, printJson, look }: Shell): void {
  program
    .command('quotes')
    .description('list everything somebody said on a matter, with how much there is')
    .option('--speaker <name>', 'who said it: a person, an organisation, a country')
    .option('--about <words>', 'the matter, in a few words')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--to <day>', 'up to this day')
    .option('--order <order>', '"time", as it was said, or "fit", what speaks most of it first', 'time')
    .option('--limit <number>', 'how many on a page', wholeNumber, 20)
    .option('--page <number>', 'which page', wholeNumber, 1)
    .option('--json', 'print as JSON')
    .action(async ({ order, page, json, ...query }: Given) => {
      if (query.speaker === undefined && query.about === undefined)
        throw new CommandError('Give --speaker, --about, or both: whose words, and on what.');
      if (order !== 'time' && order !== 'fit') throw new CommandError(`--order is "time" or "fit", not "${order}".`);
      await using(async (rapporteur) => {
        const asked = { ...query, order, offset: (page - 1) * query.limit } as const;
        const found = await rapporteur.quotes(asked);
        if (json) printJson(found);
        else print(renderQuotesFound(asked, found, page, look));
      });
    });
}
