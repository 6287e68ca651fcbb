import { z } from 'zod';
import { offsetShape } from './pages.ts';
import { pageOfPaper, paperShape } from './paper.ts';
import { tool } from './tool.ts';

export const report = tool({
  name: 'report',
  title: 'A report of a session',
  description: [
    'Made of the session’s own sentences: speakers with their time, main points, arguments with their evidence, who agrees,',
    'action items, open questions. It is a way into the record and no source for what was said. Page by page: follow `next`.',
  ].join(' '),
  input: z.strictObject({
    session: z.string().min(1).max(300).describe('Its id, or words of its title'),
    offset: offsetShape,
  }),
  output: paperShape,
  run: ({ session, offset }, caller) => pageOfPaper({ of: 'report', session }, offset, caller),
});
