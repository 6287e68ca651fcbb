/** A paper as an assistant gets it: its parts one by one, each quotation with its speaker, address and note. */
import { z } from 'zod';
import { noteOf } from '../../../src/research/citations/notes.ts';
import { PaperError, paperOf, type PaperAsked } from '../../../src/research/asked.ts';
import type { Block } from '../../../src/research/paper.ts';
import { nextOf, nextShape, pageOf } from './pages.ts';
import { quotationOf, quoteShape } from './quotation.ts';
import { ToolError, type Caller } from './tool.ts';

/** What is kept to some sessions. */
export const withinShapes = {
  session: z.string().max(300).optional(),
  event: z.string().max(300).optional(),
  from: z.string().max(10).optional().describe('First day: YYYY-MM-DD, YYYY-MM or YYYY'),
  to: z.string().max(10).optional(),
};

export const paperShape = z.strictObject({
  title: z.string(),
  facts: z.array(z.string()).describe('When it was made and from what'),
  parts: z
    .array(
      z.strictObject({
        section: z.string(),
        kind: z.enum(['text', 'report', 'quotation', 'table']),
        text: z.string().nullable().describe('Of a text or a report. A report is nobody’s words'),
        written_by: z.string().nullable().describe('Of a report'),
        quote: quoteShape.nullable().describe('Of a quotation'),
        note: z.string().nullable().describe('As a footnote to the quotation has it'),
        table: z.array(z.array(z.string())).nullable().describe('Row by row, the head first'),
      }),
    )
    .describe('In order; what stands in no quote is the program’s or the report’s, never anybody’s words'),
  next: nextShape,
});

/** Page by page, what was asked for; throws a `ToolError` where it cannot be written. */
export async function pageOfPaper(
  asked: PaperAsked,
  offset: number,
  { rapporteur, scope }: Caller,
): Promise<z.infer<typeof paperShape>> {
  const { title, facts, sections } = await mendable(paperOf({ ...asked, scope }, rapporteur, new Date()));
  const parts = sections.flatMap(({ heading, blocks }) => blocks.map((block) => partOf(heading, block)));
  const page = pageOf(parts.slice(offset));
  return { title, facts, parts: page, next: nextOf(offset, page.length, parts.length) };
}

/** What a paper cannot be written of, as whoever calls is told. */
export async function mendable<Made>(made: Promise<Made>): Promise<Made> {
  try {
    return await made;
  } catch (error) {
    throw error instanceof PaperError ? new ToolError(error.message) : error;
  }
}

function partOf(section: string, block: Block): z.infer<typeof paperShape>['parts'][number] {
  const empty = { section, text: null, written_by: null, quote: null, note: null, table: null };
  switch (block.kind) {
    case 'text':
      return { ...empty, kind: 'text', text: block.text };
    case 'report':
      return { ...empty, kind: 'report', text: block.text, written_by: block.by };
    case 'table':
      return { ...empty, kind: 'table', table: [block.head, ...block.rows] };
    // What it shows stands in a table beside it.
    case 'picture':
      return { ...empty, kind: 'text', text: block.alt };
    default:
      return { ...empty, kind: 'quotation', quote: quotationOf(block.cited.quote), note: noteOf(block.cited, 'un') };
  }
}
