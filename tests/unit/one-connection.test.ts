import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { oneConnection, type Platform } from '../../src/chat/one-connection.ts';
import { openChatTables } from '../../src/chat/store/postgres.ts';
import { chatStoreOn } from '../../src/chat/store/stored.ts';
import { startingMs, startPglite, type TestServer } from '../fakes/pglite-server.ts';

// Long enough that a busy machine keeps it.
const leaseMs = 1500;
const soon = { timeout: 60_000, interval: 10 };
let server: TestServer;
let url = '';
let stores: ChatStore[] = [];
/** Names of processes in the order in which they connected and parted. */
let told: string[] = [];
beforeAll(async () => {
  server = await startPglite();
}, startingMs);
afterAll(() => server.stop());
beforeEach(() => {
  url = server.newLibrary();
  told = [];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});

async function storeOf(): Promise<ChatStore> {
  const store = chatStoreOn(await openChatTables(url), [], { leaseMs });
  stores.push(store);
  return store;
}

/** A process that could be connected; `fails` so often first. */
async function processOf(name: string, { fails = 0, store }: { fails?: number; store?: ChatStore } = {}) {
  let failing = fails;
  const make = (): Platform => {
    let isConnected = false;
    return {
      name: 'discord',
      async start() {
        failing -= 1;
        if (failing >= 0) throw new Error('not taken');
        told.push(`${name} in`);
        isConnected = true;
      },
      async stop() {
        if (isConnected) told.push(`${name} out`);
        isConnected = false;
      },
      published: async (id) => ({ question: id }) as never,
      state: () => ({ isConnected, waiting: 0, answering: 0 }),
    };
  };
  const log = { info: () => {}, warn: () => {} };
  return oneConnection({ make, store: store ?? (await storeOf()), log });
}

describe('one connection', () => {
  it('is held by the process that came first, which the others name', async () => {
    const [one, two] = [await processOf('one'), await processOf('two')];
    await one.start();
    await two.start();
    expect([one.state(), two.state()]).toEqual([
      { isConnected: true, waiting: 0, answering: 0 },
      { isConnected: false, waiting: 0, answering: 0, heldBy: expect.stringMatching(/^process \d+ on ./u) },
    ]);
    // Whoever has the address of an answer may come to any of them.
    expect([await one.published!('q1'), await two.published!('q1')]).toEqual([{ question: 'q1' }, { question: 'q1' }]);
    await sleep(3 * leaseMs);
    expect(told).toEqual(['one in']);
    await one.stop();
    // Whoever stops lets go at once.
    await expect.poll(() => two.state().isConnected, soon).toBe(true);
    expect(two.state().heldBy).toBe(undefined);
    await two.stop();
    expect(told).toEqual(['one in', 'one out', 'two in', 'two out']);
  });

  it('is taken over from one that is silent, which parts once it hears of that', async () => {
    const store = await storeOf();
    let isCutOff = false;
    const one = await processOf('one', {
      store: {
        ...store,
        leases: {
          ...store.leases,
          take: (name) => (isCutOff ? Promise.reject(new Error('gone')) : store.leases.take(name)),
        },
      },
    });
    const two = await processOf('two');
    await one.start();
    await two.start();
    isCutOff = true;
    await expect.poll(() => two.state().isConnected, soon).toBe(true);
    isCutOff = false;
    await expect.poll(() => one.state().isConnected, soon).toBe(false);
    expect(told).toEqual(['one in', 'two in', 'one out']);
    expect(one.state().heldBy).toMatch(/^process/u);
    await one.stop();
    await two.stop();
  });

  it('is not made any more by a process that stops while it looks', async () => {
    const [one, store] = [await processOf('one'), await storeOf()];
    let letTake = (): void => {};
    let isSlow = false;
    const take: typeof store.leases.take = async (name) => {
      if (isSlow) await new Promise<void>((resolve) => (letTake = resolve));
      return store.leases.take(name);
    };
    const two = await processOf('two', { store: { ...store, leases: { ...store.leases, take } } });
    await one.start();
    await two.start();
    isSlow = true;
    await sleep(leaseMs);
    await one.stop();
    await two.stop();
    letTake();
    await sleep(leaseMs / 4);
    expect(told).toEqual(['one in', 'one out']);
  });

  it('that cannot be made at the start is told, and at a takeover tried again', async () => {
    const one = await processOf('one', { fails: 1 });
    await expect(one.start()).rejects.toThrow('not taken');
    await one.stop();
    const [two, three] = [await processOf('two'), await processOf('three', { fails: 2 })];
    await two.start();
    await three.start();
    await two.stop();
    await expect.poll(() => three.state().isConnected, soon).toBe(true);
    await three.stop();
    expect(told).toEqual(['two in', 'two out', 'three in', 'three out']);
  });
});
