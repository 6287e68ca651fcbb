import { expect, it } from 'vitest';
import { killAt, type Work } from '../fakes/kills.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

// `tests/bench/kills.ts` does it two hundred times each.
it.each<Work>(['ingest', 'rebuild', 'correct', 'index'])(
  'a process killed in %s loses nothing of what was stored',
  async (work) => {
    const { kills } = await killAt(work, { folder: temporaryFolder(), kills: 6, seed: 5, count: 12 });
    expect(kills).toBe(6);
  },
  120_000,
);
