import { z } from 'zod';
import { lookable } from '../../../src/research/asked.ts';
import { span } from '../../../src/answering/finding-aid.ts';
import { pageOf } from './pages.ts';
import { mendable, withinShapes } from './paper.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { lookedThroughShape } from './searched.ts';
import { tool } from './tool.ts';

export const agreements = tool({
  name: 'agreements',
  title: 'Who agrees on what',
  description: [
    'Points of some sessions with who is for them, against them or for them with conditions, each by a quote; who speaks',
    'of it without a position in these words (`position` null), and who is silent. Say no more of anybody than that.',
  ].join(' '),
  input: z.strictObject({
    about: z.array(z.string().min(1).max(200)).max(12).optional().describe('Points; found by themselves without it'),
    ...withinShapes,
  }),
  output: z.strictObject({
    points: z.array(
      z.strictObject({
        matter: z.string(),
        said: z.array(
          z.strictObject({
            speaker: z.string(),
            position: z.enum(['for', 'against', 'conditions']).nullable(),
            quote: quoteShape,
          }),
        ),
        silent: z.array(z.string()),
      }),
    ),
    points_left_out: z.number().int().describe('Points without room here; ask for them with `about`'),
    searched: lookedThroughShape,
  }),
  async run(input, { rapporteur, scope }) {
    await mendable(lookable({ ...input, scope }, rapporteur));
    const map = await rapporteur.agreements({ ...input, scope });
    const all = map.points.map(({ matter, said, silent }) => ({
      matter,
      said: said.map(({ speaker, stance, quotes }) => ({ speaker, position: stance, quote: quotationOf(quotes[0]!) })),
      silent,
    }));
    const points = pageOf(all);
    const { sessions, of } = map;
    return {
      points,
      points_left_out: all.length - points.length,
      searched: { sessions: sessions.length, of, unread: of - sessions.length, ...span(sessions) },
    };
  },
});
