import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { ForksPoolWorker, type PoolRunnerInitializer, type WorkerRequest } from 'vitest/node';

// Tests, and the processes and threads that they start, find compiled what another has loaded before them.
process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'rapporteur-compile-cache');

/** A process that files of tests share: what they import is loaded once. After some of them it ends, or it would grow large and slow. */
class SharedFork extends ForksPoolWorker {
  override name = 'shared-forks';
  #files = 0;
  override send(message: WorkerRequest): void {
    if (message.type === 'run') this.#files += 1;
    super.send(message);
  }
  canReuse(): boolean {
    return this.#files < 12;
  }
}
const sharedForks: PoolRunnerInitializer = {
  name: 'shared-forks',
  createPoolWorker: (options) => new SharedFork(options),
};

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: sharedForks,
    isolate: false,
    // What comes after a file, where files share what they import.
    setupFiles: ['tests/each-file.ts'],
    // Many wait for processes that they start: on two cores one worker leaves half of the machine idle.
    maxWorkers: 3,
    // What hangs is ended; what takes its time on a busy machine is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
