import { z } from 'zod';
import { reportPaper } from '../../../src/research/report-paper.ts';
import { offsetShape } from './pages.ts';
import { paperOf, paperShape } from './paper.ts';
import { sessionMeant } from './searched.ts';
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
  async run({ session, offset }, caller) {
    const { rapporteur, scope } = caller;
    const id = await sessionMeant(session, caller);
    return paperOf((await reportPaper(id, rapporteur, new Date(), scope))!, offset);
  },
});
