/**
 * Calls that wait in one line for threads. A thread takes the next when it has nothing left to do but to wait for others,
 * a model or a process: so no call stands behind a long one while another thread is free, and what waits holds nobody up.
 */
import type { CallThread } from './call-thread.ts';
import type { Call, Outcome } from './calls.ts';

export interface Line {
  /** Another thread for those in line. */
  add(thread: CallThread): void;
  call(call: Call): Promise<Outcome>;
  /** Ends every thread, when all who stood in line have been given to one; gives how that went. */
  close(): Promise<Outcome[]>;
}

export function lineOf(): Line {
  const waiting: ((thread: CallThread) => void)[] = [];
  /** The latest to be used comes first: it has most of what is asked for in memory. */
  const free: CallThread[] = [];
  let threads = 0;

  const take = async () => free.pop() ?? new Promise<CallThread>((resolve) => waiting.push(resolve));

  function give(thread: CallThread) {
    const next = waiting.shift();
    if (next) next(thread);
    else free.push(thread);
  }

  return {
    add(thread) {
      threads += 1;
      give(thread);
    },
    async call(call) {
      const thread = await take();
      const outcome = thread.call(call);
      const again = () => give(thread);
      // One that broke is started anew with its next call.
      thread.idle().then(again, again);
      return outcome;
    },
    async close() {
      const taken = await Promise.all(Array.from({ length: threads }, take));
      return Promise.all(taken.map((thread) => thread.close()));
    },
  };
}
