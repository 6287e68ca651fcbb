/** Papers over the HTTP interface: each kind has its address, and is a file. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import { type PaperAsked, paperOf } from '../../../src/research/asked.ts';
import type { NoteForm } from '../../../src/research/citations/notes.ts';
import type { Paper } from '../../../src/research/paper.ts';
import { written } from '../../../src/research/writers/writers.ts';
import type { Visited } from '../web.ts';
import { fileOf, problem } from './responses.ts';
import * as queries from './queries.ts';

export function addPapers(app: OpenAPIHono<Visited>, rapporteur: Rapporteur): void {
  for (const [of, query] of Object.entries(queries.papers)) {
    const route = createRoute({
      method: 'get',
      path: `/papers/${of}`,
      summary: 'A paper as a file, each quotation with its note; `as` is the ending of its name',
      request: { query: query.extend(queries.asFile) },
      responses: fileOf,
    });
    app.openapi(route, async (context) => {
      const { as, notes, ...given } = context.req.valid('query');
      const asked = { of, ...given, scope: context.get('visitor').scope } as PaperAsked;
      if (asked.of === 'quotes' && asked.speaker === undefined && asked.about === undefined)
        return problem(context, 400, 'Not as it should be', 'Give speaker, about, or both.');
      return paperFile(await paperOf(asked, rapporteur, new Date()), of, { as, notes });
    });
  }
}

interface Form {
  as: keyof typeof types;
  notes: NoteForm;
}

/** A paper as a file of that name. */
export async function paperFile(paper: Paper, of: string, { as, notes }: Form): Promise<Response> {
  const name = `${of}.${as}`;
  const content = await written(paper, name, notes);
  return new Response(content as string | Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': types[as], 'content-disposition': `attachment; filename="${name}"` },
  });
}

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json',
  ics: 'text/calendar; charset=utf-8',
  svg: 'image/svg+xml',
};
