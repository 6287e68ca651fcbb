/** What everything that is served over HTTP has in common: who comes in, how often, and how it listens and stops. */
import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** The token of `Authorization: Bearer …`. */
export function bearerOf(header: string | null | undefined): string | undefined {
  return /^Bearer (\S+)$/iu.exec(header ?? '')?.[1];
}

/** Counts a request of somebody; gives the milliseconds that they must wait, 0 where they need not. */
export type Limit = (name: string) => Promise<number>;

export function limitOf(perMinute: number): Limit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return (name) =>
    limiter.consume(name).then(
      () => 0,
      ({ msBeforeNext }: RateLimiterRes) => msBeforeNext,
    );
}

/** What a client that must wait is told: whole seconds. */
export function retryAfter(waitMs: number): string {
  return String(Math.ceil(waitMs / 1000));
}

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface Listening {
  port: number;
  /** Ends what is under way too. */
  stop: () => Promise<void>;
}

/** Longer than proxies keep a connection that is idle (60 s): what they send as it is closed would be lost. */
const longestIdleMs = 75_000;

/** Serves what `fetchAt` makes of the port. Port 0 takes any free one. Rejects where the port is taken. */
export function listening(
  fetchAt: (port: number) => Fetch,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string | undefined },
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let fetch: Fetch | null = null;
    const serverOptions = { keepAliveTimeout: longestIdleMs };
    const served = { fetch: (request: Request) => fetch!(request), port, hostname, serverOptions };
    const server = serve(served, ({ port: taken }: AddressInfo) => {
      fetch = fetchAt(taken);
      resolve({
        port: taken,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
