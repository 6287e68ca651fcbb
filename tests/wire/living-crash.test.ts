/** What was answered changes, and the process is killed before it has told that, while it does, or right after: told once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { fakeSlack, type FakeSlack } from '../fakes/slack.ts';
import { wordsOf } from '../fakes/slack-limits.ts';
import { seeded } from '../fakes/stored-vectors.ts';
import { costing, depthsRecord } from '../fixtures/depths.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const script = fileURLToPath(new URL('../fakes/slack-process.ts', import.meta.url));
const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of close.splice(0).reverse()) await step();
});

const long = { timeout: 60_000, interval: 5 };

interface Living {
  slack: FakeSlack;
  rapporteur: Rapporteur;
  /** Starts the bot, which then answers. */
  start: () => Promise<void>;
  /** Kills it as a machine that loses its power does. */
  kill: () => Promise<void>;
}

async function living(): Promise<Living> {
  const folder = temporaryFolder();
  const rapporteur = await rapporteurIn(folder);
  close.push(() => rapporteur.close());
  await rapporteur.ingest([depthsRecord()]);
  const slack = await fakeSlack();
  close.push(() => slack.close());
  let child: ReturnType<typeof spawn> | null = null;
  const kill = async () => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  close.push(kill);
  return {
    slack,
    rapporteur,
    kill,
    async start() {
      child = spawn(process.execPath, [script, folder, slack.apiUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout!, 'data');
      await expect.poll(() => slack.connectionCount(), long).toBe(1);
    },
  };
}

const costs = (dollars: number) => [depthsRecord(costing(`A metre costs ${dollars} dollars`))];

it('in a direct message, where the answer was for one person alone', { timeout: 300_000 }, async () => {
  const { slack, rapporteur, start, kill } = await living();
  const random = seeded(19);
  await start();
  await slack.human.command('ana', 'ask What does a metre cost?', { channel: 'general-talk' });
  await expect.poll(() => slack.ephemeral, long).toHaveLength(1);
  const told = () => slack.posted().map(({ args }) => /Now: “A metre costs (\d+)/u.exec(wordsOf(args['blocks']))?.[1]);
  const expected: string[] = [];
  for (const [round, moment] of ['before', 'while', 'after', 'whenever', 'whenever'].entries()) {
    const dollars = 910 + round * 10;
    if (moment === 'before') await kill();
    // Slack has posted it, and the process dies without having heard of that.
    if (moment === 'while') slack.fail({ method: 'chat.postMessage', kind: 'dropAfter' });
    await rapporteur.ingest(costs(dollars));
    if (moment === 'while') await expect.poll(() => slack.calls('chat.postMessage').length, long).toBe(round + 1);
    if (moment === 'after') await expect.poll(told, long).toContain(String(dollars));
    if (moment === 'whenever') await sleep(random() * 250);
    await kill();
    await start();
    expected.push(String(dollars));
    await expect.poll(told, long).toEqual(expected);
    // It has looked again many times by then.
    await sleep(400);
    expect(told()).toEqual(expected);
  }
});

it('in the message itself, which says it once', { timeout: 300_000 }, async () => {
  const { slack, rapporteur, start, kill } = await living();
  await start();
  const said = await slack.human.say('ana', '{bot} What does a metre cost?', { channel: 'general-talk' });
  const shown = async () => {
    const [reply, ...others] = await slack.replies(said.channel, said.ts);
    return others.length > 0 ? 'answered twice' : wordsOf(reply?.blocks ?? []);
  };
  await expect.poll(shown, long).toContain('A metre costs 900 dollars');
  for (const [round, moment] of ['before', 'while', 'after'].entries()) {
    const dollars = 910 + round * 10;
    if (moment === 'before') await kill();
    const updates = slack.calls('chat.update').length;
    if (moment === 'while') slack.fail({ method: 'chat.update', kind: 'dropAfter' });
    await rapporteur.ingest(costs(dollars));
    if (moment !== 'before') await expect.poll(() => slack.calls('chat.update').length, long).toBeGreaterThan(updates);
    await kill();
    await start();
    await expect.poll(shown, long).toContain(`Now: “A metre costs ${dollars} dollars`);
    await sleep(400);
    expect((await shown()).split('Changed on ')).toHaveLength(2);
  }
  expect(slack.posted()).toHaveLength(1);
});
