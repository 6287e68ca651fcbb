import { z } from 'zod';
import { lookable } from '../../../src/research/asked.ts';
import { nextShape, offsetShape, pageOf } from './pages.ts';
import { mendable, withinShapes } from './paper.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { lookedThroughShape } from './searched.ts';
import { tool, ToolError } from './tool.ts';

export const quotes = tool({
  name: 'quotes',
  title: 'Everything somebody said on a matter',
  description: [
    'All that a person, an organisation or a country said on a matter, over all sessions, in the order it was said,',
    'with the true total. Without `speaker` what anybody said; without `about` all that they said.',
  ].join(' '),
  input: z.strictObject({
    speaker: z.string().min(1).max(300).optional(),
    about: z.string().min(1).max(300).optional().describe('The matter in a few words'),
    ...withinShapes,
    order: z.enum(['time', 'fit']).default('time'),
    offset: offsetShape,
    limit: z.number().int().min(1).max(100).default(20),
  }),
  output: z.strictObject({
    people: z
      .array(z.strictObject({ name: z.string(), role: z.string().nullable(), affiliation: z.string().nullable() }))
      .describe('Who is meant; several where several could be, none where nobody of that name is known'),
    quotes: z.array(quoteShape),
    total: z.strictObject({
      quotes: z.number().int(),
      sessions: z.number().int(),
      speakers: z.number().int(),
    }),
    searched: lookedThroughShape,
    next: nextShape,
  }),
  async run(input, { rapporteur, scope }) {
    if (input.speaker === undefined && input.about === undefined)
      throw new ToolError('Give `speaker`, `about`, or both: whose words, and on what.');
    await mendable(lookable({ ...input, scope }, rapporteur));
    const found = await rapporteur.quotes({ ...input, scope });
    const page = pageOf(found.quotes.map(quotationOf));
    const isCut = page.length < found.quotes.length;
    return {
      people: found.people,
      quotes: page,
      total: found.total,
      searched: found.searched,
      next: isCut ? input.offset + page.length : found.next,
    };
  },
});
