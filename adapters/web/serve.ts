/** Everything that is served over HTTP on one port: the reader, the interface, and assistants. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AddressInfo } from 'node:net';
import { apiApp, problem } from './api/api.ts';
import { visitorOf } from './visitor.ts';
import { readerApp, type ReaderOptions, type Visited } from './web.ts';

export interface WebOptions extends Omit<ReaderOptions, 'address'> {
  /** Public address; that of this machine where there is none. */
  address: string | null;
  version: string;
  /** What assistants come in by, at an address of its own. */
  assistants: Hono | null;
}

export function webApp(options: Omit<WebOptions, 'address'> & { address: string }): Hono<Visited> {
  const { rapporteur, entry, log, address, version, reference, assistants } = options;
  const app = new Hono<Visited>();
  const limiter = new RateLimiterMemory({ points: options.perMinute, duration: 60 });
  app.use(compress());
  app.use('/api/*', async (context, next) => {
    const visitor = visitorOf(context, entry);
    const isAsking = !context.req.path.endsWith('/openapi.json');
    if (visitor === null && isAsking)
      return problem(context, 401, 'A token is needed', 'Send Authorization: Bearer <token>; "tokens add" makes one.');
    if (visitor !== null) {
      const isLimited = await limiter.consume(visitor.name).then(
        () => false,
        () => true,
      );
      if (isLimited) return problem(context, 429, 'Too much at once', 'Wait a minute and try again.');
      context.set('visitor', visitor);
    }
    context.header('Cache-Control', 'private, no-cache');
    context.header('X-Content-Type-Options', 'nosniff');
    return next();
  });
  const mayIngest = (context: Parameters<typeof visitorOf>[0]) => {
    const token = /^Bearer (\S+)$/iu.exec(context.req.header('authorization') ?? '')?.[1];
    const access = token === undefined ? null : entry.tokens.accessOf(token);
    return access?.mayIngest === true ? access : null;
  };
  app.route('/api/v1', apiApp({ rapporteur, log, address, version, reference, mayIngest }));
  app.all('/api/*', (context) => problem(context, 404, 'Nothing is here', 'See /api/v1/openapi.json.'));
  if (assistants) app.route('/', assistants);
  app.route('/', readerApp(options));
  return app;
}

/** Port 0 takes any free one. Rejects where the port is taken. */
export async function serveWeb(
  options: WebOptions,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string },
): Promise<{ address: string; stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    // The address is known once it listens; until then nobody can ask.
    let app: Hono<Visited> | null = null;
    const server = serve(
      { fetch: (request) => app!.fetch(request), port, hostname },
      ({ port: taken }: AddressInfo) => {
        const address = (options.address ?? `http://${hostname}:${taken}`).replace(/\/+$/u, '');
        app = webApp({ ...options, address });
        resolve({
          address,
          stop: () =>
            new Promise((stopped) => {
              server.close(() => stopped());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', reject);
  });
}
