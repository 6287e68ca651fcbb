/**
 * How long a record may be read: by the time of the processor, so that none fails because the machine is busy. By the
 * clock it may take ten times as long, after which it waits for what never comes.
 */
const patience = 10;

/**
 * Shared with the thread that watches. When the time is over, in milliseconds: by the clock, 0 while nothing is read; by
 * the processor; and by the clock whatever the processor did.
 */
export type Deadline = BigInt64Array;

export function newDeadline(): Deadline {
  return new BigInt64Array(new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT));
}

/** From now on; null where nothing is read. The watch sleeps until it changes. */
export function setDeadline(deadline: Deadline, milliseconds: number | null): void {
  if (milliseconds !== null) {
    deadline[1] = BigInt(Math.floor(processorTime() + milliseconds));
    deadline[2] = BigInt(Math.floor(clockTime() + milliseconds * patience));
  }
  Atomics.store(deadline, 0, milliseconds === null ? 0n : BigInt(Math.floor(clockTime() + milliseconds)));
  Atomics.notify(deadline, 0);
}

/** The processor's time is that of all threads, so that the clock must have come as far. */
export function isOver([clock, processor, last]: Deadline, now = clockTime(), used = processorTime()): boolean {
  return clock !== 0n && now >= clock! && (used >= processor! || now >= last!);
}

/** Milliseconds that were taken since, as they count. */
export function timer(): () => number {
  const [clock, processor] = [clockTime(), processorTime()];
  return () => Math.min(clockTime() - clock, processorTime() - processor);
}

/** Milliseconds; the same in every thread, and never set back. */
function clockTime(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}

/** Milliseconds that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
