import { z } from 'zod';
import { nextOf, nextShape, offsetShape, pageOf } from './pages.ts';
import { sessionMeant } from './searched.ts';
import { sessionOf, sessionShape } from './quotation.ts';
import { tool } from './tool.ts';

export const speakers = tool({
  name: 'speakers',
  title: 'List the speakers',
  description: 'Who spoke, by name, with role, affiliation, and the sessions they spoke in (at most ten of them).',
  input: z.strictObject({
    session: z.string().max(300).optional().describe('Only this session: its id, or words of its title'),
    name: z.string().max(300).optional().describe('Only people whose name, role or affiliation has this'),
    offset: offsetShape,
  }),
  output: z.strictObject({
    speakers: z.array(
      z.strictObject({
        name: z.string(),
        also_written: z.array(z.string()),
        role: z.string().nullable(),
        affiliation: z.string().nullable(),
        turns: z.number().int(),
        session_count: z.number().int(),
        sessions: z.array(sessionShape),
      }),
    ),
    total: z.number().int(),
    next: nextShape,
  }),
  async run({ session, name = '', offset }, caller) {
    const { rapporteur, scope } = caller;
    const of = session === undefined ? {} : { session: await sessionMeant(session, caller) };
    const all = await rapporteur.speakers(scope === undefined ? of : { ...of, scope });
    const wanted = name.toLowerCase();
    const meant = all.filter((each) =>
      [each.name, ...each.otherNames, each.role, each.affiliation].some((text) => text?.toLowerCase().includes(wanted)),
    );
    const page = pageOf(
      meant.slice(offset).map((each) => ({
        name: each.name,
        also_written: each.otherNames,
        role: each.role,
        affiliation: each.affiliation,
        turns: each.turnCount,
        session_count: each.sessions.length,
        sessions: each.sessions.slice(0, mostSessions).map(sessionOf),
      })),
    );
    return { speakers: page, total: meant.length, next: nextOf(offset, page.length, meant.length) };
  },
});

const mostSessions = 10;
