/** The MCP server on standard input and output, for an assistant that starts it. */
import type { McpServerFactory } from '@modelcontextprotocol/server';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import type { Readable, Writable } from 'node:stream';
import type { Log } from '../../src/log.ts';

/** Serves until the input ends or `stopped` resolves. */
export async function serveOverStdio(
  servers: McpServerFactory,
  { input, output, log, stopped }: { input: Readable; output: Writable; log: Log; stopped: Promise<void> },
): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    input.once('end', resolve);
    input.once('close', resolve);
  });
  const handle = serveStdio(servers, {
    transport: new StdioServerTransport(input, output),
    onerror: (error) => log.warn({ err: error }, 'a message of an assistant was refused'),
  });
  await Promise.race([ended, stopped]);
  await handle.close();
}
