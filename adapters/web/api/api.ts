/** The HTTP interface, `/api/v1`: what the command line gives, for other programs. */
import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import type { WithChats } from '../../../src/chat/keeper.ts';
import type { Log } from '../../../src/log.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';
import type { Access } from '../../../src/operations/tokens.ts';
import type { Visited } from '../web.ts';
import { addCommissions } from './commissions.ts';
import { addKeeping } from './keeping.ts';
import { addPapers } from './papers.ts';
import { anyBytes, answers, problem, wantsEvents } from './responses.ts';
import * as queries from './queries.ts';
import * as schemas from './schemas.ts';

export interface ApiOptions {
  rapporteur: Rapporteur;
  log: Log;
  address: string;
  version: string;
  reference: () => string;
  /** Whose token a request has, where it may put records in; null for everybody else. */
  mayIngest: (context: Context) => Promise<Access | null>;
  /** What is watched and kept for tokens. */
  chats: WithChats;
}

/** In bytes. */
const longestRecord = 20 * 1024 * 1024;
const longestBody = 256 * 1024;
/** What a paper of theirs may cost. */
const ofAVisitor = { unpackedBytes: 100 * 1024 * 1024, milliseconds: 20_000 };

export function apiApp(options: ApiOptions): OpenAPIHono<Visited> {
  const { rapporteur, log, address, version, reference, mayIngest } = options;
  const app = new OpenAPIHono<Visited>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const wrong = result.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      return problem(context, 400, 'Not as it should be', wrong.join('; '));
    },
  });
  app.onError((error, context) => {
    if (error.name === 'CommandError') return problem(context, 400, 'Not as it should be', error.message);
    if (error instanceof SyntaxError || error.message.startsWith('Malformed JSON'))
      return problem(context, 400, 'Not as it should be', 'The body is no JSON.');
    if (error instanceof HTTPException && error.status === 415)
      return problem(context, 415, 'Not as it should be', 'Send JSON, with content-type: application/json.');
    const named = reference();
    log.warn({ err: error, reference: named }, 'a request of the interface failed');
    return problem(
      context,
      500,
      'That did not work',
      `Whoever runs Rapporteur finds the cause in its log (reference ${named}).`,
    );
  });
  app.notFound((context) =>
    problem(context, 404, 'Nothing is here', `There is no ${context.req.path}; see openapi.json.`),
  );
  for (const [path, what] of [
    ['/records', 'record'],
    ['/check', 'paper'],
  ] as const)
    app.use(
      path,
      bodyLimit({
        maxSize: longestRecord,
        onError: (context) => problem(context, 413, 'Too long', `A ${what} may have 20 MB.`),
      }),
    );
  app.use(async (context, next) => {
    if (/\/(?:records|check)$/u.test(context.req.path)) return next();
    return bodyLimit({
      maxSize: longestBody,
      onError: (of) => problem(of, 413, 'Too long', 'A question may have 256 kB.'),
    })(context, next);
  });

  app.openapi(
    createRoute({
      method: 'post',
      path: '/ask',
      summary: 'Answer a question with exact quotes; with `Accept: text/event-stream`, with progress before it',
      request: { body: { required: true, content: { 'application/json': { schema: queries.question } } } },
      responses: answers(schemas.answer),
    }),
    async (context) => {
      const { question, ...rest } = context.req.valid('json');
      const asked = { ...rest, text: question, scope: context.get('visitor').scope };
      if (!wantsEvents(context))
        return context.json((await rapporteur.ask(asked)) as z.input<typeof schemas.answer>, 200);
      return streamSSE(context, async (stream) => {
        await stream.writeSSE({ event: 'progress', data: JSON.stringify({ step: 'searching' }) });
        await stream.writeSSE({ event: 'answer', data: JSON.stringify(await rapporteur.ask(asked)) });
      }) as never;
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/search',
      summary: 'The stretches of talk that fit some words best',
      request: { query: queries.searchQuery },
      responses: answers(schemas.hits),
    }),
    async (context) => {
      const { q, ...rest } = context.req.valid('query');
      const found = await rapporteur.search({ ...rest, text: q, scope: context.get('visitor').scope });
      return context.json({ query: q, hits: found }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/verify',
      summary: 'Did they really say that?',
      request: { body: { required: true, content: { 'application/json': { schema: queries.quotation } } } },
      responses: answers(schemas.verification),
    }),
    async (context) =>
      context.json(await rapporteur.verify(context.req.valid('json').quote, context.get('visitor').scope), 200),
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/check',
      summary: 'Every quotation of a paper (.docx, .pdf, .md, .html, .txt), which is the body; its name is `?name=`',
      request: { body: anyBytes('The paper, up to 20 MB'), query: queries.paper },
      responses: answers(schemas.documentCheck),
    }),
    async (context) => {
      const { name } = context.req.valid('query');
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const { scope } = context.get('visitor');
      const check = await rapporteur.checkDocument({ name, bytes, limits: ofAVisitor }, scope);
      return check.paragraphs > 0
        ? context.json(check, 200)
        : problem(context, 400, 'Not as it should be', check.problems[0]?.message ?? 'The body holds no words.');
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/quotes',
      summary: 'Everything somebody said on a matter, page by page, with the true total',
      request: { query: queries.quotesQuery },
      responses: answers(schemas.foundQuotes),
    }),
    async (context) => {
      const query = context.req.valid('query');
      if (query.speaker === undefined && query.about === undefined)
        return problem(context, 400, 'Not as it should be', 'Give speaker, about, or both.');
      return context.json(await rapporteur.quotes({ ...query, scope: context.get('visitor').scope }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/commitments',
      summary: 'Who undertook what by when, and what reports list as actions',
      request: { query: queries.commitmentsQuery },
      responses: answers(schemas.foundCommitments),
    }),
    async (context) =>
      context.json(
        await rapporteur.commitments({ ...context.req.valid('query'), scope: context.get('visitor').scope }),
        200,
      ),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/agreements',
      summary: 'Who shares which point of an event, who is against it, who says nothing on it',
      request: { query: queries.agreementsQuery },
      responses: answers(schemas.agreementMap),
    }),
    async (context) => {
      const { scope } = context.get('visitor');
      return context.json(await rapporteur.agreements({ ...context.req.valid('query'), scope }), 200);
    },
  );

  addPapers(app, rapporteur);
  addCommissions(app, rapporteur);
  addKeeping(app, options);

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions',
      summary: 'Newest first',
      responses: answers(schemas.sessionSummaries),
    }),
    async (context) => context.json(await rapporteur.sessions(context.get('visitor').scope), 200),
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions/{id}',
      summary: 'One session, whole',
      request: { params: queries.oneSession },
      responses: answers(schemas.session),
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      const session = await rapporteur.show(id, context.get('visitor').scope);
      return session
        ? context.json(session, 200)
        : problem(context, 404, 'Not here', `There is no session ${id} here.`);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions/{id}/report',
      summary: 'A report made of the session’s own sentences; no source for what was said',
      request: { params: queries.oneSession },
      responses: answers(schemas.sessionReport),
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      const report = await rapporteur.report(id, context.get('visitor').scope);
      return report ? context.json(report, 200) : problem(context, 404, 'Not here', `There is no session ${id} here.`);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/sessions/{id}/context',
      summary: 'The turns around one',
      request: { params: queries.oneSession, query: queries.around },
      responses: answers(schemas.context),
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      const { turn, around = 2 } = context.req.valid('query');
      const turns = await rapporteur.context({ session: id, turn }, around, context.get('visitor').scope);
      return turns.length > 0
        ? context.json(turns, 200)
        : problem(context, 404, 'Not here', `There is no turn ${turn} of ${id} here.`);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/speakers',
      summary: 'By name',
      request: { query: queries.ofSession },
      responses: answers(schemas.speakers),
    }),
    async (context) => {
      const { session } = context.req.valid('query');
      const { scope } = context.get('visitor');
      const of = { ...(session !== undefined && { session }), ...(scope !== undefined && { scope }) };
      return context.json(await rapporteur.speakers(of), 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'post',
      path: '/records',
      summary: 'Put a record in, where the token may; its name is in `content-disposition` or `?name=`',
      request: { body: anyBytes('The record, up to 20 MB'), query: queries.record },
      responses: answers(schemas.ingestReport),
    }),
    async (context) => {
      if ((await mayIngest(context)) === null)
        return problem(
          context,
          403,
          'Not allowed',
          'This token may only read; "tokens add NAME --ingest" makes one that may put records in.',
        );
      const name =
        context.req.valid('query').name ??
        /filename="?([^";]+)/u.exec(context.req.header('content-disposition') ?? '')?.[1];
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      if (name === undefined || bytes.length === 0)
        return problem(
          context,
          400,
          'Not as it should be',
          'Give the bytes of a record as the body, and its name as ?name=.',
        );
      const report = await rapporteur.ingest([{ name, bytes }]);
      // What changed of a record, and which others are of its session, may be of what this token does not see.
      return context.json(schemas.ingestReport.parse(report), 200);
    },
  );

  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version,
      description: 'Recorded discussions in the speakers’ own words. A token goes in `Authorization: Bearer`.',
    },
    servers: [{ url: `${address}/api/v1` }],
    // Without one where the reader is open to everybody.
    security: [{ token: [] }, {}],
  });
  return app;
}
