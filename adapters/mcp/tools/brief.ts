import { z } from 'zod';
import { offsetShape } from './pages.ts';
import { pageOfPaper, paperShape, withinShapes } from './paper.ts';
import { tool } from './tool.ts';

export const brief = tool({
  name: 'brief',
  title: 'A paper on a matter',
  description: [
    'What was said on a matter: the clearest words of as many speakers as there are, then all by session, each with a',
    'note, then who took part and said nothing on it, and what was looked through. Page by page: follow `next`.',
  ].join(' '),
  input: z.strictObject({
    about: z.string().min(1).max(300).describe('The matter in a few words'),
    points: z.number().int().min(1).max(20).default(3).describe('How many quotations stand first'),
    speaker: z.string().min(1).max(300).optional(),
    ...withinShapes,
    offset: offsetShape,
  }),
  output: paperShape,
  run: ({ offset, ...query }, caller) => pageOfPaper({ of: 'brief', ...query }, offset, caller),
});
