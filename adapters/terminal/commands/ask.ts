import type { Command } from 'commander';
import { z } from 'zod';
import { howToAdd } from '../render.ts';
import { renderAnswer } from '../render-answer.ts';
import { batchId, mustLeaveSessions, wanted } from './arguments.ts';
import type { Shell } from './shell.ts';

export function askCommand(program: Command, { using, batch, print, printJson, look }: Shell): void {
  program
    .command('ask')
    .description('answer a question with quotes')
    .argument('[question...]')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--speaker <name>', 'only this speaker')
    .option('--batch <file>', 'questions from a JSONL file: {id, question, history?, session?, speaker?}')
    .option('--json', 'print the answer as JSON')
    .action(async (words: string[], given: { session?: string; speaker?: string; batch?: string; json?: boolean }) => {
      const { session, speaker } = given;
      await using(async (rapporteur) => {
        await mustLeaveSessions(rapporteur, { session });
        if (given.batch !== undefined) {
          await batch(given.batch, askLine, async ({ id, question, ...rest }) => ({
            ...(id !== undefined && { id }),
            ...(await rapporteur.ask({ text: question, session, speaker, ...rest })),
          }));
          return;
        }
        const answer = await rapporteur.ask({ text: wanted(words, 'a question'), session, speaker });
        if (given.json) printJson(answer);
        else print(renderAnswer(answer, look));
        const isEmpty = answer.status === 'not_found' && (await rapporteur.sessions()).length === 0;
        if (isEmpty && !given.json) print(howToAdd);
      });
    });
}

const askLine = z.object({
  id: batchId,
  question: z.string(),
  history: z.array(z.string()).optional(),
  session: z.string().optional(),
  speaker: z.string().optional(),
});
