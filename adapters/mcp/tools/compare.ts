import { z } from 'zod';
import { offsetShape } from './pages.ts';
import { pageOfPaper, paperShape, withinShapes } from './paper.ts';
import { tool } from './tool.ts';

export const compare = tool({
  name: 'compare',
  title: 'What several sides said on a matter',
  description: [
    'Puts beside each other what people, organisations or countries said on a matter, first and latest too, and says',
    'who said nothing. Whether they agree is for the reader to say. Page by page: follow `next`.',
  ].join(' '),
  input: z.strictObject({
    sides: z.array(z.string().min(1).max(300)).min(2).max(8).describe('Each as one would name it'),
    about: z.string().min(1).max(300).describe('The matter in a few words'),
    ...withinShapes,
    offset: offsetShape,
  }),
  output: paperShape,
  run: ({ offset, ...query }, caller) => pageOfPaper({ of: 'comparison', ...query }, offset, caller),
});
