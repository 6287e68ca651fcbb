/** The whole program, killed while it answers, at a stand-in for Discord: what was asked while it was away is fetched. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { permissions } from '../../adapters/discord/commands.ts';
import { discordBot } from '../fakes/discord-bot.ts';
import { fakeDiscord, type FakeDiscord } from '../fakes/discord.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of close.splice(0).reverse()) await step();
});

function startProgram(discord: FakeDiscord, library: string): ChildProcess {
  const child = spawn(process.execPath, [path.join(root, 'src/main.ts')], {
    cwd: library,
    stdio: 'ignore',
    env: { ...process.env, LIBRARY_PATH: library, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
  });
  close.push(() => child.kill('SIGKILL'));
  return child;
}

describe('killed in the middle of 200 questions', () => {
  it('answers each of them once after it starts again, those too that were asked while nothing ran', async () => {
    const discord = await fakeDiscord();
    close.push(() => discord.close());
    const guild = discord.addGuild({ botPermissions: permissions });
    const channels = Array.from({ length: 10 }, (_, index) => discord.addChannel(guild, `talk-${index}`));
    const ana = discord.addUser('ana', { guild, permissions: PermissionFlagsBits.SendMessages });
    const direct = discord.dm(ana);
    const library = temporaryFolder();
    const isConnected = () => discord.gateway.sessions.some(({ socket }) => socket !== null);

    const isStatus = (text: string) => text.length < 60 || text.startsWith('Many are asking');
    const answers = () =>
      channels.flatMap((channel) => discord.replies(channel)).filter((one) => !isStatus(discord.textOf(one))).length;
    let program = startProgram(discord, library);
    await discord.until('connection', isConnected, 60_000);
    const asked: string[] = [];
    for (let index = 0; index < 200; index += 1) {
      // In the twentieth of each score, by a direct message.
      const channel = index % 20 === 19 ? direct : channels[index % channels.length]!;
      const call = channel === direct ? '' : `<@${discord.world.bot.id}> `;
      const { message } = discord.say(ana, channel, `${call}Who pays for the gauges, question ${index}?`);
      asked.push(message.id);
      await sleep(20);
      if (index === 100) {
        // In the middle: some are answered, some are not, and some are yet to be asked.
        await discord.until('a first answer', () => answers() > 0, 30_000);
        program.kill('SIGKILL');
        await once(program, 'exit');
        discord.gateway.cutOff();
      }
      if (index === 120) program = startProgram(discord, library);
    }
    const counts = () => {
      const replies = [...channels, direct].flatMap((channel) => discord.replies(channel));
      const answered = replies.filter((stored) => !isStatus(discord.textOf(stored)));
      const to = Map.groupBy(answered, ({ message }) => message.message_reference?.message_id);
      return asked.map((message) => to.get(message)?.length ?? 0);
    };
    await expect.poll(() => counts().filter((count) => count === 0), { timeout: 180_000, interval: 500 }).toEqual([]);
    program.kill('SIGTERM');
    await once(program, 'exit');
    expect(counts()).toEqual(asked.map(() => 1));
    const replies = [...channels, direct].flatMap((channel) => discord.replies(channel));
    expect(replies).toHaveLength(200);
  }, 240_000);
});

describe('started again', () => {
  const words = 'Calibration is what nobody pays for';
  const question = 'Who pays for calibration?';

  it('asks nothing again, and nothing that is too old or not for it', async () => {
    const minutes = { now: 0 };
    const bot = await discordBot({ adapter: { clock: () => Date.now() + minutes.now * 60_000 } });
    close.push(() => bot.close());
    const { discord, ana, channel } = bot;
    discord.say(ana, channel, `${bot.bot} ${question}`);
    await discord.until('answer', () => discord.textOf(discord.replies(channel)[0]).includes(words));
    await bot.adapter.stop();
    discord.say(ana, channel, 'Lunch?');
    const again = bot.reopen();
    await again.start();
    discord.say(ana, channel, `${bot.bot} What does a sleeping car cost?`);
    await discord.until('second', () => discord.replies(channel)[1]);
    await again.stop();
    discord.say(ana, channel, `${bot.bot} ${question} Late.`);
    minutes.now = 20;
    const third = bot.reopen();
    await third.start();
    await third.stop();
    expect(discord.replies(channel)).toHaveLength(2);
    expect(bot.rapporteur.asked).toHaveLength(2);
  });

  it('asks what was written while a session was lost, and lets in who has the role for it', async () => {
    const bot = await discordBot();
    close.push(() => bot.close());
    const { discord, channel, guild } = bot;
    const role = discord.world.nextId();
    const cai = discord.addUser('cai', { guild, permissions: 0n, roles: [role] });
    await bot.store.saveSettings(
      { platform: 'discord', workspace: guild.id, channel: channel.id },
      { mayAsk: { users: [], roles: [role] } },
    );
    discord.say(cai, channel, `${bot.bot} ${question}`);
    await discord.until('answer', () => discord.textOf(discord.replies(channel)[0]).includes(words));
    // Gone without a session to resume: what is written now is delivered to nobody.
    discord.gateway.drop();
    discord.gateway.forgetSessions();
    discord.say(cai, channel, `${bot.bot} ${question} Again.`);
    await discord.until('answer', () => discord.textOf(discord.replies(channel)[1]).includes(words), 20_000);
    expect(discord.replies(channel)).toHaveLength(2);
  }, 40_000);
});

it('a frame that is no JSON does not end the program', async () => {
  const discord = await fakeDiscord();
  close.push(() => discord.close());
  const guild = discord.addGuild({ botPermissions: permissions });
  const channel = discord.addChannel(guild);
  const ana = discord.addUser('ana', { guild, permissions: PermissionFlagsBits.SendMessages });
  const program = startProgram(discord, temporaryFolder());
  await discord.until('ready', () => discord.calls.some(({ method }) => method === 'PUT'), 60_000);
  discord.gateway.sendRaw('{"op":');
  discord.say(ana, channel, `<@${discord.world.bot.id}> Who pays for the gauges?`);
  await discord.until('answer', () => discord.replies(channel)[0], 60_000);
  expect(program.exitCode).toBeNull();
  program.kill('SIGTERM');
  expect((await once(program, 'exit'))[0]).toBe(0);
}, 120_000);
