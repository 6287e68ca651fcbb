/** Everything that is served over HTTP on one port: the reader, the interface, and assistants. */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { WithChats } from '../../src/chat/keeper.ts';
import { bearerOf, limitOf, listening, retryAfter, type Listening } from '../../src/operations/http.ts';
import { apiApp } from './api/api.ts';
import { problem } from './api/responses.ts';
import { visitorOf } from './visitor.ts';
import { readerApp, type ReaderOptions, type Visited } from './web.ts';

export interface WebOptions extends Omit<ReaderOptions, 'address'> {
  /** Public address; that of this machine where there is none. */
  address: string | null;
  version: string;
  /** What assistants come in by, at an address of its own. */
  assistants: Hono | null;
  /** What is watched and kept for tokens. */
  chats: WithChats;
}

export function webApp(options: Omit<WebOptions, 'address'> & { address: string }): Hono<Visited> {
  const { rapporteur, entry, log, address, version, reference, assistants, chats } = options;
  const app = new Hono<Visited>();
  const limit = limitOf(options.perMinute);
  app.use(compress());
  app.use('/api/*', async (context, next) => {
    const visitor = await visitorOf(context, entry);
    const isAsking = !context.req.path.endsWith('/openapi.json');
    if (visitor === null && isAsking)
      return problem(context, 401, 'A token is needed', 'Send Authorization: Bearer <token>; "tokens add" makes one.');
    if (visitor !== null) {
      const waitMs = await limit(visitor.name);
      if (waitMs > 0) {
        context.header('Retry-After', retryAfter(waitMs));
        return problem(context, 429, 'Too much at once', 'Wait a minute and try again.');
      }
      context.set('visitor', visitor);
    }
    context.header('Cache-Control', 'private, no-cache');
    context.header('X-Content-Type-Options', 'nosniff');
    return next();
  });
  const mayIngest = async (context: Parameters<typeof visitorOf>[0]) => {
    const token = bearerOf(context.req.header('authorization'));
    const access = token === undefined ? null : await entry.tokens.accessOf(token);
    return access?.mayIngest === true ? access : null;
  };
  app.route('/api/v1', apiApp({ rapporteur, log, address, version, reference, mayIngest, chats }));
  app.all('/api/*', (context) => problem(context, 404, 'Nothing is here', 'See /api/v1/openapi.json.'));
  if (assistants) app.route('/', assistants);
  app.route('/', readerApp(options));
  return app;
}

/** Port 0 takes any free one. Rejects where the port is taken. */
export async function serveWeb(
  options: WebOptions,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string },
): Promise<Listening & { address: string }> {
  const addressAt = (taken: number) => (options.address ?? `http://${hostname}:${taken}`).replace(/\/+$/u, '');
  const appAt = (taken: number) => {
    const app = webApp({ ...options, address: addressAt(taken) });
    return (request: Request) => app.fetch(request);
  };
  const served = await listening(appAt, { port, hostname });
  return { ...served, address: addressAt(served.port) };
}
