/** Work of several steps, planned by the model that is set. */
import type { Command } from 'commander';
import { usualCommission } from '../../../src/budget.ts';
import { renderAnswer } from '../render-answer.ts';
import { wanted, wholeNumber } from './arguments.ts';
import type { Shell } from './shell.ts';

interface Given {
  steps: number;
  tokens: number;
  json?: boolean;
}

export function commissionCommand(program: Command, shell: Shell): void {
  const { using, print, printJson, look, untilStopped } = shell;
  program
    .command('commission')
    .description(
      'have a model do work of several steps with the record, within a budget; Ctrl-C ends it with what it has',
    )
    .argument('[work...]', 'what is to be done, in words')
    .option('--steps <number>', 'how many replies of the model at most', wholeNumber, usualCommission.steps)
    .option('--tokens <number>', 'how many tokens at most', wholeNumber, usualCommission.tokens)
    .option('--json', 'print the result as JSON')
    .action(async (words: string[], { steps, tokens, json }: Given) => {
      const text = wanted(words, 'what is to be done');
      const stopping = new AbortController();
      void untilStopped().then(() => stopping.abort());
      await using(async (rapporteur) => {
        const answer = await rapporteur.commission(
          { text, steps, tokens },
          ({ step, of, tool, asked, tokens: used }) => {
            if (!json) print(`Step ${step} of ${of}, ${used} of ${tokens} tokens: ${tool} ${asked}`);
          },
          stopping.signal,
        );
        if (json) printJson(answer);
        else print(renderAnswer(answer, look));
      });
    });
}
