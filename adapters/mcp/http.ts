/** The MCP server over HTTP: who comes in by a token, from where, and how often. */
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  originValidationResponse,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { Hono } from 'hono';
import type { Log } from '../../src/log.ts';
import { bearerOf, limitOf, listening, retryAfter, type Listening } from '../../src/operations/http.ts';
import type { Access } from '../../src/operations/tokens.ts';

export interface McpHttpOptions {
  servers: McpServerFactory;
  log: Log;
  /** Whose token it is and what they may see, asked once a request and given on to `servers`; null where it is nobody's. */
  accessOf: (token: string) => Access | null | Promise<Access | null>;
  /** Host names by which it may be called. */
  hosts: string[];
  /** Requests a minute for each token. */
  perMinute: number;
}

/** In bytes: a question and its history, not records. */
const longestBody = 256 * 1024;

/** `/mcp`, to be mounted where there is a server already or to be served alone. */
export function mcpRoutes({ servers, log, accessOf, hosts, perMinute }: McpHttpOptions): Hono {
  const handler = createMcpHandler(servers, {
    maxRequestBodySize: longestBody,
    onerror: (error) => log.warn({ err: error }, 'a request of an assistant was refused'),
  });
  const limit = limitOf(perMinute);
  const app = new Hono();
  app.all('/mcp', async (context) => {
    const request = context.req.raw;
    const foreign = hostHeaderValidationResponse(request, hosts) ?? originValidationResponse(request, hosts);
    if (foreign) return foreign;
    const token = bearerOf(request.headers.get('authorization'));
    const access = token === undefined ? null : await accessOf(token);
    if (token === undefined || access === null)
      return context.json({ error: 'A token is needed: Authorization: Bearer <token>.' }, 401, {
        'www-authenticate': 'Bearer realm="rapporteur"',
      });
    const waitMs = await limit(access.name);
    if (waitMs > 0)
      return context.json({ error: `More than ${perMinute} requests a minute; try again soon.` }, 429, {
        'retry-after': retryAfter(waitMs),
      });
    return handler.fetch(request, {
      authInfo: { token, clientId: access.name, scopes: [], extra: { access } },
    });
  });
  return app;
}

/** Serves `/mcp` alone. Port 0 takes any free one. */
export function serveMcp(
  options: McpHttpOptions,
  { port, address }: { port: number; address?: string },
): Promise<Listening> {
  const app = mcpRoutes(options).notFound((context) => context.json({ error: 'Only /mcp is served here.' }, 404));
  return listening(() => (request) => app.fetch(request), { port, hostname: address });
}

/** Names of this machine itself. */
export const localHosts = ['localhost', '127.0.0.1', '[::1]'];
