/** A kind of input that strangers bring, made by chance from a seed, and what must hold of it. */
import { sample, type Arbitrary } from 'fast-check';

export interface Kind {
  name: string;
  /** Rejects with what does not hold. Every case is the same for the same seed. */
  run(seed: number): Promise<void>;
  close?(): Promise<void>;
}

/** `check` throws, or rejects, with what does not hold. */
export function kindOf<Case>(name: string, cases: Arbitrary<Case>, check: (made: Case) => unknown): Kind {
  return {
    name,
    async run(seed) {
      const [made] = sample(cases, { seed, numRuns: 1 });
      await check(made!);
    },
  };
}

/** Throws with `what` where it does not hold. */
export function holds(isSo: boolean, what: () => string): void {
  if (!isSo) throw new Error(what().slice(0, 2000));
}
