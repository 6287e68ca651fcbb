/** PostgreSQL with pgvector in this process, reached over a socket as any other: PGlite, which takes one transaction at a time. */
import { existsSync, openAsBlob, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

export interface TestServer {
  /** Address of a library of its own, empty at first, as `LIBRARY_URL`. */
  newLibrary(): string;
  /** The address of a library of this name. */
  addressOf(library: string): string;
  stop(): Promise<void>;
}

/** Longest time it may take to start where much else runs. */
export const startingMs = 120_000;

/** In memory, gone when it is stopped. */
export async function startPglite(): Promise<TestServer> {
  const db = await PGlite.create({ extensions: { vector }, loadDataDir: await emptyServer() });
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 32 });
  const listening = new Promise<number>((resolve) => {
    server.addEventListener('listening', (event) => resolve((event as CustomEvent<{ port: number }>).detail.port));
  });
  await server.start();
  const port = await listening;
  let made = 0;
  const addressOf = (library: string) => `postgres://postgres@127.0.0.1:${port}/postgres?library=${library}`;
  return {
    addressOf,
    newLibrary: () => addressOf(`library_${(made += 1)}`),
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}

/** What a server begins with, made once on each machine: to make it takes four times as long as all of a start without that. */
async function emptyServer(): Promise<Blob> {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    devDependencies: { [name: string]: string };
  };
  const file = path.join(tmpdir(), `rapporteur-pglite-${devDependencies['@electric-sql/pglite']}.tar`);
  if (!existsSync(file)) {
    const db = await PGlite.create({ extensions: { vector } });
    const dump = await db.dumpDataDir('none');
    await db.close();
    // Several may make it at the same time; each finds it whole.
    const made = `${file}.${process.pid}`;
    writeFileSync(made, new Uint8Array(await dump.arrayBuffer()));
    renameSync(made, file);
  }
  return openAsBlob(file);
}
