import type { Command } from 'commander';
import { z } from 'zod';
import { renderHits } from '../render-answer.ts';
import { cutNotice, longest, shortenedQuestion } from '../../../src/words/long-input.ts';
import { paragraphs } from '../columns.ts';
import { batchId, mustLeaveSessions, wanted, wholeNumber } from './arguments.ts';
import type { Shell } from './shell.ts';

export function searchCommand(program: Command, { using, batch, print, printJson, look }: Shell): void {
  program
    .command('search')
    .description('show the stretches of talk that fit the words best')
    .argument('[words...]')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--speaker <name>', 'only this speaker')
    .option('--limit <number>', 'how many to show', wholeNumber, 10)
    .option('--batch <file>', 'searches from a JSONL file: {id, query, session?, limit?}')
    .option('--json', 'print the hits as JSON')
    .action(
      async (
        words: string[],
        given: { session?: string; speaker?: string; limit: number; batch?: string; json?: boolean },
      ) => {
        const { session, speaker, limit } = given;
        await using(async (rapporteur) => {
          await mustLeaveSessions(rapporteur, { session });
          if (given.batch !== undefined) {
            await batch(given.batch, searchLine, async ({ id, query, ...rest }) => ({
              ...(id !== undefined && { id }),
              query,
              hits: await rapporteur.search({ text: query, session, speaker, limit, ...rest }),
            }));
            return;
          }
          const query = wanted(words, 'words to search for');
          const hits = await rapporteur.search({ text: query, session, speaker, limit });
          if (given.json) printJson({ query, hits });
          else print(paragraphs([cutNoticeOf(query), renderHits(hits, look)]));
        });
      },
    );
}

function cutNoticeOf(query: string): string {
  return shortenedQuestion(query).isCut ? cutNotice('query', longest.question) : '';
}

const searchLine = z.object({
  id: batchId,
  query: z.string(),
  session: z.string().optional(),
  limit: z.number().int().positive().optional(),
});
