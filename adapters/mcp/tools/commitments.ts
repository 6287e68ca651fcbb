import { z } from 'zod';
import { lookable } from '../../../src/research/asked.ts';
import { nextShape, offsetShape, pageOf } from './pages.ts';
import { mendable, withinShapes } from './paper.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { lookedThroughShape } from './searched.ts';
import { tool } from './tool.ts';

export const commitments = tool({
  name: 'commitments',
  title: 'Who undertook what, by when',
  description: [
    'What somebody said that they will do, asked of others or proposed, in their own words and over all sessions.',
    '`reported` is what AI-written reports or records list as actions: nobody’s words, with the words that come nearest.',
  ].join(' '),
  input: z.strictObject({
    speaker: z.string().min(1).max(300).optional(),
    about: z.string().min(1).max(300).optional().describe('The matter in a few words'),
    ...withinShapes,
    open: z.boolean().default(false).describe('Only those without a day, or whose day is not over'),
    offset: offsetShape,
  }),
  output: z.strictObject({
    commitments: z.array(
      z.strictObject({
        kind: z.enum(['undertakes', 'asks', 'proposes']),
        quote: quoteShape,
        when: z.string().nullable().describe('As the sentence has it'),
        due: z.string().nullable().describe('Last day of it, YYYY-MM-DD'),
        towards: z.string().nullable(),
      }),
    ),
    reported: z.array(z.strictObject({ text: z.string(), borne_out: quoteShape.nullable() })),
    total: z.number().int(),
    searched: lookedThroughShape,
    next: nextShape,
  }),
  async run(input, { rapporteur, scope }) {
    await mendable(lookable({ ...input, scope }, rapporteur));
    const found = await rapporteur.commitments({ ...input, limit: 60, scope });
    const all = found.commitments.map(({ quote, ...each }) => ({ ...each, quote: quotationOf(quote) }));
    const page = pageOf(all);
    const isLast = page.length === all.length && found.next === null;
    const reported = found.reported.map(({ item, borneOut }) => ({
      text: item.text,
      borne_out: borneOut && quotationOf(borneOut),
    }));
    return {
      commitments: page,
      // With the last page, where there is room for it.
      reported: isLast ? (pageOf([...all, ...reported]).slice(all.length) as typeof reported) : [],
      total: found.total,
      searched: found.searched,
      next: isLast ? null : input.offset + page.length,
    };
  },
});
