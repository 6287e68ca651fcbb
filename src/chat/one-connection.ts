/** A platform whose connection one process at a time holds. The others stand by, and one takes over when it is gone. */
import { causeOf } from './causes.ts';
import type { ChatAdapter } from './chat.ts';
import type { ChatStore } from './chat-store.ts';
import type { Log } from '../log.ts';
import type { WatchedPlatform } from './watched.ts';

export type Platform = ChatAdapter & WatchedPlatform;

export interface OneConnectionOptions {
  /** One that is not connected yet; a new one each time that this process takes over. */
  make: () => Platform;
  store: Pick<ChatStore, 'leases' | 'leaseMs'>;
  log: Pick<Log, 'info' | 'warn'>;
}

export function oneConnection({ make, store, log }: OneConnectionOptions): Platform {
  /** Of one that stands by no more is asked than needs no connection. */
  const standby = make();
  const { name } = standby;
  const lease = `connection of ${name}`;
  /** Null while another process has the connection. */
  let connected: Platform | null = null;
  let heldBy: string | null = null;
  let changing: Promise<void> | null = null;
  let looking: NodeJS.Timeout | null = null;
  let isStopped = false;

  /** Resolves when this process is connected, or another is known to be. */
  async function look(): Promise<void> {
    const taken = await store.leases.take(lease);
    if (isStopped && taken.isOurs) await store.leases.letGo(lease);
    if (changing || isStopped) return;
    if (taken.isOurs && connected === null) await change(connect);
    if (!taken.isOurs && connected !== null) await change(disconnect);
    if (!taken.isOurs && heldBy !== taken.process) {
      heldBy = taken.process;
      log.info({ platform: name, heldBy }, 'another process holds the connection; this one takes over when it is gone');
    }
  }

  /** Meanwhile the lease is kept. */
  async function change(work: () => Promise<void>): Promise<void> {
    changing = work();
    try {
      await changing;
    } finally {
      changing = null;
    }
  }

  async function connect(): Promise<void> {
    const platform = make();
    try {
      await platform.start();
    } catch (error) {
      await platform.stop().catch(() => {});
      await store.leases.letGo(lease);
      throw error;
    }
    if (heldBy !== null) log.info({ platform: name, before: heldBy }, 'this process has taken over the connection');
    connected = platform;
    heldBy = null;
  }

  async function disconnect(): Promise<void> {
    log.warn({ platform: name }, 'another process has taken over the connection, since nothing was heard of this one');
    const platform = connected!;
    connected = null;
    await platform.stop();
  }

  return {
    name,
    async start() {
      looking = setInterval(() => {
        look().catch((error: unknown) =>
          log.warn({ platform: name, cause: causeOf(error) }, 'it could not be seen who holds the connection'),
        );
      }, store.leaseMs / looksInALease).unref();
      await look();
    },
    async stop() {
      isStopped = true;
      if (looking) clearInterval(looking);
      await changing?.catch(() => {});
      await connected?.stop();
      await store.leases.letGo(lease).catch(() => {});
    },
    published: async (id) => (await (connected ?? standby).published?.(id)) ?? null,
    state: () => ({
      ...(connected?.state() ?? { isConnected: false, waiting: 0, answering: 0 }),
      ...(heldBy !== null && { heldBy }),
    }),
  };
}

/** One that comes late is made up for by the next. */
const looksInALease = 4;
