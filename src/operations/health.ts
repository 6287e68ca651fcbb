/** Health of a running bot, for whoever watches over it: served on 127.0.0.1 only, and only when asked for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What an answer that takes its time was last: whoever watches waits no longer than `withinMs`, whatever the thread that
 * knows it is at. Null while nothing was heard.
 */
export function lastKnown<T>(ask: () => Promise<T>, withinMs = 50): () => Promise<T | null> {
  let known: T | null = null;
  // One question waits for its answer, however often it is asked.
  let asking: Promise<void> | null = null;
  return async () => {
    asking ??= ask()
      .then((answer) => void (known = answer))
      .finally(() => (asking = null));
    const late = sleep(withinMs, 'late', { ref: false });
    if ((await Promise.race([asking, late])) === 'late') asking?.catch(() => {});
    return known;
  };
}

/**
 * Serves `GET /healthz`: 200 while all is well, 503 otherwise, with the state as JSON either way; and `GET /metrics` where
 * there are any. Port 0 takes any free one.
 */
export async function serveHealth(
  port: number,
  state: () => Promise<{ ok: boolean }>,
  metrics?: () => Promise<string>,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    if (metrics && request.method === 'GET' && request.url === '/metrics') {
      const type = 'text/plain; version=0.0.4; charset=utf-8';
      metrics().then(
        (text) => response.writeHead(200, { 'content-type': type }).end(text),
        () => answer(500, { error: 'the numbers could not be read' }),
      );
      return;
    }
    if (request.method !== 'GET' || request.url !== '/healthz') {
      answer(404, { error: 'only GET /healthz and /metrics are served here' });
      return;
    }
    state().then(
      (told) => answer(told.ok ? 200 : 503, told),
      () => answer(503, { ok: false }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
