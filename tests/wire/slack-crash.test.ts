/** The whole program, killed while it answers, at a Slack on the loopback. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { appToken, botToken, type FakeSlack, fakeSlack } from '../fakes/slack.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of close.splice(0).reverse()) await step();
});

function startProgram(slack: FakeSlack, library: string): ChildProcess {
  const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
    cwd: library,
    stdio: 'ignore',
    env: {
      ...process.env,
      LIBRARY_PATH: library,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: slack.apiUrl,
    },
  });
  close.push(() => child.kill('SIGKILL'));
  return child;
}

test('questions in flight when the process is killed are answered once after it starts again', async () => {
  const slack = await fakeSlack();
  close.push(() => slack.close());
  const library = temporaryFolder();

  const first = startProgram(slack, library);
  await expect.poll(() => slack.connectionCount(), { timeout: 60_000 }).toBe(1);
  const asked = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      slack.human.say('ana', `{bot} Who pays for the gauges, question ${index}?`, { channel: 'general-talk' }),
    ),
  );
  await expect.poll(() => slack.posted().length, { timeout: 60_000, interval: 2 }).toBeGreaterThan(0);
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(slack.posted().length).toBeLessThan(asked.length);

  const second = startProgram(slack, library);
  const counts = async () =>
    Promise.all(asked.map(async ({ channel, ts }) => (await slack.replies(channel, ts)).length));
  await expect.poll(counts, { timeout: 60_000 }).toEqual(asked.map(() => 1));
  second.kill('SIGTERM');
  expect((await once(second, 'exit'))[0]).toBe(0);
  expect(await counts()).toEqual(asked.map(() => 1));
}, 180_000);
