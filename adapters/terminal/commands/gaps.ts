/** What went unanswered, for whoever looks after the records. */
import type { Command } from 'commander';
import { type GapGroup, grouped } from '../../../src/chat/gaps.ts';
import { wrap } from '../columns.ts';
import { CommandError, type Shell } from './shell.ts';

export function gapsCommand(program: Command, { chats, showsWords, print, printJson, look }: Shell): void {
  program
    .command('gaps')
    .description('list what chats asked without a certain answer, or voted down')
    .option('--limit <number>', 'most groups', '20')
    .option('--json', 'print as JSON')
    .action(async ({ limit, json }: { limit: string; json?: boolean }) => {
      const most = Number(limit);
      if (!Number.isInteger(most) || most < 1)
        throw new CommandError(`gaps: --limit ${limit} is no whole number from 1.`);
      const groups = grouped(await chats((store) => store.gaps()), { withWords: showsWords });
      if (json)
        printJson({ groups: groups.slice(0, most), more: Math.max(groups.length - most, 0), withWords: showsWords });
      else
        print(
          renderGaps(groups, most, showsWords)
            .map((line) => wrap(line, look, '  ', ''))
            .join('\n'),
        );
    });
}

function renderGaps(groups: GapGroup[], most: number, showsWords: boolean): string[] {
  if (groups.length === 0) return ['Nothing went unanswered in what is kept of chats.'];
  const others = groups.length - most;
  return [
    ...groups.slice(0, most).map((group) => {
      const days = group.firstDay === group.lastDay ? group.lastDay : `${group.firstDay} to ${group.lastDay}`;
      const why = Object.entries(group.why).map(([name, count]) => `${count} ${called[name as keyof GapGroup['why']]}`);
      const what = group.example === null ? group.origins.join(', ') : `“${group.example}”`;
      return `${group.count} × ${what} (${why.join(', ')}; ${days})`;
    }),
    ...(others > 0 ? [`… and ${others} more; --limit shows them.`] : []),
    ...(showsWords ? [] : ['Words are not shown: set GAPS_WITH_WORDS=true to group by what was asked for.']),
  ];
}

const called = { nearest: 'with something near', not_found: 'with nothing found', bad: 'voted down' };
