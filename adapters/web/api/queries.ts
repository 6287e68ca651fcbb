/** What the interface takes. Turns are counted from 0, as in what it gives. */
import { z } from '@hono/zod-openapi';
import { longestNote } from '../../../src/chat/collected/asked.ts';
import { noteForms } from '../../../src/research/citations/notes.ts';
import { nameInPath } from '../../../src/words/path-segment.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
/** A misspelt one would fit no session, and be taken for "nothing was said". */
const day = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u, 'must be a day, a month or a year: 2025-03-04, 2025-03, 2025');
export const question = z
  .object({
    question: words(4000),
    session: words(300).optional(),
    speaker: words(300).optional(),
    history: z.array(z.string().max(4000)).max(20).optional().describe('Earlier questions, oldest first'),
  })
  .openapi('Question');
export const searchQuery = z.object({
  q: words(4000),
  session: words(300).optional(),
  speaker: words(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
const within = {
  session: words(300).optional(),
  event: words(300).optional(),
  from: day.optional(),
  to: day.optional(),
};
const isTrue = z
  .enum(['true', 'false'])
  .transform((given) => given === 'true')
  .optional();
export const quotesQuery = z.object({
  speaker: words(300).optional(),
  about: words(300).optional(),
  ...within,
  order: z.enum(['time', 'fit']).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  offset: z.coerce.number().int().min(0).optional(),
});
export const commitmentsQuery = quotesQuery.omit({ order: true }).extend({ open: isTrue });
const points = words(1000)
  .transform((given) =>
    given
      .split(';')
      .map((point) => point.trim())
      .filter(Boolean),
  )
  .optional()
  .openapi({ type: 'string', description: 'Points, parted by semicolons' });
export const agreementsQuery = z.object({ ...within, about: points });
/** What each paper is of; the rest says as what it is written. */
export const papers = {
  brief: z.object({
    about: words(300),
    points: z.coerce.number().int().min(1).max(20).optional(),
    speaker: words(300).optional(),
    ...within,
  }),
  quotes: z.object({ speaker: words(300).optional(), about: words(300).optional(), ...within }),
  comparison: z.object({
    sides: points
      .unwrap()
      .refine((sides) => sides.length > 1 && sides.length <= 8, 'Give two to eight, parted by semicolons.'),
    about: words(300),
    ...within,
  }),
  commitments: z.object({ speaker: words(300).optional(), about: words(300).optional(), open: isTrue, ...within }),
  agreements: agreementsQuery,
  report: z.object({ session: words(300) }),
};
export const asFile = {
  as: z.enum(['docx', 'pdf', 'html', 'md', 'csv', 'bib', 'ris', 'json', 'ics', 'svg']).default('docx'),
  notes: z.enum(noteForms).default('un').describe('How a note is written'),
};
const kinds = ['matter', 'speaker', 'phrase', 'named'] as const;
export const toWatch = z
  .object({
    kind: z
      .enum(kinds)
      .default('matter')
      .describe('`speaker`: their words; `phrase`: these very words; `named`: the name in the words of others'),
    what: words(300),
    about: words(300).optional().describe('Of a speaker: only on this matter'),
  })
  .openapi('ToWatch');
export const numbered = z.object({
  number: z.coerce
    .number()
    .int()
    .min(1)
    .openapi({ param: { name: 'number', in: 'path' } }),
});
const tag = z.string().max(40);
export const toKeep = z
  .object({
    quotes: z
      .array(
        z.object({
          session: z.object({ id: words(400) }),
          turn: z.number().int().min(0),
          start: z.number().int().min(0),
          end: z.number().int().min(1),
          text: z.string().optional().describe('What should stand there, letter for letter'),
        }),
      )
      .min(1)
      .max(200),
    note: z.string().max(longestNote).default(''),
    tag: tag.default(''),
  })
  .openapi('ToKeep');
export const ofCollection = z.object({
  tag: tag.default('').describe('Only those with it'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});
export const commission = z
  .object({
    work: words(4000).describe('What is to be done, in words'),
    steps: z.number().int().min(1).max(40).optional().describe('Replies of the model at most'),
    tokens: z.number().int().min(1).max(200_000).optional(),
  })
  .openapi('Commission');
export const quotation = z.object({ quote: words(5000) });
export const oneSession = z.object({
  id: z
    .string()
    .openapi({ param: { name: 'id', in: 'path' }, description: 'Of a session called `.` or `..`: `~.`, `~..`' })
    .transform(nameInPath),
});
export const ofSession = z.object({ session: words(300).optional() });
export const around = z.object({
  turn: z.coerce.number().int().min(0),
  around: z.coerce.number().int().min(0).max(50).optional(),
});
export const paper = z.object({
  name: z.string().min(1).max(300).describe('Its file name, whose ending tells Markdown from plain text'),
});
export const record = z.object({
  name: z.string().min(1).max(300).optional().describe('Its file name; else that of `content-disposition`'),
});
