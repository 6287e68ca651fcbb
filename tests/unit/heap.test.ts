/** In a process of its own: what is set holds for all threads of one. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const heap = new URL('../../src/heap.ts', import.meta.url).href;

/** Megabytes of young values, of which many live, that a thread keeps room for. */
const script = `
  import { once } from 'node:events';
  import { Worker } from 'node:worker_threads';
  import { keepHeapsSmall } from '${heap}';
  if (process.argv.includes('small')) keepHeapsSmall();
  const live = \`
    import { getHeapSpaceStatistics } from 'node:v8';
    import { parentPort } from 'node:worker_threads';
    const kept = [];
    for (let at = 0; at < 3e6; at += 1) kept[at % 200_000] = { at, text: 'text ' + at };
    parentPort.postMessage(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);
  \`;
  const [bytes] = await once(new Worker(live, { eval: true }), 'message');
  console.log(bytes / 1e6);
`;
const youngOf = (...args: string[]) =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', script, ...args], { encoding: 'utf8' }));

it('holds no more young values in a thread than it says', () => {
  expect(youngOf('small')).toBeLessThan(25);
  expect(youngOf()).toBeGreaterThan(25);
});
