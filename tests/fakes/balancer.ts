/** What stands before several processes: each request goes to the next of them, past those that are gone. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  url: string;
  /** How many requests each of the ports was given. */
  counts: Map<number, number>;
  close(): Promise<void>;
}

export async function startBalancer(ports: number[]): Promise<Balancer> {
  const counts = new Map(ports.map((port) => [port, 0]));
  let turn = 0;

  function pass(incoming: IncomingMessage, body: Buffer, response: ServerResponse, tries: number): void {
    const port = ports[(turn += 1) % ports.length]!;
    const { method, url, headers } = incoming;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      counts.set(port, counts.get(port)! + 1);
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      // One that was killed with the request in hand may have done what it asks: whoever sent it sends it again.
      if (error.code === 'ECONNREFUSED' && tries > 0) pass(incoming, body, response, tries - 1);
      else response.writeHead(502).end();
    });
    passed.end(body);
  }

  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => pass(incoming, Buffer.concat(parts), response, ports.length));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
