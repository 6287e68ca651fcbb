/**
 * The chats as people use them: 200 questions in 60 seconds, the program killed in the middle and started again, and how
 * soon something shows with 32 who ask at once. Whole programs before the stand-ins for Slack and Discord, with the
 * invented samples. `node tests/bench/chats.ts [questions] [seconds] [discord|slack]` prints a line for each.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { permissions } from '../../adapters/discord/commands.ts';
import { fakeDiscord } from '../fakes/discord.ts';
import { appToken, botToken, fakeSlack } from '../fakes/slack.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const questions = Number(process.argv[2] ?? 200);
const seconds = Number(process.argv[3] ?? 60);
const asking = 32;

/** A platform with people who ask, and what they got. */
interface Ground {
  name: string;
  settings: Record<string, string>;
  isConnected(): boolean;
  /** Asks, and resolves to a key of the question. */
  ask(index: number): Promise<string>;
  answers(key: string): Promise<number>;
  /** Whether anything shows that it is being answered. */
  hasReacted(key: string): boolean;
  /** The killed process never comes back. */
  cut(): void;
  close(): Promise<void>;
}

async function discordGround(): Promise<Ground> {
  const discord = await fakeDiscord();
  const guild = discord.addGuild({ botPermissions: permissions });
  const channels = Array.from({ length: 20 }, (_, index) => discord.addChannel(guild, `talk-${index}`));
  const people = Array.from({ length: asking }, (_, index) =>
    discord.addUser(`person-${index}`, { guild, permissions: PermissionFlagsBits.SendMessages }),
  );
  const isStatus = (text: string) => text.length < 60 || text.startsWith('Many are asking');
  const repliesTo = (key: string) => {
    const [channel, message] = key.split('/') as [string, string];
    const replies = discord.replies(discord.world.channels.get(channel)!);
    return replies.filter((stored) => stored.message.message_reference?.message_id === message);
  };
  return {
    name: 'Discord',
    settings: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    isConnected: () => discord.gateway.sessions.some(({ socket }) => socket !== null),
    async ask(index) {
      const channel = channels[index % channels.length]!;
      const text = `<@${discord.world.bot.id}> Who pays for the gauges, question ${index}?`;
      return `${channel.id}/${discord.say(people[index % people.length]!, channel, text).message.id}`;
    },
    answers: async (key) => repliesTo(key).filter((stored) => !isStatus(discord.textOf(stored))).length,
    hasReacted: (key) => repliesTo(key).length > 0,
    cut: () => discord.gateway.cutOff(),
    close: () => discord.close(),
  };
}

async function slackGround(): Promise<Ground> {
  const channels = Array.from({ length: 20 }, (_, index) => `talk-${index}`);
  const people = Array.from({ length: asking }, (_, index) => `person${index}`);
  const slack = await fakeSlack({ channels, privateChannels: [], people });
  return {
    name: 'Slack',
    settings: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl },
    isConnected: () => slack.connectionCount() > 0,
    async ask(index) {
      const channel = channels[index % channels.length]!;
      // Said, and not waited for until it is acknowledged: while nothing runs nobody does.
      const before = slack.delivered.length;
      const said = slack.human.say(
        people[index % people.length]!,
        `{bot} Who pays for the gauges, question ${index}?`,
        {
          channel,
        },
      );
      said.catch(() => {});
      while (!slack.delivered.slice(before).some(({ body }) => JSON.stringify(body).includes(`question ${index}?`)))
        await sleep(2);
      const delivery = slack.delivered
        .slice(before)
        .find(({ body }) => JSON.stringify(body).includes(`question ${index}?`))!;
      const { channel: id, ts } = delivery.body['event'] as { channel: string; ts: string };
      return `${id}/${ts}`;
    },
    async answers(key) {
      const [channel, ts] = key.split('/') as [string, string];
      return (await slack.replies(channel, ts)).length;
    },
    hasReacted: (key) => slack.statuses.some(({ thread_ts: thread }) => key.endsWith(`/${String(thread)}`)),
    cut() {},
    close: () => slack.close(),
  };
}

async function run(ground: Ground, killed: boolean): Promise<void> {
  const library = mkdtempSync(path.join(tmpdir(), 'rapporteur-bench-'));
  const start = (): ChildProcess =>
    spawn(process.execPath, [path.join(root, 'src/main.ts')], {
      cwd: library,
      stdio: 'ignore',
      env: { ...process.env, LIBRARY_PATH: library, ...ground.settings },
    });
  let program = start();
  while (!ground.isConnected()) await sleep(50);
  await sleep(2_000);
  const keys: string[] = [];
  let restarted: Promise<void> = Promise.resolve();
  for (let index = 0; index < questions; index += 1) {
    keys.push(await ground.ask(index));
    if (killed && index === Math.floor(questions / 2)) {
      program.kill('SIGKILL');
      await once(program, 'exit');
      ground.cut();
      restarted = (async () => {
        await sleep(2_000);
        program = start();
      })();
    }
    await sleep((seconds * 1_000) / questions);
  }
  await restarted;
  let counts: number[] = [];
  for (const until = Date.now() + 180_000; Date.now() < until; await sleep(500)) {
    counts = await Promise.all(keys.map((key) => ground.answers(key)));
    if (counts.every((count) => count > 0)) break;
  }
  await sleep(3_000);
  counts = await Promise.all(keys.map((key) => ground.answers(key)));
  const single = counts.filter((count) => count === 1).length;
  const [none, twice] = [counts.filter((count) => count === 0).length, counts.filter((count) => count > 1).length];
  const what = `${ground.name}, ${questions} in ${seconds} s${killed ? ', killed in the middle' : ''}`;
  console.log(`${what}: ${single} once, ${none} never, ${twice} more than once`);
  if (!killed) console.log(`${ground.name}, ${asking} asking at once: first reaction ${await reactions(ground)}`);
  program.kill('SIGTERM');
  await once(program, 'exit');
  rmSync(library, { recursive: true, force: true });
}

/** Milliseconds until something shows, at the 50th and the 95th percentile. */
async function reactions(ground: Ground): Promise<string> {
  const times = await Promise.all(
    Array.from({ length: asking }, async (_, index) => {
      const key = await ground.ask(1_000 + index);
      const began = performance.now();
      while (!ground.hasReacted(key) && performance.now() - began < 30_000) await sleep(20);
      return performance.now() - began;
    }),
  );
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  return `after ${at(0.5)} ms (half), ${at(0.95)} ms (95 %)`;
}

const only = process.argv[4];
for (const open of [discordGround, slackGround].filter(({ name }) => only === undefined || name.startsWith(only)))
  for (const killed of [false, true]) {
    const ground = await open();
    await run(ground, killed);
    await ground.close();
  }
process.exit();
