import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';

/** A server on this machine, at a port of its own, that closes whatever is open when it is closed. */
export async function listen(
  respond: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => void respond(request, response));
  // A client on a busy machine may take one that has been idle a little too long, and its request would break.
  server.keepAliveTimeout = 0;
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/**
 * A port that nobody listens on. None of those that the system hands out, which another test may be given before this
 * one is listened on.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort;
    nextPort = port + 1 < firstOfSystem ? port + 1 : lowest;
    if (await isFree(port)) return port;
  }
}

const lowest = 10_000;
/** Of Linux. */
const firstOfSystem = 32_768;
/** Each process of the tests begins elsewhere. */
let nextPort = lowest + ((process.pid * 97) % (firstOfSystem - lowest));

function isFree(port: number): Promise<boolean> {
  return new Promise((found) => {
    const socket = createSocket();
    socket.once('error', () => found(false));
    socket.listen(port, '127.0.0.1', () => socket.close(() => found(true)));
  });
}
