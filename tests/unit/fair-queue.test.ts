import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairQueue } from '../../src/chat/fair-queue.ts';

/** Runs jobs such as `a1 a2 b1` of persons `a` and `b`, added in this order while one job runs; the order in which they begin. */
async function check(jobs: string, expected: string, atOnce = 1): Promise<void> {
  const begun: string[] = [];
  const queue = fairQueue(atOnce);
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  for (let slot = 0; slot < atOnce; slot += 1) {
    queue.add('first', () => gate);
  }
  for (const job of jobs.split(' ')) {
    queue.add(job[0]!, async () => {
      begun.push(job);
    });
  }
  open();
  await queue.idle();
  expect(begun.join(' ')).toBe(expected);
}

describe('a fair queue', () => {
  it('gives each person one turn in every round', async () => {
    await check('a1 a2 a3 b1 c1', 'a1 b1 c1 a2 a3');
    await check('a1 b1 a2 b2', 'a1 b1 a2 b2');
    await check('a1 a2 a3', 'a1 a2 a3');
    await check('a1 a2 b1', 'a1 b1 a2', 3);
  });

  it('tells the place: 0 where a job begins at once', () => {
    const queue = fairQueue(2);
    const add = (person: string) => queue.add(person, () => new Promise(() => {}));
    expect([add('a'), add('a')]).toEqual([0, 0]);
    expect([add('a'), add('a'), add('b'), add('c'), add('b')]).toEqual([1, 2, 2, 3, 5]);
    expect(queue.size()).toEqual({ waiting: 5, running: 2 });
  });

  it('keeps to the place it told, for whoever comes last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 12 }),
        async (people) => {
          const queue = fairQueue(1);
          const { promise: gate, resolve: open } = Promise.withResolvers<void>();
          queue.add('first', () => gate);
          const begun: number[] = [];
          const places = people.map((person, index) =>
            queue.add(person, async () => {
              begun.push(index);
            }),
          );
          open();
          await queue.idle();
          expect(begun.indexOf(people.length - 1) + 1).toBe(places.at(-1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('runs no more than it may at once, and what waits can be cleared', async () => {
    const queue = fairQueue(3);
    let running = 0;
    let most = 0;
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    for (let index = 0; index < 10; index += 1) {
      queue.add(`person ${index}`, async () => {
        running += 1;
        most = Math.max(most, running);
        await gate;
        running -= 1;
      });
    }
    queue.clear();
    expect(queue.size()).toEqual({ waiting: 0, running: 3 });
    open();
    await queue.idle();
    expect(most).toBe(3);
    expect(queue.size()).toEqual({ waiting: 0, running: 0 });
  });
});
