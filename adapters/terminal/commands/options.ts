/** Options that several commands have. */
import type { Command } from 'commander';

/** Which sessions a command is kept to; `until` is what a query calls `to`. */
export interface WhichSessions {
  session?: string;
  event?: string;
  from?: string;
  until?: string;
}

export function ofSessions(command: Command): Command {
  return command
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--event <words>', 'only sessions of this event')
    .option('--from <day>', 'from this day on: 2025-07-11, 2025-07 or 2025')
    .option('--until <day>', 'up to this day');
}

/** Where a paper is written, and how its notes are. */
export interface AsPaper {
  to?: string;
  notes: string;
}

/** `where` says which names of files there are. */
export function asPaper(command: Command, where: string): Command {
  return command
    .option('--to <file>', where)
    .option('--notes <form>', 'how a note is written: un, chicago, oscola', 'un');
}
