/**
 * A thread beside the one that reads, which nothing in a record can hold up: it ends the process where reading takes too
 * long or too much memory, which counts what is outside of JavaScript too, or nobody is left to hear of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { signals } from './reader-signals.ts';
import { type Deadline, isOver } from './reading-time.ts';

const { deadline, moreAtMost, parent } = workerData as {
  deadline: Deadline;
  /** Bytes above what the process takes at rest, this thread with it. */
  moreAtMost: number;
  parent: number;
};
const stepMs = 10;
const mostResident = process.memoryUsage.rss() + moreAtMost;
parentPort!.postMessage(mostResident);

for (;;) {
  Atomics.wait(deadline, 0, 0n);
  const until = Atomics.load(deadline, 0);
  if (until === 0n) continue;
  if (process.memoryUsage.rss() > mostResident || process.ppid !== parent) process.kill(process.pid, signals.memory);
  if (isOver(deadline)) process.kill(process.pid, signals.time);
  Atomics.wait(deadline, 0, until, stepMs);
}
