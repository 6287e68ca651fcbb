/**
 * For programs whose memory is measured: `node --expose-gc --import ./tests/bench/collecting.ts …` loads it in every thread,
 * so that the main one can have all of them collect what nobody needs any more. Threads of Piscina's hear it where
 * `PISCINA_DISABLE_ATOMICS` is 1.
 */
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

const collect = () => {
  // Twice: what is finalised in the first is free after the second.
  globalThis.gc!();
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
};

if (!isMainThread) {
  const [asked, told] = [new BroadcastChannel('collect'), new BroadcastChannel('collected')];
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  asked.onmessage = () => told.postMessage(collect());
  asked.unref();
  told.unref();
}

/** Bytes of the heaps of this thread and of so many others, after a collection in each. */
export async function heapsAfterCollection(others: number): Promise<number> {
  const [asked, told] = [new BroadcastChannel('collect'), new BroadcastChannel('collected')];
  const { promise, resolve } = Promise.withResolvers<void>();
  const heaps = [collect()];
  // oxlint-disable-next-line unicorn/prefer-add-event-listener
  told.onmessage = (event: unknown) => {
    heaps.push((event as { data: number }).data);
    if (heaps.length > others) resolve();
  };
  asked.postMessage('now');
  await promise;
  asked.close();
  told.close();
  return heaps.reduce((sum, heap) => sum + heap, 0);
}
