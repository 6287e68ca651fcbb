/** The MCP server over HTTP: who comes in by a token, from where, and how often. */
import { serve } from '@hono/node-server';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  originValidationResponse,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../../src/log.ts';

export interface McpHttpOptions {
  servers: McpServerFactory;
  log: Log;
  /** The name of whose token it is, or null. */
  nameOf: (token: string) => string | null;
  /** Host names by which it may be called. */
  hosts: string[];
  /** Requests a minute for each token. */
  perMinute: number;
}

/** In bytes: a question and its history, not records. */
const longestBody = 256 * 1024;

/** `/mcp`, to be mounted where there is a server already or to be served alone. */
export function mcpRoutes({ servers, log, nameOf, hosts, perMinute }: McpHttpOptions): Hono {
  const handler = createMcpHandler(servers, {
    maxRequestBodySize: longestBody,
    onerror: (error) => log.warn({ err: error }, 'a request of an assistant was refused'),
  });
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const app = new Hono();
  app.all('/mcp', async (context) => {
    const request = context.req.raw;
    const foreign = hostHeaderValidationResponse(request, hosts) ?? originValidationResponse(request, hosts);
    if (foreign) return foreign;
    const token = /^Bearer (\S+)$/iu.exec(request.headers.get('authorization') ?? '')?.[1];
    const name = token === undefined ? null : nameOf(token);
    if (token === undefined || name === null)
      return context.json({ error: 'A token is needed: Authorization: Bearer <token>.' }, 401, {
        'www-authenticate': 'Bearer realm="rapporteur"',
      });
    const waitMs = await limiter.consume(name).then(
      () => 0,
      ({ msBeforeNext }: RateLimiterRes) => msBeforeNext,
    );
    if (waitMs > 0)
      return context.json({ error: `More than ${perMinute} requests a minute; try again soon.` }, 429, {
        'retry-after': String(Math.ceil(waitMs / 1000)),
      });
    return handler.fetch(request, { authInfo: { token, clientId: name, scopes: [] } });
  });
  return app;
}

/** Serves `/mcp` alone. Port 0 takes any free one. */
export async function serveMcp(
  options: McpHttpOptions,
  { port, address = '127.0.0.1' }: { port: number; address?: string },
): Promise<{ port: number; stop(): Promise<void> }> {
  const app = mcpRoutes(options).notFound((context) => context.json({ error: 'Only /mcp is served here.' }, 404));
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: address }, ({ port: taken }: AddressInfo) =>
      resolve({
        port: taken,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
    server.once('error', reject);
  });
}

/** Names of this machine itself. */
export const localHosts = ['localhost', '127.0.0.1', '[::1]'];
