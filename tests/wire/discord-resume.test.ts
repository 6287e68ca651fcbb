// oxlint-disable vitest/expect-expect -- waiting for what should come throws where it does not
/** A restart before a stand-in for Discord: what happened in between is taken from the session that was left, once. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GatewayOpcodes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { discordBot, type DiscordBot } from '../fakes/discord-bot.ts';
import { closedAfterEach } from '../fixtures/closing.ts';

const closing = closedAfterEach();
async function open(options: Parameters<typeof discordBot>[0] = {}): Promise<DiscordBot> {
  return closing(await discordBot(options));
}

const resumes = ({ discord }: DiscordBot) => discord.gateway.received.filter(({ op }) => op === GatewayOpcodes.Resume);
const identifies = ({ discord }: DiscordBot) =>
  discord.gateway.received.filter(({ op }) => op === GatewayOpcodes.Identify);

describe('after a stop', () => {
  it('commands and mentions of meanwhile are answered, each once', async () => {
    const bot = await open();
    const { discord, channel, ana } = bot;
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await discord.until('first answer', () => JSON.stringify(discord.replies(channel)).includes('Keep'));
    await bot.adapter.stop();
    discord.slash(ana, channel, 'ask', { question: 'What does a sleeping car cost?' });
    discord.say(ana, channel, `${bot.bot} Who pays for calibration, again?`);
    await bot.reopen().start();
    const answers = () => discord.replies(channel).map((stored) => discord.textOf(stored));
    await discord.until('the command', () => answers().some((text) => text.includes('sleeping car costs')));
    await discord.until('the mention', () => answers().length === 3 && answers().every((text) => text.includes('“')));
    expect(resumes(bot)).toHaveLength(1);
    expect(identifies(bot)).toHaveLength(2);
    // The session that was resumed is over, and the new one goes on.
    await discord.until('one session', () => discord.gateway.sessions.length === 1);
    discord.say(ana, channel, `${bot.bot} Who pays for calibration, now?`);
    await discord.until('the next', () => answers().length === 4);
    expect(new Set(discord.replies(channel).map(({ message }) => message.id)).size).toBe(4);
  });

  it('of a session that Discord has forgotten, what mentions the bot is fetched all the same', async () => {
    const bot = await open();
    const { discord, channel, ana } = bot;
    discord.say(ana, channel, `${bot.bot} Who pays for calibration?`);
    await discord.until('first answer', () => JSON.stringify(discord.replies(channel)).includes('Keep'));
    await bot.adapter.stop();
    discord.gateway.forgetSessions();
    discord.say(ana, channel, `${bot.bot} Who pays for calibration, again?`);
    await bot.reopen().start();
    await discord.until('the mention', () => discord.replies(channel).length === 2);
    // A session that is not to be had is not begun anew.
    expect(identifies(bot)).toHaveLength(2);
  });

  it('a session that is too old is left alone', async () => {
    let nowMs = Date.now();
    const bot = await open({ adapter: { clock: () => nowMs } });
    await bot.adapter.stop();
    nowMs += 6 * 60_000;
    await bot.reopen().start();
    await bot.discord.until('ready', () => identifies(bot).length === 2);
    expect(resumes(bot)).toEqual([]);
  });

  it('the token goes to no address that is not Discord’s, whatever is kept', async () => {
    const bot = await open();
    await bot.adapter.stop();
    const stranger = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(stranger, 'listening');
    let calls = 0;
    stranger.on('connection', () => (calls += 1));
    const { port } = stranger.address() as AddressInfo;
    const kept = { ms: Date.now(), sessions: [0, 1].map((shardId) => ({ sessionId: 's', sequence: 1, shardId })) };
    const addresses = [`ws://127.0.0.1:${port}/`, 'wss://gateway.discord.gg.invalid/'];
    const sessions = kept.sessions.map((session, at) => ({ ...session, resumeURL: addresses[at] }));
    await bot.store.noteSeen('discord sessions', JSON.stringify({ ...kept, sessions }), Date.now());
    await bot.reopen().start();
    await bot.discord.until('told', () => bot.log.filter((line) => line.includes('not one of Discord')).length === 2);
    stranger.close();
    expect([calls, resumes(bot)]).toEqual([0, []]);
  });

  it('what cannot be read of the sessions that were kept costs nothing', async () => {
    const bot = await open();
    await bot.adapter.stop();
    await bot.store.noteSeen('discord sessions', '{"ms":"soon"', Date.now());
    await bot.reopen().start();
    expect(resumes(bot)).toEqual([]);
  });
});
