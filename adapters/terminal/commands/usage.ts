/** What was spent on the servers of models, and what may be. */
import type { Command } from 'commander';
import { isUsedUp, usedInWords } from '../../../src/chat/spent-in-words.ts';
import type { Limit, Used } from '../../../src/chat/token-ledger.ts';
import { wrap } from '../columns.ts';
import type { Shell } from './shell.ts';

export function usageCommand(program: Command, { chats, print, printJson, look }: Shell): void {
  program
    .command('usage')
    .description('show how many tokens models used, by place, and the budget')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const usage = await chats(async ({ ledger }) => {
        const nowMs = Date.now();
        return { all: await ledger.used(null, nowMs), places: await ledger.places(nowMs), limits: ledger.limits };
      });
      if (json) printJson(usage);
      else
        print(
          renderUsage(usage)
            .map((line) => wrap(line, look))
            .join('\n'),
        );
    });
}

interface Usage {
  all: Used;
  places: ({ place: string } & Used)[];
  limits: Limit[];
}

/** `All places: 1,200 of 50,000 tokens of models today, 9,300 this month.` */
function renderUsage({ all, places, limits }: Usage): string[] {
  const line = (name: string, of: Limit['of'], used: Used) => {
    const isOver = isUsedUp(used, limits, of) ? ' It is used up: answers are made without a model.' : '';
    return `${name}: ${usedInWords(used, limits, of)}.${isOver}`;
  };
  return [
    line('All places', 'all', all),
    ...places.map(({ place, ...used }) => line(`- ${place}`, 'place', used)),
    limits.length === 0
      ? 'No budget is set: TOKENS_A_DAY, TOKENS_A_MONTH, PLACE_TOKENS_A_DAY, PLACE_TOKENS_A_MONTH.'
      : 'Days and months are those of UTC.',
  ];
}
