/** Jobs of many people, a few at a time: each person who waits has one turn in every round. */

export interface FairQueue {
  /** The place in the queue, counted from 1 in the order jobs will begin if nobody else comes; 0 when it begins at once. */
  add(person: string, job: () => Promise<void>): number;
  /** Jobs that have not begun never will. */
  clear(): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  size(): { waiting: number; running: number };
}

/** `atOnce` jobs run at the same time. Jobs must not reject. */
export function fairQueue(atOnce: number): FairQueue {
  // A Map keeps insertion order, and that order is whose turn is next.
  const waiting = new Map<string, (() => Promise<void>)[]>();
  const idlers: (() => void)[] = [];
  let running = 0;

  function next(): void {
    while (running < atOnce && waiting.size > 0) {
      const [person, jobs] = waiting.entries().next().value!;
      waiting.delete(person);
      const [job, ...rest] = jobs;
      if (rest.length > 0) {
        waiting.set(person, rest);
      }
      running += 1;
      void job!().finally(() => {
        running -= 1;
        next();
      });
    }
    if (running === 0 && waiting.size === 0) {
      for (const resolve of idlers.splice(0)) {
        resolve();
      }
    }
  }

  return {
    add(person, job) {
      const jobs = waiting.get(person) ?? [];
      const startsAtOnce = running < atOnce && waiting.size === 0;
      waiting.set(person, [...jobs, job]);
      const place = startsAtOnce ? 0 : placeOf(person, waiting);
      next();
      return place;
    },
    clear() {
      waiting.clear();
      next();
    },
    idle() {
      return running === 0 && waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idlers.push(resolve);
          });
    },
    size: () => ({ waiting: [...waiting.values()].reduce((sum, jobs) => sum + jobs.length, 0), running }),
  };
}

/** Of the last job of `person`: before it come their own others, and of everyone else one job for each round. */
function placeOf(person: string, waiting: Map<string, unknown[]>): number {
  const rounds = waiting.get(person)!.length;
  let place = rounds;
  let isBefore = true;
  for (const [other, jobs] of waiting) {
    if (other === person) {
      isBefore = false;
    } else {
      place += Math.min(jobs.length, isBefore ? rounds : rounds - 1);
    }
  }
  return place;
}
