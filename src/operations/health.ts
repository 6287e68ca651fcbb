/** Health of a running bot, for whoever watches over it: served on 127.0.0.1 only, and only when asked for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves `GET /healthz`: 200 while all is well, 503 otherwise, with the state as JSON either way. Port 0 takes any free one. */
export async function serveHealth(
  port: number,
  state: () => Promise<{ ok: boolean }>,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    if (request.method !== 'GET' || request.url !== '/healthz') {
      answer(404, { error: 'only GET /healthz is served here' });
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
