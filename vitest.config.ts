import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Tests, and the processes and threads that they start, find compiled what another has loaded before them.
process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'rapporteur-compile-cache');

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Many wait for processes that they start: on two cores one worker leaves half of the machine idle.
    maxWorkers: 3,
    // What hangs is ended; what takes its time on a busy machine is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
