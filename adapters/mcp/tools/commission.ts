import { z } from 'zod';
import { usualCommission } from '../../../src/budget.ts';
import { answerOf, answerShape } from './ask.ts';
import { tool } from './tool.ts';

export const commission = tool({
  name: 'commission',
  title: 'Have work of several steps done',
  description: [
    'Another model, where one is set here, plans steps over the record within a budget and writes of it in quotations that',
    'are checked. It takes minutes and is told step by step; cancelling the call ends it with what it has. Without a model: the answer to the words.',
  ].join(' '),
  input: z.strictObject({
    work: z.string().min(1).max(4000).describe('What is to be done, in words'),
    steps: z.number().int().min(1).max(40).default(usualCommission.steps).describe('Replies of the model at most'),
    tokens: z.number().int().min(1).max(200_000).default(usualCommission.tokens),
  }),
  output: answerShape.extend({ tokens_used: z.number().int() }),
  async run({ work, steps, tokens }, { rapporteur, scope }, { signal, tell }) {
    const answer = await rapporteur.commission(
      { text: work, steps, tokens, scope },
      (step) => tell(step.step, step.of, `${step.tool}; ${step.tokens} tokens so far`),
      signal,
    );
    const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
    return { ...answerOf(answer), tokens_used: inputTokens + outputTokens };
  },
});
