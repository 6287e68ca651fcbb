/** What counts as the time of a reading, at moments that are given. */
import { expect, it } from 'vitest';
import { isOver, newDeadline, setDeadline, timer } from '../../src/records/reading/reading-time.ts';

function deadlineOf(milliseconds: number | null) {
  const deadline = newDeadline();
  setDeadline(deadline, milliseconds);
  return deadline;
}

it.each([
  ['before either has come so far', 999, 499, false],
  ['by the clock, while the processor was somebody else’s', 1_500, 499, false],
  ['by the processor, while several threads worked at once', 999, 501, false],
  ['by both', 1_000, 500, true],
  ['where it waits on and on for nothing', 10_000, 0, true],
])('is over %s', (_, clock, processor, expected) => {
  expect(isOver(new BigInt64Array([1_000n, 500n, 10_000n]), clock, processor)).toBe(expected);
});

it('is never over while nothing is read', () => {
  const deadline = deadlineOf(0);
  expect(isOver(deadline)).toBe(true);
  setDeadline(deadline, null);
  expect(isOver(deadline, Infinity, Infinity)).toBe(false);
});

it('goes on ten times as long by the clock as by the processor', () => {
  const [clock, processor, last] = deadlineOf(1_000);
  expect(isOver(deadlineOf(1_000))).toBe(false);
  expect(Number(last! - clock!)).toBeGreaterThanOrEqual(9_000);
  expect(processor).toBeGreaterThan(1_000n);
});

it('is counted by the processor where nothing is done', () => {
  const taken = timer();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  expect(taken()).toBeLessThan(100);
});
