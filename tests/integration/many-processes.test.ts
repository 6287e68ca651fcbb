/** The whole program, several times over one PostgreSQL, at chat platforms on the loopback; one of them is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';
import { startBalancer } from '../fakes/balancer.ts';
import { fakeDiscord } from '../fakes/discord.ts';
import { freePort } from '../fakes/listen.ts';
import { skipped, startPostgres, whyNoPostgres, type RealServer } from '../fakes/postgres-server.ts';
import { appToken, botToken, type FakeSlack, fakeSlack, signingSecret } from '../fakes/slack.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of close.splice(0).reverse()) await step();
});

interface Started {
  child: ChildProcess;
  /** What it told so far. */
  told: () => string;
}

/** Each has a folder of its own, as on a machine of its own. */
function startProgram(url: string, settings: Record<string, string>): Started {
  const folder = temporaryFolder();
  const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      LIBRARY_PATH: folder,
      LIBRARY_URL: url,
      ...settings,
    },
  });
  close.push(() => child.kill('SIGKILL'));
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  return { child, told: () => told };
}

const tokensOf = (slack: FakeSlack) => ({ SLACK_BOT_TOKEN: botToken, SLACK_API_URL: slack.apiUrl });

async function postgres(): Promise<RealServer> {
  const server = await startPostgres({ settings: 'fsync = off' });
  close.push(() => server.remove());
  return server;
}

const isAnswering = 'Rapporteur is answering in slack';

describe.skipIf(whyNoPostgres !== null)(`several processes over one PostgreSQL${skipped}`, () => {
  it('answer each question once, also when one is killed in the middle', async () => {
    const server = await postgres();
    const ports = [await freePort(), await freePort()];
    const balancer = await startBalancer(ports);
    close.push(() => balancer.close());
    const slack = await fakeSlack({
      requestUrl: `${balancer.url}/slack/events`,
      redeliverMs: [100, 500, ...Array.from({ length: 40 }, () => 1_000)],
    });
    close.push(() => slack.close());
    const programs = ports.map((port) =>
      startProgram(server.addressOf('records'), {
        ...tokensOf(slack),
        SLACK_SIGNING_SECRET: signingSecret,
        PORT: String(port),
      }),
    );
    for (const { told } of programs) await expect.poll(told, { timeout: 90_000 }).toContain(isAnswering);
    const asked = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        slack.human.say('ana', `{bot} Who pays for the gauges, question ${index}?`, { channel: 'general-talk' }),
      ),
    );
    await expect.poll(() => slack.posted().length, { timeout: 90_000, interval: 2 }).toBeGreaterThan(20);
    const [killed] = programs;
    killed!.child.kill('SIGKILL');
    await once(killed!.child, 'exit');
    expect(slack.posted().length).toBeLessThan(asked.length);
    const counts = async () =>
      Promise.all(asked.map(async ({ channel, ts }) => (await slack.replies(channel, ts)).length));
    await expect.poll(counts, { timeout: 120_000, interval: 500 }).toEqual(asked.map(() => 1));
    expect([...balancer.counts.values()].every((count) => count > 10)).toBe(true);
    const { child } = programs[1]!;
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(await counts()).toEqual(asked.map(() => 1));
  }, 300_000);

  it('hold one connection of Socket Mode, and another takes it over within half a minute', async () => {
    const server = await postgres();
    const slack = await fakeSlack();
    close.push(() => slack.close());
    const url = server.addressOf('records');
    const first = startProgram(url, { ...tokensOf(slack), SLACK_APP_TOKEN: appToken });
    await expect.poll(first.told, { timeout: 90_000 }).toContain(isAnswering);
    const second = startProgram(url, { ...tokensOf(slack), SLACK_APP_TOKEN: appToken });
    await expect
      .poll(second.told, { timeout: 90_000 })
      .toMatch(new RegExp(`In slack process ${first.child.pid} on .* is answering`, 'u'));
    expect(slack.connectionCount()).toBe(1);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const killedMs = performance.now();
    await expect.poll(() => slack.connectionCount(), { timeout: 60_000, interval: 20 }).toBe(0);
    await expect.poll(() => slack.connectionCount(), { timeout: 60_000, interval: 20 }).toBe(1);
    expect(performance.now() - killedMs).toBeLessThan(30_000);
    const said = await slack.human.say('ana', '{bot} Who pays for the gauges?', { channel: 'general-talk' });
    await expect.poll(() => slack.replies(said.channel, said.ts), { timeout: 60_000 }).toHaveLength(1);
  }, 300_000);

  it('hold one connection to Discord, and whoever takes it over answers what was left and what was asked meanwhile', async () => {
    const server = await postgres();
    const discord = await fakeDiscord();
    close.push(() => discord.close());
    const guild = discord.addGuild({ botPermissions: permissions });
    const channel = discord.addChannel(guild, 'talk');
    const ana = discord.addUser('ana', { guild, permissions: PermissionFlagsBits.SendMessages });
    const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url };
    const url = server.addressOf('records');
    const first = startProgram(url, settings);
    await expect.poll(first.told, { timeout: 90_000 }).toContain('Rapporteur is answering in discord');
    const second = startProgram(url, settings);
    await expect.poll(second.told, { timeout: 90_000 }).toContain(`In discord process ${first.child.pid} on`);
    const isAnswer = (stored: Parameters<typeof discord.textOf>[0]) => (discord.textOf(stored) ?? '').length > 60;
    const answers = () => discord.replies(channel).filter((stored) => isAnswer(stored));
    const ask = (index: number) =>
      discord.say(ana, channel, `<@${discord.world.bot.id}> Who pays for the gauges, question ${index}?`).message.id;
    const asked = Array.from({ length: 30 }, (_, index) => ask(index));
    await expect.poll(() => answers().length, { timeout: 60_000, interval: 2 }).toBeGreaterThan(3);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    discord.gateway.cutOff();
    const killedMs = performance.now();
    for (let index = 30; index < 40; index += 1) asked.push(ask(index));
    const isConnected = () => discord.gateway.sessions.some(({ socket }) => socket !== null);
    await expect.poll(isConnected, { timeout: 60_000, interval: 20 }).toBe(true);
    expect(performance.now() - killedMs).toBeLessThan(30_000);
    const counts = () => {
      const to = Map.groupBy(answers(), ({ message }) => message.message_reference?.message_id);
      return asked.map((message) => to.get(message)?.length ?? 0);
    };
    await expect.poll(counts, { timeout: 90_000, interval: 500 }).toEqual(asked.map(() => 1));
    second.child.kill('SIGTERM');
    await once(second.child, 'exit');
    expect(discord.replies(channel)).toHaveLength(40);
  }, 300_000);
});
