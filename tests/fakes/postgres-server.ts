/**
 * A real PostgreSQL 17 with pgvector, from the packages of Debian trixie in a folder of its own (`.ci/run` makes it), with
 * as many copies as a test wants. Only whoever may `chroot` can start it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from './listen.ts';

/** Where the packages are unpacked. */
const root = process.env['POSTGRES_FOLDER'] ?? '/var/tmp/rapporteur-postgres';
const programs = '/usr/lib/postgresql/17/bin';

/** Why no server can be started here, or null where one can. */
export const whyNoPostgres: string | null = !existsSync(path.join(root, programs, 'postgres'))
  ? `there is no PostgreSQL 17 in ${root}; .ci/run makes it`
  : process.getuid?.() === 0
    ? null
    : 'only root may start a server in a folder of its own';

/** For the name of what is skipped. */
export const skipped = whyNoPostgres === null ? '' : ` (skipped: ${whyNoPostgres})`;

export interface RealServer {
  port: number;
  /** Address of a library of this name, as `LIBRARY_URL`. */
  addressOf(library: string): string;
  /** Another that follows this one and can be read. */
  copy(): Promise<RealServer>;
  /** Asks it as its administrator. */
  sql(text: string): Promise<Record<string, unknown>[]>;
  /** Ends every connection but one's own. */
  dropConnections(): Promise<void>;
  /** `fast` ends what runs, `immediate` is as a crash. */
  halt(how: 'fast' | 'immediate'): void;
  start(): void;
  promote(): void;
  /** Leaves it so many megabytes, where it has a disk of its own. */
  leaveRoom(megabytes: number): void;
  /** Ends it and takes away all of it. */
  remove(): void;
}

/** With `ownDisk` its files lie on a disk of its own, in memory, with room enough at first. */
export async function startPostgres({ ownDisk = false, settings = '' } = {}): Promise<RealServer> {
  const place = newPlace(ownDisk);
  run(`${programs}/initdb -D ${place.data} -U rapporteur --auth=trust -E UTF8 --locale=C.UTF-8 --wal-segsize=1`);
  const port = await freePort();
  configure(place, port, settings);
  const server = serverAt(place, port, ownDisk);
  server.start();
  return server;
}

interface Place {
  /** As this process sees it, and as the server does. */
  folder: string;
  data: string;
}

function newPlace(ownDisk: boolean): Place {
  mkdirSync(path.join(root, 'srv'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'srv', 'pg-'));
  if (ownDisk) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder]);
  const inside = `/srv/${path.basename(folder)}`;
  execFileSync('chroot', [root, 'chown', 'postgres', inside]);
  return { folder, data: `${inside}/data` };
}

function configure({ folder, data }: Place, port: number, settings: string): void {
  const file = path.join(folder, 'data', 'postgresql.auto.conf');
  writeFileSync(
    file,
    `${existsSync(file) ? readFileSync(file, 'utf8') : ''}
port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '${path.dirname(data)}'
dynamic_shared_memory_type = mmap
shared_buffers = 128MB
max_connections = 60
${settings}
`,
  );
}

function run(command: string): void {
  execFileSync('chroot', [root, 'su', 'postgres', '-c', command], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function serverAt(place: Place, port: number, hasDisk: boolean): RealServer {
  const control = (what: string) => run(`${programs}/pg_ctl -D ${place.data} -l ${place.data}.log -w -t 60 ${what}`);
  const addressOf = (library: string) => `postgres://rapporteur@127.0.0.1:${port}/postgres?library=${library}`;

  async function sql(text: string): Promise<Record<string, unknown>[]> {
    const client = new Client({ host: '127.0.0.1', port, user: 'rapporteur', database: 'postgres' });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    port,
    addressOf,
    sql,
    async copy() {
      const other = newPlace(false);
      run(`${programs}/pg_basebackup -h 127.0.0.1 -p ${port} -U rapporteur -D ${other.data} -R -X stream -c fast`);
      const otherPort = await freePort();
      configure(other, otherPort, '');
      const server = serverAt(other, otherPort, false);
      server.start();
      return server;
    },
    async dropConnections() {
      await sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      );
    },
    halt: (how) => control(`stop -m ${how}`),
    start: () => control('start'),
    promote: () => control('promote'),
    leaveRoom(megabytes) {
      const { blocks, bfree, bsize } = statfsSync(place.folder);
      const used = Math.ceil(((blocks - bfree) * bsize) / 2 ** 20);
      execFileSync('mount', ['-o', `remount,size=${used + megabytes}m`, place.folder]);
    },
    remove() {
      try {
        control('stop -m immediate');
      } catch {
        // It is ended already.
      }
      if (hasDisk) execFileSync('umount', [place.folder]);
      rmSync(place.folder, { recursive: true, force: true });
    },
  };
}
