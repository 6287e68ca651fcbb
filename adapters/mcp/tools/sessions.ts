import { z } from 'zod';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { tool } from './tool.ts';

export const sessions = tool({
  name: 'sessions',
  title: 'List the sessions',
  description: 'The sessions of the library, newest first, with their ids.',
  input: z.strictObject({
    words: z.string().max(300).optional().describe('Only sessions with all of these in title, event or id'),
    from: z.string().max(10).optional().describe('First day: YYYY-MM-DD, YYYY-MM or YYYY'),
    to: z.string().max(10).optional(),
    offset: offsetShape,
  }),
  output: z.strictObject({
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        date: z.string().nullable(),
        event: z.string().nullable(),
        kind: z.string(),
        turns: z.number().int(),
        speakers: z.number().int(),
      }),
    ),
    total: z.number().int(),
    next: nextShape,
  }),
  async run({ words = '', from, to, offset }, { rapporteur, scope }) {
    const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
    const meant = (await rapporteur.sessions(scope)).filter(({ id, title, event, date }) => {
      const text = [id, title, event ?? ''].join(' ').toLowerCase();
      const isIn = (date !== null || (from ?? to) === undefined) && isBetween(date ?? '', from, to);
      return isIn && wanted.every((word) => text.includes(word));
    });
    const page = pageOf(
      meant.slice(offset).map(({ id, title, date, event, kind, turnCount, speakers }) => ({
        id,
        title,
        date,
        event,
        kind,
        turns: turnCount,
        speakers: speakers.length,
      })),
    );
    return { sessions: page, total: meant.length, next: nextOf(offset, page.length, meant.length) };
  },
});

function isBetween(date: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || date >= from) && (to === undefined || date.slice(0, to.length) <= to);
}
