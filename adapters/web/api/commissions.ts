/** Work of several steps over the HTTP interface: told step by step where that is asked for, and ended by who hangs up. */
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import type { CommissionStep, Rapporteur } from '../../../src/rapporteur.ts';
import type { Visited } from '../web.ts';
import { answers, wantsEvents } from './responses.ts';
import * as queries from './queries.ts';
import * as schemas from './schemas.ts';

export function addCommissions(app: OpenAPIHono<Visited>, rapporteur: Rapporteur): void {
  const route = createRoute({
    method: 'post',
    path: '/commissions',
    summary:
      'Have a model do work of several steps, within a budget; with `Accept: text/event-stream` each step is told, and ' +
      'whoever closes the connection ends it',
    request: { body: { required: true, content: { 'application/json': { schema: queries.commission } } } },
    responses: answers(schemas.answer),
  });
  app.openapi(route, async (context) => {
    const { work, ...limits } = context.req.valid('json');
    const order = { ...limits, text: work, scope: context.get('visitor').scope };
    const stopping = new AbortController();
    context.req.raw.signal.addEventListener('abort', () => stopping.abort(), { once: true });
    const done = (onStep: (step: CommissionStep) => void) => rapporteur.commission(order, onStep, stopping.signal);
    if (!wantsEvents(context)) return context.json((await done(() => {})) as z.input<typeof schemas.answer>, 200);
    return streamSSE(context, async (stream) => {
      stream.onAbort(() => stopping.abort());
      const tell = (event: string, data: object) => stream.writeSSE({ event, data: JSON.stringify(data) });
      await tell('answer', await done((step) => void tell('step', step)));
    }) as never;
  });
}
